import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron';
import type { FromPreload } from '../../../shared/contract/studio';
import type { Carrier } from '../../../shared/rpc/carrier';
import type { Log } from '../../studio/log';
import { isOwnPage } from './sender';

interface Options {
  connect(carrier: Carrier): void;
  /** The user has dropped or pasted files in the page. */
  give(paths: readonly string[]): void;
  readonly log: Log;
}

/** Lets the studio's own page in, with the port that each start of it brings: the one way into this process. */
export function admitPage({ connect, give, log }: Options): void {
  ipcMain.on('connect', ({ senderFrame, ports }: IpcMainEvent) => {
    const [port, ...others] = ports;
    const isAdmitted = port !== undefined && others.length === 0 && isOwnPage(senderFrame);
    if (isAdmitted) return connect(carrierOf(port, give));
    log.write('security', `refused a connection of ${senderFrame?.url ?? 'a frame that is gone'}`);
    for (const refused of ports) refused.close();
  });
}

function carrierOf(port: MessagePortMain, give: Options['give']): Carrier {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => {
        const { said, given } = data as FromPreload;
        // On one way with what is said: a request about a file comes after the file was given.
        if (given) give(given);
        else listener(said);
      });
      port.start();
    },
    onClose: (listener) => port.on('close', () => listener()),
    close: () => port.close(),
  };
}
