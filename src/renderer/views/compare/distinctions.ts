import { runSettings, type SettingValue } from '../../../shared/recipe/run-settings';
import { formatDate } from '../../text/format';
import { words } from '../../text/words.svelte';
import type { ComparedRun } from './compared';
import { settingLabel, settingText } from './setting-words';

/** So much of a name is seen in the legend. */
const seenLength = 32;

/** The highest number of settings that are named. */
const most = 2;

/** What follows from other settings or is beside the point; the network is shown anyway. */
const left = new Set(['network', 'parameters', 'multiplyAdds', 'contentHash', 'trainCount', 'studioVersion']);

type Named = Pick<ComparedRun, 'run' | 'name' | 'config'>;

function settingsOf({ config }: Named): ReadonlyMap<string, SettingValue> {
  return new Map(config ? runSettings(config).map(({ name, value }) => [name, value]) : []);
}

/** The first settings that tell runs apart, and whether they tell each from all others. */
function telling(settings: readonly ReadonlyMap<string, SettingValue>[]): { names: string[]; apart: boolean } {
  let keys = settings.map((of) => String(of.get('network')));
  let different = new Set(keys).size;
  const names: string[] = [];
  for (const name of new Set(settings.flatMap((of) => [...of.keys()]))) {
    if (different === settings.length || names.length === most) break;
    if (left.has(name)) continue;
    const next = keys.map((key, index) => `${key}\n${settings[index]?.get(name)}`);
    if (new Set(next).size === different) continue;
    [keys, different] = [next, new Set(next).size];
    names.push(name);
  }
  return { names, apart: different === settings.length };
}

/**
 * What tells runs apart whose names look alike: the first settings that differ, and when they were made where those are
 * not enough. @returns By run; nothing for runs with names of their own, and for those that their networks tell apart.
 */
export function distinctions(runs: readonly Named[]): ReadonlyMap<string, string> {
  const alike = new Map<string, Named[]>();
  for (const run of runs) {
    const seen = run.name.slice(0, seenLength).toLowerCase();
    alike.set(seen, [...(alike.get(seen) ?? []), run]);
  }
  const found = new Map<string, string>();
  for (const group of [...alike.values()].filter(({ length }) => length > 1)) {
    const settings = group.map(settingsOf);
    const { names, apart } = telling(settings);
    for (const [index, { run, config }] of group.entries()) {
      if (!config) continue;
      const set = names.map((name) =>
        words.compare.setTo({
          label: settingLabel(name),
          value: settingText(name, settings[index]?.get(name) ?? null),
        }),
      );
      const text = [...set, ...(apart ? [] : [words.compare.createdOn({ date: formatDate(config.createdAt) })])].join(
        ', ',
      );
      if (text !== '') found.set(run, text);
    }
  }
  return found;
}
