import { isCifar10, paperResult } from '../../../shared/network/paper-results';
import { paperSettings, runSettings, type SettingValue } from '../../../shared/recipe/run-settings';
import { csvOf } from '../../../shared/csv';
import { formatPercent } from '../../text/format';
import { words } from '../../text/words.svelte';
import type { ComparedRun } from './compared';
import { type CompareCell, type CompareReference, type CompareRow, resultRows } from './results';
import { settingLabel, settingText } from './setting-words';

export interface CompareTable {
  readonly rows: readonly CompareRow[];
  /** Whether the paper's column is there: runs on CIFAR-10 are among those compared. */
  readonly withPaper: boolean;
  /** Whether results can be held against each other. */
  readonly sameData: boolean;
}

const plainCell = (name: string, value: SettingValue): CompareCell => ({
  text: settingText(name, value),
  value,
  best: false,
});

function settingRows(runs: readonly ComparedRun[], withPaper: boolean): CompareRow[] {
  const ofRuns = runs.map(
    ({ config }) => config && new Map(runSettings(config).map(({ name, value }) => [name, value])),
  );
  const names = new Set(ofRuns.flatMap((settings) => (settings ? [...settings.keys()] : [])));
  const variants = new Set(runs.flatMap(({ config }) => config?.training.variant ?? []));
  const [only] = variants.size === 1 ? variants : [];
  const paper = new Map(withPaper ? paperSettings(only).map(({ name, value }) => [name, value]) : []);
  return [...names].map((name) => {
    const values = ofRuns.map((settings) => settings?.get(name) ?? null);
    const known = values.filter((_, index) => ofRuns[index] !== null);
    return {
      key: name,
      label: settingLabel(name),
      group: 'settings' as const,
      cells: values.map((value) => plainCell(name, value)),
      paper: paper.has(name) ? plainCell(name, paper.get(name) ?? null) : null,
      differs: new Set(known).size > 1,
    };
  });
}

/** What the paper reached with the network of a run on CIFAR-10; null for others. */
function paperError({ config }: ComparedRun): CompareReference | null {
  const found = config && isCifar10(config.dataset) ? paperResult(config.training.variant) : undefined;
  if (!found) return null;
  return { text: words.compare.inPaper({ value: formatPercent(found.testError, 2) }), value: found.testError };
}

/** The settings of the runs and what they reached, side by side. */
export function compareTable(runs: readonly ComparedRun[]): CompareTable {
  const withPaper = runs.some(({ config }) => config && isCifar10(config.dataset));
  const contents = new Set(runs.flatMap(({ config }) => config?.dataset.contentHash ?? []));
  const sameData = contents.size <= 1;
  const results = resultRows(runs, sameData).map((row): CompareRow => ({
    ...row,
    group: 'results',
    paper: null,
    differs: true,
    cells: row.cells.map((cell, index) => {
      const run = runs[index];
      return row.key === 'testError' && run ? { ...cell, reference: paperError(run) } : cell;
    }),
  }));
  return { rows: [...settingRows(runs, withPaper), ...results], withPaper, sameData };
}

/** The table as CSV, with values in full. @param rows Those that are shown. */
export function tableCsv(rows: readonly CompareRow[], runs: readonly ComparedRun[], withPaper: boolean): string {
  const raw = (cell: CompareCell | null) => {
    const value = cell?.value ?? null;
    return typeof value === 'boolean' ? String(value) : value;
  };
  const lines = rows.flatMap(({ label, cells, paper }) => [
    [label, ...cells.map(raw), ...(withPaper ? [raw(paper)] : [])],
    ...(cells.some(({ reference }) => reference)
      ? [
          [
            words.compare.inPaperOf({ label }),
            ...cells.map(({ reference }) => reference?.value ?? null),
            ...(withPaper ? [null] : []),
          ],
        ]
      : []),
  ]);
  return csvOf(['', ...runs.map(({ name }) => name), ...(withPaper ? [words.compare.paper] : [])], lines);
}
