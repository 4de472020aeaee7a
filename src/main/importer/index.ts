import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportProgress } from '../../shared/contract/dataset';
import { importer, type Importer } from '../../shared/contract/importer';
import { UserError } from '../../shared/errors';
import { Peer } from '../../shared/rpc/peer';
import { serve, type HandlersOf } from '../../shared/rpc/service';
import { DatasetImporter } from '../datasets/import/dataset-importer';
import { unpackByThread } from '../datasets/sources/unpack';
import { keepReadingNote, noteReading } from '../files/reading-note';
import { openParentPort } from '../transport/parent-port';
import { progressStages } from './progress-stages';

const decoderEntry = join(__dirname, 'decoder.cjs');
const unpackerEntry = join(__dirname, 'unpacker.cjs');
const memoryWatchEntry = join(__dirname, 'memory-watch.cjs');

let dataFolder = '';
const datasets = (): DatasetImporter => new DatasetImporter(dataFolder, decoderEntry);
const running = new Set<Promise<unknown>>();

/** Has `settle` wait for work. */
async function tracked<Result>(work: Promise<Result>): Promise<Result> {
  running.add(work);
  try {
    return await work;
  } finally {
    running.delete(work);
    if (running.size === 0) noteReading(null);
  }
}

interface Call {
  readonly signal: AbortSignal;
  progress(value: ImportProgress): void;
}

/** The same for work that tells how far it is and can be cancelled. */
async function watched<Result>(
  { signal, progress }: Call,
  work: (watch: { signal: AbortSignal; onProgress: (value: ImportProgress) => void }) => Promise<Result>,
): Promise<Result> {
  const stages = progressStages(progress);
  return tracked(work({ signal, onProgress: stages.push }).finally(stages.flush));
}

const handlers: HandlersOf<Importer> = {
  open: ({ dataFolder: given, note, mostBytes }) => {
    dataFolder = given;
    unpackByThread(unpackerEntry);
    keepReadingNote({ path: note, slot: 0 });
    new Worker(memoryWatchEntry, { workerData: { mostBytes } }).unref();
    return null;
  },
  preview: ({ paths, choices }, call) => watched(call, (watch) => datasets().preview(paths, { choices, ...watch })),
  import: ({ paths, choices, name }, call) =>
    watched(call, (watch) => datasets().import(paths, { choices, name, ...watch })),
  update: ({ dataset }, call) => watched(call, (watch) => datasets().update(dataset, watch)),
  pixels: async ({ dataset, split, indices }) => {
    const pictures = await tracked(datasets().pixels(dataset, split, indices));
    // Shared memory does not travel between processes.
    return pictures.map((picture) => Uint8Array.from(picture));
  },
  // What only runs need is loaded when one comes: an import starts sooner without it.
  areRunArchives: async ({ paths }) => {
    const { areRunArchives } = await import('../runs/archived-run');
    noteReading(paths.join(', '));
    return tracked(areRunArchives(paths));
  },
  importRun: async ({ path }) => {
    const [{ importRun }, { RunStore }] = await Promise.all([
      import('../runs/run-archive'),
      import('../runs/run-store'),
    ]);
    noteReading(path);
    return tracked(importRun(new RunStore(dataFolder), path));
  },
  startFrom: async ({ path, config, classes }) => {
    const { startFrom } = await import('../runs/starting-weights');
    noteReading(path);
    return tracked(startFrom(path, config, classes));
  },
  settle: async () => {
    await Promise.allSettled(running);
    return null;
  },
};

const peer = new Peer(openParentPort(), {
  told: (name, thrown) => {
    if (!(thrown instanceof UserError)) console.error(name, thrown);
    return thrown;
  },
});
serve(peer, importer, handlers, { checks: { inputs: false } });
peer.onEnd(() => process.exit(0));
// Ctrl-C reaches every process of a terminal; what is to be done about it the parent decides.
process.on('SIGINT', () => undefined);
