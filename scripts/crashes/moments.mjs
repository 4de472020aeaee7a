import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** From the start of a command to the middle of its training, in milliseconds. */
const clockMillis = 4000;
/** While a file of some hundred kilobytes is written, synced and renamed. */
const writingMillis = 8;
const mostWritings = 4;

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * When to kill: by the clock; or when a checkpoint or state.json is being written, of which the first few are passed
 * over at random.
 * @param isKnown Whether there is a folder to watch.
 */
export function momentOf(random, isKnown) {
  const [choice, share] = [random(), random()];
  if (!isKnown || choice < 0.5) return { kind: 'clock', millis: share * clockMillis };
  const kind = choice < 0.85 ? 'checkpoint' : 'state';
  return { kind, after: Math.floor(random() * mostWritings), millis: share * writingMillis };
}

/** Waits for the moment. @returns false where the session ended first. */
export async function untilMoment(moment, folder, session) {
  let over = false;
  void session.ended.then(() => (over = true));
  if (moment.kind !== 'clock') {
    const place = moment.kind === 'checkpoint' ? join(folder, 'checkpoints') : folder;
    if (!existsSync(place)) throw new Error(`there is no ${place}`);
    await writingIn(place, moment, session.ended);
  }
  if (!over && moment.millis > 0) await Promise.race([pause(moment.millis), session.ended]);
  return !over;
}

/** Resolves when a temporary file appears, after so many others, or when the session has ended. */
function writingIn(place, { after }, ended) {
  const seen = new Set();
  return new Promise((resolve) => {
    // A watcher that is left open keeps this process from its end.
    const stop = () => {
      watcher.close();
      resolve();
    };
    void ended.then(stop);
    const watcher = watch(place, (kind, name) => {
      if (!name?.endsWith('.tmp') || kind !== 'rename') return;
      // It comes and goes under the same name: each second event is its end.
      const isNew = !seen.delete(name);
      if (!isNew) return;
      seen.add(name);
      if (after-- > 0) return;
      stop();
    });
  });
}
