import type { Messages } from '../en';

export const runLabels: Messages['runLabels'] = { add: '태그나 메모 추가', change: '태그와 메모 변경' };
