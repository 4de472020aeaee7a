import { parseMilestones, parseWarmup } from '../../../shared/recipe/text';
import { isIdentifier, isSettingName, type SettingValue } from '../../../shared/recipe/run-settings';
import { formatCount } from '../../text/format';
import { lookUp } from '../../text/look-up';
import { milestoneWords, warmupWords } from '../../text/recipe-words';
import { words } from '../../text/words.svelte';

/** What a setting is called; one that is newer than the studio by its name in config.json. */
export function settingLabel(name: string): string {
  return isSettingName(name) ? words.compare.settings[name] : name;
}

function wordsOf(name: string, value: string): string {
  if (name === 'warmup') return warmupWords(parseWarmup(value) ?? null);
  if (name === 'milestones') return milestoneWords(parseMilestones(value) ?? []) || words.compare.none;
  if (name === 'schedule') return lookUp(words.train.scheduleOptions, value);
  if (name === 'optimizer') return lookUp(words.train.optimizerOptions, value);
  return name === 'augmentation' ? lookUp(words.train.augmentationOptions, value) : value;
}

/** The value of a setting in words, with its unit. */
export function settingText(name: string, value: SettingValue): string {
  if (value === null) return words.compare.none;
  if (typeof value === 'boolean') return value ? words.compare.yes : words.compare.no;
  if (typeof value === 'string') return wordsOf(name, value);
  return Number.isInteger(value) && !isIdentifier(name) ? formatCount(value) : String(value);
}
