import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { importer, type Importer } from '../../shared/contract/importer';
import { UserError } from '../../shared/errors';
import { Peer } from '../../shared/rpc/peer';
import { serve, type HandlersOf } from '../../shared/rpc/service';
import { DatasetImporter } from '../datasets/import/dataset-importer';
import { keepReadingNote, noteReading } from '../files/reading-note';
import { openParentPort } from '../transport/parent-port';
import { areRunArchives } from '../runs/archived-run';
import { importRun } from '../runs/run-archive';
import { RunStore } from '../runs/run-store';

const decoderEntry = join(__dirname, 'decoder.cjs');
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

const handlers: HandlersOf<Importer> = {
  open: ({ dataFolder: given, note, mostBytes }) => {
    dataFolder = given;
    keepReadingNote({ path: note, slot: 0 });
    new Worker(memoryWatchEntry, { workerData: { mostBytes } }).unref();
    return null;
  },
  preview: ({ paths, choices }, { signal, progress }) =>
    tracked(datasets().preview(paths, { choices, signal, onProgress: progress })),
  import: ({ paths, choices, name }, { signal, progress }) =>
    tracked(datasets().import(paths, { choices, name, signal, onProgress: progress })),
  update: ({ dataset }, { signal, progress }) => tracked(datasets().update(dataset, { signal, onProgress: progress })),
  pixels: async ({ dataset, split, indices }) => {
    const pictures = await tracked(datasets().pixels(dataset, split, indices));
    // Shared memory does not travel between processes.
    return pictures.map((picture) => Uint8Array.from(picture));
  },
  areRunArchives: ({ paths }) => {
    noteReading(paths.join(', '));
    return tracked(areRunArchives(paths));
  },
  importRun: ({ path }) => {
    noteReading(path);
    return tracked(importRun(new RunStore(dataFolder), path));
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
