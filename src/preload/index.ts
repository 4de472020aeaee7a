import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/studio';

// Each page has a way of its own: what is said to one that was left behind does not reach the next.
const { port1: own, port2: theirs } = new MessageChannel();
ipcRenderer.postMessage('connect', null, [theirs]);

const bridge: Bridge = {
  send: (message) => own.postMessage(message),
  onMessage: (listener) => {
    own.onmessage = ({ data }) => listener(data);
  },
  pathsOf: (files) => Array.from(files, pathOf).filter((path) => path !== ''),
};

/** Electron before 29 has no webUtils: there a file knows its path itself. */
function pathOf(file: File & { readonly path?: string }): string {
  return (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ?? file.path ?? '';
}

contextBridge.exposeInMainWorld('bridge', bridge);
