import type { z } from 'zod';
import { once } from '../once';
import { english, inEnglish } from './english';
import { message, type Message, type MessageKey } from './message';
import type { Value } from './values';

/** Sentences of libraries that hold no values, by what they say. */
const sentences = once(() =>
  bySentence([
    message('outside.noZipEnd'),
    message('outside.noZipDirectory'),
    message('outside.noZip'),
    message('outside.endsEarly'),
    message('outside.fileEndsEarly'),
    message('outside.dataEndsEarly'),
    message('outside.tarHeader'),
    message('outside.gzipHeader'),
    message('outside.gzipChecksum'),
    message('outside.gzipLength'),
    message('outside.blockType'),
    message('outside.blockLengths'),
    message('outside.distanceTooFar'),
    message('outside.distanceCode'),
    message('outside.codeLengths'),
  ]),
);

function bySentence(messages: readonly Message[]): ReadonlyMap<string, Message> {
  return new Map(messages.map((words) => [inEnglish(words), words]));
}

const systemErrors = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENOSPC'];

/** A message that says in English just what was said; else the sentence itself. */
function sameIn(sentence: string, key: MessageKey, values: Readonly<Record<string, unknown>>): Message | string {
  const given = Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  const words: Message = { key, values: Object.fromEntries(given) };
  return inEnglish(words) === sentence ? words : sentence;
}

/** What was thrown by the system or a library: words for every language where they are known, else its sentence. */
export function wordsOfOutside(thrown: unknown): Message | string {
  if (!(thrown instanceof Error)) return String(thrown);
  const known = sentences().get(thrown.message);
  if (known) return known;
  const { code, syscall, path, lines } = thrown as Error & Readonly<Record<string, unknown>>;
  if (typeof code !== 'string') return thrown.message;
  if (systemErrors.includes(code)) {
    return sameIn(thrown.message, `outside.${code}` as MessageKey, { call: syscall, path });
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return sameIn(thrown.message, 'outside.quoteOpen', { line: lines });
  if (code === 'CSV_INVALID_CLOSING_QUOTE') {
    const found = /got "([^]*?)" at line/.exec(thrown.message)?.[1];
    return sameIn(thrown.message, 'outside.quoteClosed', { found, line: lines });
  }
  return thrown.message;
}

const limits = {
  too_small: { plain: 'outside.atLeast', strict: 'outside.above', counted: 'outside.atLeastOf' },
  too_big: { plain: 'outside.atMost', strict: 'outside.below', counted: 'outside.atMostOf' },
} as const;

/** A type, or what something is counted in, in words; as it is where it has none. */
function typeWords(name: string | undefined): Value | undefined {
  const key = `outside.types.${name}`;
  return english.has(key) ? { key, values: {} } : name;
}

/** What a schema has against a value, whose way there `issue.path` tells. */
export function wordsOfIssue(issue: z.core.$ZodIssue): Message | string {
  const said = issue.message;
  switch (issue.code) {
    case 'invalid_type': {
      const received = said.split(', received ')[1];
      const values = { expected: typeWords(issue.expected), received: typeWords(received) };
      return sameIn(said, received === 'undefined' ? 'outside.missing' : 'outside.wrongType', values);
    }
    case 'invalid_union':
      return sameIn(said, 'outside.wrong', {});
    case 'invalid_value':
      if (issue.values.length === 1) return sameIn(said, 'outside.wrongValue', { value: said.split('expected ')[1] });
      return sameIn(said, 'outside.wrongOption', { options: said.split('expected one of ')[1] });
    case 'unrecognized_keys':
      if (issue.keys.length > 1) return sameIn(said, 'outside.unknownKeys', { keys: said.split('keys: ')[1] });
      return sameIn(said, 'outside.unknownKey', { key: said.split('key: ')[1] });
    case 'too_small':
    case 'too_big': {
      const what = typeWords(said.split(' ')[3]);
      const unit = /[<>]=?\S+ (\w+)$/.exec(said)?.[1];
      const limit = issue.code === 'too_small' ? { least: issue.minimum } : { most: issue.maximum };
      const values = Object.fromEntries(Object.entries(limit).map(([name, value]) => [name, String(value)]));
      const { plain, strict, counted } = limits[issue.code];
      const key = unit === undefined ? (issue.inclusive === false ? strict : plain) : counted;
      return sameIn(said, key, { what, unit: typeWords(unit), ...values });
    }
    case 'not_multiple_of':
      return sameIn(said, 'outside.noMultiple', { divisor: String(issue.divisor) });
    case 'custom':
    case 'invalid_format':
      if (said.startsWith('Invalid string: must match pattern ')) {
        return sameIn(said, 'outside.wrongPattern', { pattern: said.split('pattern ')[1] });
      }
      return ownWords().get(said) ?? said;
    default:
      return said;
  }
}

/** What the schemas of the studio say themselves. */
const ownWords = once(() =>
  bySentence([
    message('imports.nothingLeft'),
    message('runs.badTag'),
    message('training.fraction'),
    message('devices.wanted'),
  ]),
);

/** What a schema complains of first: where, and what. */
export function firstIssue({ issues: [issue] }: z.ZodError): { readonly place: string; readonly message: Value } {
  return { place: issue?.path.join('.') ?? '', message: issue ? wordsOfIssue(issue) : '' };
}
