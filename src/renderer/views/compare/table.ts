import { isCifar10, paperResult } from '../../../shared/paper-results';
import { isSettingName, paperSettings, runSettings, type SettingValue } from '../../../shared/run-settings';
import { csvOf } from '../../parts/charts/csv';
import { formatCount, formatPercent } from '../../text/format';
import { networkTitle } from '../../text/run-words';
import { words } from '../../text/words.svelte';
import type { ComparedRun } from './compared';
import { resultRows } from './results';

export interface CompareCell {
  readonly text: string;
  /** In full; null where there is none. */
  readonly value: SettingValue;
  /** The best of its row. */
  readonly best: boolean;
}

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly group: 'settings' | 'results';
  /** One a run, in their order. */
  readonly cells: readonly CompareCell[];
  /** What the paper has there; null where it has none. */
  readonly paper: CompareCell | null;
  readonly differs: boolean;
}

export interface CompareTable {
  readonly rows: readonly CompareRow[];
  /** Whether the paper's column is there: runs on CIFAR-10 are among those compared. */
  readonly withPaper: boolean;
  /** Whether results can be held against each other. */
  readonly sameData: boolean;
}

/** From so many on numbers are written with marks for thousands. */
const grouped = 10_000;

function settingText(name: string, value: SettingValue): string {
  if (value === null) return words.compare.none;
  if (typeof value === 'boolean') return value ? words.compare.yes : words.compare.no;
  if (typeof value !== 'number') return value;
  return Number.isInteger(value) && value >= grouped && name !== 'seed' ? formatCount(value) : String(value);
}

const plainCell = (name: string, value: SettingValue): CompareCell => ({
  ...{ text: settingText(name, value), value, best: false },
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
      ...{ key: name, label: isSettingName(name) ? words.compare.settings[name] : name, group: 'settings' as const },
      cells: values.map((value) => plainCell(name, value)),
      paper: paper.has(name) ? plainCell(name, paper.get(name) ?? null) : null,
      differs: new Set(known).size > 1,
    };
  });
}

/** What the paper reached with the networks that are compared: one alone, or each with its name. */
function paperErrors(runs: readonly ComparedRun[]): CompareCell | null {
  const variants = new Set(
    runs.flatMap(({ config }) => (config && isCifar10(config.dataset) ? config.training.variant : [])),
  );
  const found = [...variants].flatMap((variant) => paperResult(variant) ?? []);
  const [first] = found;
  if (!first) return null;
  if (variants.size === 1) return { text: formatPercent(first.testError, 2), value: first.testError, best: false };
  const text = found
    .sort((a, b) => a.layers - b.layers)
    .map(({ variant, testError }) => `${networkTitle(variant)} ${formatPercent(testError, 2)}`)
    .join('\n');
  return { text, value: text.replaceAll('\n', '; '), best: false };
}

/** The settings of the runs and what they reached, side by side. */
export function compareTable(runs: readonly ComparedRun[]): CompareTable {
  const withPaper = runs.some(({ config }) => config && isCifar10(config.dataset));
  const contents = new Set(runs.flatMap(({ config }) => config?.dataset.contentHash ?? []));
  const sameData = contents.size <= 1;
  const results = resultRows(runs, sameData).map((row): CompareRow => ({
    ...{ ...row, group: 'results', differs: true },
    paper: withPaper && row.key === 'testError' ? paperErrors(runs) : null,
  }));
  return { rows: [...settingRows(runs, withPaper), ...results], withPaper, sameData };
}

/** The table as CSV, with values in full. @param rows Those that are shown. */
export function tableCsv(rows: readonly CompareRow[], runs: readonly ComparedRun[], withPaper: boolean): string {
  const raw = (cell: CompareCell | null) => {
    const value = cell?.value ?? null;
    return typeof value === 'boolean' ? String(value) : value;
  };
  return csvOf(
    ['', ...runs.map(({ name }) => name), ...(withPaper ? [words.compare.paper] : [])],
    rows.map(({ label, cells, paper }) => [label, ...cells.map(raw), ...(withPaper ? [raw(paper)] : [])]),
  );
}
