import { runList } from './run-list';
import { settings } from './settings';
import { shell } from './shell';

/** Every text of the window, one file a part of it: words, or functions where a text holds values. */
export const en = { runList, settings, shell };

/** What each language has to say: the keys of English, no more and no fewer. */
export type Messages = typeof en;
