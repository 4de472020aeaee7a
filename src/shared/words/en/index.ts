import { application } from './application';
import { devices } from './devices';
import { imports } from './imports';
import { store } from './store';
import { inspection } from './inspection';
import { desktop } from './desktop';
import { importer } from './importer';
import { report } from './report';
import { runs } from './runs';
import { files } from './files';
import { outside } from './outside';
import { pickle } from './pickle';
import { pictures } from './pictures';
import { problems } from './problems';
import { readers } from './readers';
import { choices } from './choices';
import { commandLine } from './command-line';
import { settingNames } from './setting-names';
import { values } from './values';
import { list } from './list';
import { networks } from './networks';
import { archives } from './archives';
import { sources } from './sources';
import { training } from './training';
import { splits } from './splits';
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
