import type { RunQueue } from '../run-queue';
import type { Handlers, Publish } from '../door';

/** Answers requests about the runs that wait, and publishes their order. */
export function queueHandlers(
  queue: Pick<RunQueue, 'list' | 'move' | 'startNow' | 'onChanged'>,
  publish: Publish,
): Handlers<'queue.read' | 'queue.move' | 'queue.startNow'> {
  queue.onChanged((runs) => publish('queue.changed', runs));
  return {
    'queue.read': () => queue.list(),
    'queue.move': ({ run, move }) => queue.move(run, move),
    'queue.startNow': async ({ run }) => void (await queue.startNow(run)),
  };
}
