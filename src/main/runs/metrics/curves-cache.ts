import { readFile, stat } from 'node:fs/promises';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type RunCurves, runCurvesSchema } from '../../../shared/contract/metrics';
import { writeDurably } from '../../files/durable-file';

/** Columns of the cache, in their order in the file. */
const columnNames = ['step', 'loss', 'top1Error', 'learningRate', 'time'] as const;
const bytesPerNumber = 8;
const newline = 10;
/** Files of fewer lines are read as fast as their cache would be. */
const fewestLines = 5000;

/** What tells one state of a metrics.jsonl from another. */
interface Stamp {
  readonly bytes: number;
  readonly modifiedMillis: number;
}

const headerSchema = runCurvesSchema
  .omit({ steps: true })
  .extend({
    version: z.literal(1),
    of: z.object({ bytes: z.number(), modifiedMillis: z.number() }),
    rows: z.int().nonnegative(),
  });

const cachePath = (metrics: string): string => join(dirname(metrics), '.curves');

/** Null where there is no file. */
async function stampOf(metrics: string): Promise<Stamp | null> {
  const found = await stat(metrics).catch(() => null);
  return found?.isFile() ? { bytes: found.size, modifiedMillis: found.mtimeMs } : null;
}

async function readCache(metrics: string, stamp: Stamp): Promise<RunCurves | null> {
  try {
    const bytes = await readFile(cachePath(metrics));
    const end = bytes.indexOf(newline);
    const { of, rows, recent, events, next } = headerSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)));
    const isCurrent = of.bytes === stamp.bytes && of.modifiedMillis === stamp.modifiedMillis;
    const start = end + 1;
    if (!isCurrent || bytes.length !== start + columnNames.length * rows * bytesPerNumber) return null;
    // Numbers must begin at a multiple of their size, wherever the file had them.
    const numbers = new Uint8Array(bytes.length - start);
    numbers.set(bytes.subarray(start));
    const column = (index: number) => new Float64Array(numbers.buffer, index * rows * bytesPerNumber, rows).slice();
    const [step, loss, top1Error, learningRate, time] = [column(0), column(1), column(2), column(3), column(4)];
    return { steps: { step, loss, top1Error, learningRate, time }, recent, events, next };
  } catch {
    return null;
  }
}

/** Nothing is lost where the cache cannot be written. */
async function writeCache(metrics: string, of: Stamp, { steps, recent, events, next }: RunCurves): Promise<void> {
  const rows = steps.step.length;
  const header: z.infer<typeof headerSchema> = { version: 1, of, rows, recent, events, next };
  const columns = columnNames.map(
    (name) => new Uint8Array(steps[name].buffer, steps[name].byteOffset, steps[name].byteLength),
  );
  await writeDurably(cachePath(metrics), [`${JSON.stringify(header)}\n`, ...columns]).catch(() => undefined);
}

/**
 * The curves of a metrics.jsonl from what was kept of them beside it; where that is none, or of another state of the
 * file, by `read`, and what it gives is kept. The numbers in the cache are those of a machine that begins with the
 * lowest byte, as all do that Electron runs on.
 */
export async function withCurvesCache(metrics: string, read: () => Promise<RunCurves>): Promise<RunCurves> {
  const stamp = await stampOf(metrics);
  if (stamp === null || endianness() !== 'LE') return read();
  const kept = await readCache(metrics, stamp);
  if (kept) return kept;
  const curves = await read();
  const now = await stampOf(metrics);
  const isUnchanged = now?.bytes === stamp.bytes && now.modifiedMillis === stamp.modifiedMillis;
  if (curves.next >= fewestLines && isUnchanged) await writeCache(metrics, stamp, curves);
  return curves;
}
