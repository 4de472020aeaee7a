import { application } from './application';
import { device } from './device';
import { imports } from './imports';
import { inspection } from './inspection';
import { outside } from './outside';
import { pickle } from './pickle';
import { pictures } from './pictures';
import { readers } from './readers';
import { recipes } from './recipes';
import { runs } from './runs';
import { sources } from './sources';
import { training } from './training';
import { weights } from './weights';

/** By area, as the source has them. Those from outside are not in the studio's own source. */
export const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sources,
  pictures,
  imports,
  readers,
  pickle,
  runs,
  training,
  device,
  weights,
  recipes,
  inspection,
  application,
  outside,
};
