import { architecture } from './architecture';
import { augmentation } from './augmentation';
import { background } from './background';
import { charts } from './charts';
import { classify } from './classify';
import { compare } from './compare';
import { controls } from './controls';
import { curves } from './curves';
import { datasets } from './datasets';
import { device } from './device';
import { evaluation } from './evaluation';
import { help } from './help';
import { keep } from './keep';
import { layers } from './layers';
import { news } from './news';
import { overlay } from './overlay';
import { preview } from './preview';
import { queue } from './queue';
import { run } from './run';
import { runLabels } from './run-labels';
import { runList } from './run-list';
import { saving } from './saving';
import { settings } from './settings';
import { shell } from './shell';
import { standing } from './standing';
import { stepTime } from './step-time';
import { train } from './train';
import { units } from './units';
import { watch } from './watch';

/** Every text of the window, one file a part of it: words, or functions where a text holds values. */
export const en = {
  architecture,
  augmentation,
  background,
  charts,
  classify,
  compare,
  controls,
  curves,
  datasets,
  device,
  evaluation,
  help,
  keep,
  layers,
  news,
  overlay,
  preview,
  queue,
  run,
  runLabels,
  runList,
  saving,
  settings,
  shell,
  standing,
  stepTime,
  train,
  units,
  watch,
};

/** What each language has to say: the keys of English, no more and no fewer. */
export type Messages = typeof en;
