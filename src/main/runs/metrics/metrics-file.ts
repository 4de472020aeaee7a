import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { MetricEvent } from '../../../shared/contract/metrics';
import { metricEventSchema } from '../../../shared/contract/metrics';
import { errorCode } from '../../files/file-errors';
import { eachLine } from './metrics-lines';

/** How often at most the written lines are forced onto the disk; the system has them at once. */
const syncMillis = 1000;
const newline = 10;

function parseLine(line: string): MetricEvent | null {
  try {
    return metricEventSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The events of metrics.jsonl from line `from` on; none where there is no file. Lines that are not understood are passed
 * over, as is a last one that was being written when the process ended.
 * @returns also the index of the line that comes next.
 * @throws UserError where the file cannot be read.
 */
export async function readMetricLines(path: string, from: number): Promise<{ events: MetricEvent[]; next: number }> {
  const events: MetricEvent[] = [];
  const next = await eachLine(path, from, (line) => {
    const event = parseLine(line.toString('utf8'));
    if (event) events.push(event);
  });
  return { events, next };
}

/** Bytes at the end of metrics.jsonl that hold far more than what happens between two writings of state.json. */
const newestBytes = 4 * 2 ** 20;

/** The events at the end of metrics.jsonl; none where there is no file. @throws the system's error where it cannot be read. */
export async function readNewestEvents(path: string): Promise<MetricEvent[]> {
  const file = await open(path, 'r').catch((thrown: unknown) => {
    if (errorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  if (!file) return [];
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, newestBytes));
    await file.read(bytes, 0, bytes.length, size - bytes.length);
    const whole = bytes.subarray(0, bytes.lastIndexOf(newline) + 1).toString('utf8');
    return whole.split('\n').flatMap((line) => parseLine(line) ?? []);
  } finally {
    await file.close();
  }
}

/**
 * Appends to metrics.jsonl. Writing is synchronous, so that a line is with the system, and outlives this process,
 * before anybody is told of it and before the next step blocks the process.
 */
export class MetricsWriter {
  readonly #path: string;
  readonly #file: number;
  #lines: number;
  #lastSync = Date.now();

  /** Cuts off a last line that was never finished. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'a+');
    const bytes = readFileSync(this.#file);
    ftruncateSync(this.#file, bytes.lastIndexOf(newline) + 1);
    this.#lines = bytes.filter((byte) => byte === newline).length;
  }

  /** Lines written so far: the index of the next event. */
  get lines(): number {
    return this.#lines;
  }

  /**
   * Cuts the file before the first event that is not to be kept.
   * @returns what is left.
   */
  rewind(isKept: (event: MetricEvent) => boolean): MetricEvent[] {
    const kept: MetricEvent[] = [];
    const bytes = readFileSync(this.#path);
    let [end, lines] = [0, 0];
    for (let next = bytes.indexOf(newline); next >= 0; next = bytes.indexOf(newline, end)) {
      const event = parseLine(bytes.toString('utf8', end, next));
      if (event && !isKept(event)) break;
      if (event) kept.push(event);
      end = next + 1;
      lines += 1;
    }
    ftruncateSync(this.#file, end);
    this.#lines = lines;
    return kept;
  }

  /** All of them or none. @throws the system's error where they cannot be written. */
  append(events: readonly MetricEvent[]): void {
    const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const { size } = fstatSync(this.#file);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      ftruncateSync(this.#file, size);
      throw error;
    }
    this.#lines += events.length;
    if (Date.now() - this.#lastSync < syncMillis) return;
    this.#lastSync = Date.now();
    fdatasync(this.#file, () => undefined);
  }

  /** Resolves once everything is on the disk. */
  async close(): Promise<void> {
    await new Promise((resolve) => fdatasync(this.#file, resolve));
    closeSync(this.#file);
  }
}
