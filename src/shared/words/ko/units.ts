import type { Messages } from '../en';

export const units: Messages['units'] = {
  percent: '%',
  second: '초',
  minute: '분',
  hour: '시간',
  day: '일',
  dateAndTime: (day, time) => `${day} ${time}`,
};
