import { architecture } from './architecture';
import { augmentation } from './augmentation';
import { classify, evaluation } from './classify';
import { compare } from './compare';
import { charts, curves, overlay, stepTime } from './curves';
import { datasets } from './datasets';
import { help } from './help';
import { layers } from './layers';
import { preview } from './preview';
import { keep, queue, run, standing } from './run';
import { runLabels, runList } from './run-list';
import { background, device, settings } from './settings';
import { controls, news, saving, shell, viewer } from './shell';
import { train } from './train';
import { watch } from './watch';

/** Every text of the window, by screen. */
export const window = {
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
  viewer,
  watch,
} as const;
