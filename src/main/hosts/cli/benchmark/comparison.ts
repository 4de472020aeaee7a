import { median } from '../../../../shared/numbers/median';
import type { Case } from './cases';
import type { Timing } from './own-process';

/** The engine that the others are compared with. */
const own = 'studio';

/** One case in one engine, over all rounds. */
export interface EngineResult {
  readonly engine: string;
  /** Medians over the rounds, each the median of its steps. */
  readonly stepMillis: number;
  readonly imagesPerSecond: number;
  /** Pictures a second of the studio's to this engine's. */
  readonly ratio: number;
  readonly rounds: readonly Timing[];
}

export interface Comparison extends Omit<Case, 'billions'> {
  readonly engines: readonly EngineResult[];
}

/** What the timings of a case come to, the studio's first. */
export function compare({ model, batch, precision }: Case, timings: readonly Timing[]): Comparison {
  const names = [...new Set([own, ...timings.map(({ engine }) => engine)])];
  const medians = names.map((engine) => {
    const rounds = timings.filter((timing) => timing.engine === engine);
    return {
      engine,
      rounds,
      stepMillis: median(rounds.map(({ stepMillisMedian }) => stepMillisMedian)),
      imagesPerSecond: median(rounds.map(({ imagesPerSecond }) => imagesPerSecond)),
    };
  });
  const [first] = medians;
  const engines = medians.map((result) => ({
    ...result,
    ratio: (first?.imagesPerSecond ?? NaN) / result.imagesPerSecond,
  }));
  return { model, batch, precision, engines };
}

/** Names of engines as people write them. */
export function engineTitle(engine: string): string {
  const titles: Record<string, string> = {
    studio: 'studio',
    torch: 'PyTorch',
    'torch-compile': 'torch.compile',
    keras: 'Keras',
  };
  return titles[engine] ?? engine;
}

/** "ResNet-20, batch 128, float32" */
export function caseTitle({ model, batch, precision }: Omit<Case, 'billions'>): string {
  return `${model.replace(/^resnet/, 'ResNet-')}, batch ${batch}, ${precision}`;
}

/** The engines that any of the comparisons has, the studio's first. */
export function enginesOf(comparisons: readonly Comparison[]): string[] {
  return [...new Set(comparisons.flatMap(({ engines }) => engines.map(({ engine }) => engine)))];
}

/** A Markdown table: milliseconds a step in each engine, and the studio's speed to each other's. */
export function toMarkdown(comparisons: readonly Comparison[]): string {
  const engines = enginesOf(comparisons);
  const others = engines.filter((engine) => engine !== own);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const header = [
    'step',
    ...engines.map((engine) => `${engineTitle(engine)}, ms`),
    ...others.map((engine) => `to ${engineTitle(engine)}`),
  ];
  const lines = comparisons.map((comparison) => {
    const find = (engine: string): EngineResult | undefined =>
      comparison.engines.find((result) => result.engine === engine);
    return row([
      caseTitle(comparison),
      ...engines.map((engine) => find(engine)?.stepMillis.toFixed(1) ?? '-'),
      ...others.map((engine) => find(engine)?.ratio.toFixed(2) ?? '-'),
    ]);
  });
  return [row(header), row(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...lines].join('\n');
}
