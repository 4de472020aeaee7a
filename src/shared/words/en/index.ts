import { application } from './application';
import { devices } from './devices';
import { imports } from './datasets/imports';
import { store } from './datasets/store';
import { inspection } from './inspection';
import { desktop } from './desktop';
import { importer } from './datasets/importer';
import { report } from './report';
import { runs } from './runs';
import { files } from './files';
import { outside } from './outside';
import { pickle } from './datasets/pickle';
import { pictures } from './datasets/pictures';
import { problems } from './datasets/problems';
import { readers } from './datasets/readers';
import { choices } from './choices';
import { commandLine } from './command-line';
import { settingNames } from './setting-names';
import { values } from './values';
import { list } from './list';
import { networks } from './networks';
import { archives } from './archives';
import { sources } from './datasets/sources';
import { training } from './training';
import { splits } from './datasets/splits';
import { processes } from './processes';
import { weights } from './weights';
import { window } from './window';

/** Every text in English. Its keys, and the values in it, are what the other languages are held to. */
export const en = {
  application,
  devices,
  imports,
  store,
  inspection,
  desktop,
  importer,
  report,
  runs,
  files,
  outside,
  pickle,
  pictures,
  problems,
  readers,
  choices,
  commandLine,
  settingNames,
  values,
  list,
  networks,
  archives,
  sources,
  training,
  splits,
  processes,
  weights,
  window,
} as const;
