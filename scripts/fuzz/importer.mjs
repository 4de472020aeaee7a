import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../out/main/importer.cjs', import.meta.url));
/** A process that tells nothing for so long hangs, in milliseconds. */
const hangMillis = 10_000;

/** The importer as the studio starts it; it is started anew after each death. */
export class Importer {
  #folder;
  #mostBytes;
  #child = null;
  #lastId = 0;

  /** @param mostBytes that the process may hold before it ends itself. */
  constructor(folder, mostBytes) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  /**
   * Asks it, and waits until it answers, ends or hangs.
   * @returns how it went, how long it was without a sign in milliseconds, and what it held at most since it was started.
   */
  ask({ name, input }) {
    const child = (this.#child ??= this.#start());
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      let [signAt, longest, timer] = [performance.now(), 0, null];
      const sign = () => {
        const now = performance.now();
        longest = Math.max(longest, now - signAt);
        signAt = now;
        clearTimeout(timer);
        timer = setTimeout(() => end('hung'), hangMillis);
      };
      const onMessage = (message) => {
        if (message.id !== id) return;
        sign();
        if (message.type === 'answer') end('answered');
        if (message.type === 'error') end(message.error.user ? 'refused' : 'faulty', message.error.message);
      };
      const onExit = (code, signal) => {
        this.#child = null;
        end(signal === 'SIGKILL' ? 'memory' : 'crashed', String(signal ?? code));
      };
      const end = (how, told = '') => {
        sign();
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        const peakBytes = peakOf(child.pid);
        if (how === 'hung') this.close();
        resolve({ how, told, millis: longest, peakBytes });
      };
      child.on('message', onMessage);
      child.once('exit', onExit);
      sign();
      child.send({ type: 'request', id, name, input });
    });
  }

  close() {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #start() {
    const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const input = { dataFolder: this.#folder, note: join(this.#folder, 'reading'), mostBytes: this.#mostBytes };
    child.send({ type: 'request', id: 0, name: 'open', input });
    return child;
  }
}

/** Bytes that a process has held at most; 0 where the system does not tell. */
function peakOf(pid) {
  try {
    return 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
