import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron';
import type { Carrier } from '../../../shared/rpc/carrier';
import type { Log } from '../../studio/log';
import { isOwnPage } from './sender';

/** Lets the studio's own page in, with the port that each start of it brings: the one way into this process. */
export function admitPage(connect: (carrier: Carrier) => void, log: Log): void {
  ipcMain.on('connect', ({ senderFrame, ports }: IpcMainEvent) => {
    const [port, ...others] = ports;
    const isAdmitted = port !== undefined && others.length === 0 && isOwnPage(senderFrame);
    if (isAdmitted) return connect(carrierOf(port));
    log.write('security', `refused a connection of ${senderFrame?.url ?? 'a frame that is gone'}`);
    for (const refused of ports) refused.close();
  });
}

function carrierOf(port: MessagePortMain): Carrier {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => port.on('close', () => listener()),
    close: () => port.close(),
  };
}
