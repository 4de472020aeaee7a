import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, FromPreload } from '../shared/contract/studio';

// Each page has a way of its own: what is said to one that was left behind does not reach the next.
const { port1: own, port2: theirs } = new MessageChannel();
ipcRenderer.postMessage('connect', null, [theirs]);

const send = (message: FromPreload): void => own.postMessage(message);

const bridge: Bridge = {
  send: (said) => send({ said }),
  onMessage: (listener) => {
    own.onmessage = ({ data }) => listener(data);
  },
  pathsOf: (files) => {
    const given = Array.from(files, pathOf).filter((path) => path !== '');
    send({ given });
    return given;
  },
};

/**
 * Where a file lies that the system has given to the page; empty for one that a page made up. It is asked of the
 * browser, not of the object: that comes from the page, which may write anything on it.
 */
function pathOf(file: File): string {
  if (!(file instanceof File)) return '';
  const utilities = webUtils as typeof webUtils | undefined;
  // Electron before 29 has no webUtils: there the browser's own class of files has a property of it.
  return utilities ? utilities.getPathForFile(file) : String(Reflect.get(File.prototype, 'path', file) ?? '');
}

contextBridge.exposeInMainWorld('bridge', bridge);
