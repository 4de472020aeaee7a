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

export function message<Key extends MessageKey>(key: Key, ...[values]: ValuesAfter<Key>): Message {
  return { key, values: values ?? {} };
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
