import { UserError } from '../../shared/errors';
import type { Carrier } from '../../shared/rpc/carrier';
import type { ChildHandle } from './child';
import { describeExit } from './child-exit';

/** The way to a process that was started. It ends with the process, and the reason says how that ended. */
export function carrierOf(child: ChildHandle): Carrier {
  return {
    send: child.send,
    onMessage: child.onMessage,
    onClose: (listener) => child.onExit((exit) => listener(new UserError(describeExit(exit)))),
    close: child.kill,
  };
}
