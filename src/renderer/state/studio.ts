import type { StudioApi } from '../../shared/contract/studio-api';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly studio: StudioApi;
  }
}

export type Studio = StudioApi;
