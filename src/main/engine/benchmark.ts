import type { Network } from '../../shared/network/build';
import { median } from '../../shared/numbers/median';
import { Engine, type Precision } from './engine';
import { sizeOf } from './network/parameters';
import { compileForGpus } from './runtime';

export interface BenchmarkOptions {
  readonly network: Network;
  readonly batch: number;
  readonly precision: Precision;
  readonly steps: number;
  readonly warmup: number;
}

export interface BenchmarkResult {
  readonly stepMillisMedian: number;
  readonly stepMillisMin: number;
  readonly imagesPerSecond: number;
  readonly parameters: number;
  /** Resident memory of this whole process, at its highest. */
  readonly peakMemoryBytes: number;
  /** Resident memory before the first timed step and after the last: what grows between them is lost. */
  readonly memoryBytes: { readonly before: number; readonly after: number };
}

const learningRate = 0.1;

/** The same bytes on every call, spread over the whole range. */
function randomBytes(count: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** Times whole training steps, every parameter decayed as in PyTorch, on one fixed random batch. */
export async function benchmark(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const { network, batch, precision, steps, warmup } = options;
  const channels = network.inputShape[2];
  const normalization = {
    mean: Array.from({ length: channels }, () => 0.5),
    standardDeviation: Array.from({ length: channels }, () => 0.25),
  };
  compileForGpus();
  const engine = await Engine.create({ network, normalization, precision, decayAll: true });
  try {
    engine.initialise(0);
    const images = randomBytes(batch * sizeOf(network.inputShape));
    const labels = Int32Array.from(randomBytes(batch), (byte) => byte % network.classes);
    const times: number[] = [];
    let before = 0;
    for (let step = -warmup; step < steps; step += 1) {
      if (step === 0) before = process.memoryUsage.rss();
      const start = performance.now();
      engine.trainStep(images, labels, learningRate);
      if (step >= 0) times.push(performance.now() - start);
    }
    const stepMillisMedian = median(times);
    const imagesPerSecond = (batch * 1000) / stepMillisMedian;
    const peakMemoryBytes = 1024 * process.resourceUsage().maxRSS;
    const memoryBytes = { before, after: process.memoryUsage.rss() };
    const { parameters } = network;
    return {
      stepMillisMedian,
      stepMillisMin: Math.min(...times),
      imagesPerSecond,
      parameters,
      peakMemoryBytes,
      memoryBytes,
    };
  } finally {
    engine.dispose();
  }
}
