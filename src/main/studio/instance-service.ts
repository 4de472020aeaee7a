import { instanceService } from '../../shared/contract/instance';
import { clientLimits } from '../../shared/rpc/intake';
import { Peer } from '../../shared/rpc/peer';
import { type HandlersOf, serve } from '../../shared/rpc/service';
import { type LocalListener, listenLocally } from '../transport/local-sockets';
import type { RunTurns } from './run-turns';

interface InstanceOptions {
  readonly turns: Pick<RunTurns, 'active' | 'hold' | 'stop' | 'watch'>;
  readonly showWindow?: () => void;
  readonly runChanged?: (run: string) => void;
  readonly lookAtQueue?: () => void;
}

/** What this process does for the others that work on its data folder. */
export function instanceHandlers({
  turns,
  showWindow = () => undefined,
  runChanged = () => undefined,
  lookAtQueue = () => undefined,
}: InstanceOptions): HandlersOf<typeof instanceService> {
  return {
    'window.show': () => showWindow(),
    'runs.active': () => turns.active,
    'runs.pause': ({ run }, { signal }) => turns.hold(run, 'pause', signal),
    'runs.continue': ({ run }, { signal }) => turns.hold(run, 'continue', signal),
    // One that has come to its end meanwhile needs no stopping.
    'runs.stop': async ({ run, atOnce }) => void (await turns.stop(run, atOnce)),
    'runs.watch': ({ run }, { signal, progress }) => turns.watch(run, progress, signal),
    'runs.changed': ({ run }) => runChanged(run),
    'queue.look': () => lookAtQueue(),
  };
}

/**
 * Listens for the other processes that work on the data folder, until it is closed.
 * @throws the system's error where no socket can be made.
 */
export function serveInstances(
  dataFolder: string,
  handlers: HandlersOf<typeof instanceService>,
): Promise<LocalListener> {
  return listenLocally(dataFolder, (carrier) => {
    // Another version of the studio may be at the other end.
    serve(new Peer(carrier, { limits: clientLimits }), instanceService, handlers, { checks: { inputs: true } });
  });
}
