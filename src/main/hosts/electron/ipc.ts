import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { events, type EventName, type EventPayload } from '../../../shared/contract/events';
import type { Answer } from '../../../shared/contract/requests';
import { answerRequest, type Handlers } from '../../studio/dispatch';
import type { Log } from '../../studio/log';
import { isOwnPage } from './sender';

export type Publish = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

interface Options {
  handlers: Handlers;
  log: Log;
  checkAnswers: boolean;
}

/** Answers the page's requests: the one channel into this process. */
export function serveRequests({ handlers, log, checkAnswers }: Options): void {
  ipcMain.handle(
    'request',
    async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Answer<unknown>> => {
      if (!isOwnPage(event.senderFrame)) {
        log.write('security', `refused a request of ${event.senderFrame?.url ?? 'a frame that is gone'}`);
        return { ok: false, message: 'This page may not ask the studio for anything.' };
      }
      return answerRequest(handlers, name, input, { log, checkAnswers });
    },
  );
}

/** A function that sends events to the page, the one channel out of this process; without a page they are dropped. */
export function publisher(page: () => WebContents | null, { log, checkAnswers }: Omit<Options, 'handlers'>): Publish {
  return (name, payload) => {
    if (checkAnswers) {
      const { error } = events[name].safeParse(payload);
      if (error) log.fault(`event ${name}`, error);
    }
    const contents = page();
    if (contents && !contents.isDestroyed()) contents.send('event', name, payload);
  };
}
