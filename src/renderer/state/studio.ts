import type { Bridge, WindowService } from '../../shared/contract/studio';
import { Peer } from '../../shared/rpc/peer';
import { clientOf, type Client } from '../../shared/rpc/service';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly bridge: Bridge;
    /** Put there for tests, which ask as the page does. */
    studio: Studio;
  }
}

/** The studio behind the window, and the host in which it is shown. */
export interface Studio extends Client<WindowService> {
  /** Absolute paths of files from a drop, the clipboard or a file input, which are given to the studio with it. */
  pathsOf(files: readonly File[]): string[];
}

/** The studio at the other end of a bridge, which the page lives and dies with. */
export function openStudio(bridge: Bridge): Studio {
  const peer = new Peer({ ...bridge, onClose: () => undefined, close: () => undefined });
  return { ...clientOf<WindowService>(peer), pathsOf: bridge.pathsOf };
}
