import { z } from 'zod';
import type { en } from './en';
import type { Keys, Message, TextAt, Value, ValuesIn } from './values';

export type { Message } from './values';

export type MessageKey = Keys<typeof en>;

export type ValuesOf<Key extends MessageKey> = ValuesIn<TextAt<typeof en, Key>>;

/** What follows a key: the values that its text needs, or nothing. */
export type ValuesAfter<Key extends MessageKey> = keyof ValuesOf<Key> extends never
  ? [values?: Readonly<Record<string, never>>]
  : [values: ValuesOf<Key>];

/** What comes from outside may be of any length; longer paths and sentences than these are read by nobody. */
const [longestText, longestList] = [500, 100];

/** As much of a text as a person reads: its beginning and its end. */
export function briefText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText / 2)}…${text.slice(-longestText / 4)}`;
}

/** A value as far as a person reads it: the beginning and the end of a text, the beginning of a list. */
function brief(value: Value): Value {
  if (typeof value === 'string') return briefText(value);
  if (!Array.isArray(value)) return value;
  const list = value as readonly Value[];
  return list.length <= longestList ? list.map(brief) : [...list.slice(0, longestList).map(brief), '…'];
}

/** A text with its values, each as long at most as people read. */
export function message<Key extends MessageKey>(key: Key, ...[values]: ValuesAfter<Key>): Message {
  const given = Object.entries<Value>(values ?? {}).map(([name, value]) => [name, brief(value)] as const);
  return { key, values: Object.fromEntries(given) };
}

/** What the system or a library says in English alone, where a message is asked for. */
export function sentence(said: string): Message {
  return message('outside.sentence', { sentence: said });
}

/** Several messages as one, with "; " between them. */
export function joined(messages: readonly Value[]): Value {
  const [first = '', ...others] = messages;
  return others.reduce<Value>((before, next) => message('list.then', { before, next }), first);
}

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'key' in value && 'values' in value;
}

const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number(), messageSchema, z.array(valueSchema)]),
);

/** A message as it crosses from one process to another, and as files hold it. */
export const messageSchema: z.ZodType<Message> = z.object({
  key: z.string(),
  values: z.record(z.string(), valueSchema),
});
