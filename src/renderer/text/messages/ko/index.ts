import type { Messages } from '../en';
import { classify } from './classify';
import { controls } from './controls';
import { datasets } from './datasets';
import { device } from './device';
import { news } from './news';
import { preview } from './preview';
import { settings } from './settings';
import { shell } from './shell';
import { units } from './units';

export const ko: Messages = {
  classify,
  controls,
  datasets,
  device,
  news,
  preview,
  settings,
  shell,
  units,
};
