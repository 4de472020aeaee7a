import type { Message as Words } from '../words/message';

/**
 * How messages travel between two processes: whole, in their order, and each of them once. Whatever can do that carries
 * a {@link Peer}: Electron's ports, the channel of a child process, a socket.
 */
export interface Carrier {
  /** Lost where the other side is gone. @throws Error where the message holds what cannot travel. */
  send(message: Message): void;
  /** Messages that arrive, as they are. There is one listener. */
  onMessage(listener: (message: unknown) => void): void;
  /** The other side is gone, and nothing arrives any more; with the reason where it is known. There is one listener. */
  onClose(listener: (reason?: Error) => void): void;
  close(): void;
}

/** An error as it travels. `user`: somebody can mend what it names, it is no fault of the program. */
export interface WireError {
  readonly user: boolean;
  /** In English. */
  readonly message: string;
  /** The same for every language; of what somebody can mend. */
  readonly words?: Words;
  readonly option?: string;
}

/** What travels. The one that asks numbers its requests, and everything about one of them has its number. */
export type Message =
  | { readonly type: 'request'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError }
  | { readonly type: 'event'; readonly name: string; readonly value: unknown };

/** Whether something that arrived is a message; its values are not looked at. */
export function isMessage(arrived: unknown): arrived is Message {
  if (typeof arrived !== 'object' || arrived === null) return false;
  const { type, id, name, error } = arrived as Readonly<Record<string, unknown>>;
  if (type === 'event') return typeof name === 'string';
  if (!Number.isSafeInteger(id)) return false;
  if (type === 'request') return typeof name === 'string';
  if (type === 'error') return isWireError(error);
  return type === 'cancel' || type === 'progress' || type === 'answer';
}

function isWireError(arrived: unknown): arrived is WireError {
  if (typeof arrived !== 'object' || arrived === null) return false;
  const { user, message, words, option } = arrived as Readonly<Record<string, unknown>>;
  const hasOption = option === undefined || typeof option === 'string';
  return (
    typeof user === 'boolean' && typeof message === 'string' && hasOption && (words === undefined || isWords(words))
  );
}

function isWords(arrived: unknown): boolean {
  if (typeof arrived !== 'object' || arrived === null) return false;
  const { key, values } = arrived as Readonly<Record<string, unknown>>;
  return typeof key === 'string' && typeof values === 'object' && values !== null;
}
