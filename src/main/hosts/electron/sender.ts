import { pageOrigin } from './page';

interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

/** Whether a message comes from the studio's own page itself: not from a frame inside it, not from elsewhere. */
export function isOwnPage(frame: Frame | null | undefined): boolean {
  return frame?.parent === null && frame.url.startsWith(`${pageOrigin}/`);
}
