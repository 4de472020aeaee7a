import { isActive, type RunSummary } from '../../../shared/contract/run';
import type { MenuItem } from '../../parts/controls/menu';
import { words } from '../../text/words.svelte';

/** What can be done with runs from the list, and from the view of one. */
export interface RunDeeds {
  readonly open: (run: RunSummary) => void;
  readonly rename: (run: RunSummary) => void;
  readonly edit: (run: RunSummary) => void;
  readonly star: (run: RunSummary) => void;
  readonly archive: (runs: readonly RunSummary[], archived: boolean) => void;
  readonly copySettings: (run: RunSummary) => void;
  readonly report: (run: RunSummary) => void;
  readonly exportZip: (run: RunSummary) => void;
  readonly remove: (runs: readonly RunSummary[]) => void;
}

/** Whether a process works on the run or will: it can be neither deleted nor put away. */
export const isPending = ({ state }: RunSummary): boolean => isActive(state) || state === 'queued';

/** The menu of one run. @param without What its surroundings offer already. */
export function runMenu(run: RunSummary, deeds: RunDeeds, without: readonly (keyof RunDeeds)[] = []): MenuItem[] {
  const text = words.runList;
  const pending = isPending(run);
  const items: [keyof RunDeeds, MenuItem][] = [
    ['open', { text: text.open, key: 'Enter', onchoose: () => deeds.open(run) }],
    ['rename', { text: text.rename, key: 'F2', onchoose: () => deeds.rename(run) }],
    ['edit', { text: text.editLabels, onchoose: () => deeds.edit(run) }],
    ['star', { text: run.starred ? text.takeStar : text.addStar, onchoose: () => deeds.star(run) }],
    ['copySettings', { text: text.copySettings, onchoose: () => deeds.copySettings(run) }],
    ['report', { text: words.saving.report, onchoose: () => deeds.report(run) }],
    ['exportZip', { text: text.exportZip, disabled: pending, onchoose: () => deeds.exportZip(run) }],
    [
      'archive',
      {
        text: run.archived ? text.unarchive : text.archive,
        disabled: pending,
        onchoose: () => deeds.archive([run], !run.archived),
      },
    ],
    [
      'remove',
      { text: text.delete, key: 'Delete', danger: true, disabled: pending, onchoose: () => deeds.remove([run]) },
    ],
  ];
  return items
    .filter(([deed]) => !without.includes(deed) && (!run.damaged || deed === 'remove'))
    .map(([, item]) => item);
}
