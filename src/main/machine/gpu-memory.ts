import { askNvidia } from './nvidia-smi';

const query = '--query-compute-apps=pid,used_memory';
/** Between two questions: each takes nvidia-smi some hundredths of a second. */
const interval = 5000;

/**
 * What a process holds of all GPUs, by the lines of nvidia-smi, in bytes; null where it is not among them, which is so
 * in some containers.
 */
export function processMemory(csv: string, pid: number): number | null {
  const held = csv.split('\n').flatMap((line) => {
    const [, process, mebibytes] = /^(\d+), (\d+)\s*$/.exec(line.trim()) ?? [];
    return Number(process) === pid ? [Number(mebibytes) * 2 ** 20] : [];
  });
  return held.length === 0 ? null : held.reduce((sum, bytes) => sum + bytes, 0);
}

/** Keeps asking what this process holds of the GPUs, beside its work. */
export class GpuMemory {
  #bytes: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  readonly #ask: () => Promise<string>;

  constructor(ask: () => Promise<string> = () => askNvidia(query)) {
    this.#ask = ask;
    void this.#look();
  }

  /** As it was told last; null before, and where nobody tells. */
  get bytes(): number | null {
    return this.#bytes;
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    // Without an answer the last one would grow old.
    this.#bytes = await this.#ask().then(
      (csv) => processMemory(csv, process.pid),
      () => null,
    );
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#look(), interval);
    this.#timer.unref();
  }
}
