import { metricEventSchema, type MetricEvent, type RunCurves, type StepEvent } from '../../../shared/contract/metrics';
import { ThinnedList } from '../../../shared/numbers/thinned-list';
import { eachLine } from './metrics-lines';

const columnNames = ['step', 'loss', 'top1Error', 'learningRate', 'time'] as const;
/** What else is a number in each step. */
const numberNames = [...columnNames, 'epoch', 'imagesPerSecond', 'loadingMillis', 'stepMillis'] as const;
type Column = RunCurves['steps']['step'];
type Columns = RunCurves['steps'];

const mostRecent = 20;
/** Of each kind that describes layers. */
const mostOfLayers = 256;
/** Of histograms, which are some hundred kilobytes each in a deep network. */
const mostHistograms = 32;

/** A line that is kept as text until it is known that it stays. */
interface Kept {
  readonly index: number;
  readonly text: string;
}

const stepBeginning = '{"event":"step",';

/** The kind of event that a line of ours says first; whatever else there is has none. */
function kindOf(text: string): string | undefined {
  return /^\{"event":"(\w+)"/.exec(text)?.[1];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checked by hand: the schema takes as long as the rest of the reading. */
function isStep(value: unknown): value is StepEvent {
  const step = value as Partial<StepEvent> | null | undefined;
  return typeof step === 'object' && step !== null && numberNames.every((name) => Number.isFinite(step[name]));
}

function readStep(text: string): StepEvent | null {
  const value = parse(text);
  return isStep(value) ? value : null;
}

class StepColumns {
  #columns = allocate(1024);
  #length = 0;
  #recent: StepEvent[] = [];

  add(step: StepEvent): void {
    if (this.#length === this.#columns.step.length) this.#grow();
    for (const name of columnNames) this.#columns[name][this.#length] = step[name];
    this.#length += 1;
    if (this.#recent.push(step) > 2 * mostRecent) this.#recent = this.#recent.slice(-mostRecent);
  }

  /** Cut to their length, so that nothing else travels. */
  get columns(): Columns {
    return mapColumns((name) => this.#columns[name].slice(0, this.#length));
  }

  get recent(): StepEvent[] {
    return this.#recent.slice(-mostRecent);
  }

  #grow(): void {
    const old = this.#columns;
    this.#columns = allocate(2 * old.step.length);
    for (const name of columnNames) this.#columns[name].set(old[name]);
  }
}

function mapColumns(of: (name: (typeof columnNames)[number]) => Column): Columns {
  return {
    step: of('step'),
    loss: of('loss'),
    top1Error: of('top1Error'),
    learningRate: of('learningRate'),
    time: of('time'),
  };
}

const allocate = (rows: number): Columns => mapColumns(() => new Float64Array(rows));

/**
 * What metrics.jsonl adds up to for a drawing; nothing where there is no file. Lines that are not understood are passed
 * over.
 * @throws UserError where the file cannot be read.
 */
export async function readCurves(path: string): Promise<RunCurves> {
  const steps = new StepColumns();
  const others: Kept[] = [];
  const thinned = new Map(
    [
      ['responses', mostOfLayers] as const,
      ['layers', mostOfLayers] as const,
      ['histograms', mostHistograms] as const,
    ].map(([kind, most]) => [kind as string, new ThinnedList<Kept>(most)]),
  );
  const next = await eachLine(path, 0, (line, index) => {
    const text = line.toString('utf8');
    if (text.startsWith(stepBeginning)) {
      const step = readStep(text);
      if (step) steps.add(step);
    } else {
      const list = thinned.get(kindOf(text) ?? '');
      if (list) list.push({ index, text });
      else others.push({ index, text });
    }
  });
  const kept = [...others, ...[...thinned.values()].flatMap(({ items }) => items)].sort((a, b) => a.index - b.index);
  const events = kept.flatMap(({ text }): MetricEvent[] => {
    const { data } = metricEventSchema.safeParse(parse(text));
    return data && data.event !== 'step' ? [data] : [];
  });
  return { steps: steps.columns, recent: steps.recent, events, next };
}
