import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventName, EventPayload } from '../shared/contract/events';
import type { Answer, RequestInput, RequestName, RequestOutput } from '../shared/contract/requests';
import type { StudioApi } from '../shared/contract/studio-api';

type Listener = (payload: unknown) => void;
const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on('event', (_event, name: EventName, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

const studio: StudioApi = {
  async request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const answer: Answer<RequestOutput<Name>> = await ipcRenderer.invoke('request', name, input);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  },
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    const receive: Listener = (payload) => listener(payload as EventPayload<Name>);
    const others = listeners.get(name) ?? new Set();
    listeners.set(name, others.add(receive));
    return () => void others.delete(receive);
  },
  pathsOf: (files) => Array.from(files, pathOf).filter((path) => path !== ''),
};

/** Electron before 29 has no webUtils: there a file knows its path itself. */
function pathOf(file: File & { readonly path?: string }): string {
  return (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ?? file.path ?? '';
}

contextBridge.exposeInMainWorld('studio', studio);
