import { MessageFormat } from 'messageformat';
import { once } from '../once';
import { functions } from './functions';
import { isMessage, type Message } from './message';
import type { Texts, Value } from './values';

/** A number that is written as it is, unless the text names a function for it. */
class PlainNumber {
  readonly #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  valueOf(): number {
    return this.#value;
  }

  toString(): string {
    return String(this.#value);
  }
}

/** A list that is joined by commas, unless the text names a function for it. */
class PlainList extends Array<string> {
  override toString(): string {
    return this.join(', ');
  }
}

/** Whether a text is said as it is written, with nothing to fill in or to choose from. */
const isPlain = (text: string): boolean => !/[{}\\]|^\s*\./.test(text);

function flatten(texts: Texts, above = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[`${above}${key}`, text]] : flatten(text, `${above}${key}.`),
  );
}

/** The texts of one language. Each is parsed when it is first said. */
export class Catalogue {
  readonly #locale: string;
  readonly #texts: () => ReadonlyMap<string, string>;
  readonly #parsed = new Map<string, MessageFormat<string>>();

  constructor(locale: string, texts: Texts) {
    this.#locale = locale;
    this.#texts = once(() => new Map(flatten(texts)));
  }

  keys(): readonly string[] {
    return [...this.#texts().keys()];
  }

  /** Whether there is such a text: a file or a newer version may name others. */
  has(key: string): boolean {
    return this.#texts().has(key);
  }

  /**
   * @param onError Told of what a text lacks; it is said with the name in the place of the value then.
   * @returns the key itself where there is no such text.
   */
  say({ key, values }: Message, onError: (error: unknown) => void = () => undefined): string {
    const text = this.#texts().get(key);
    if (text === undefined) return key;
    if (isPlain(text)) return text;
    let format = this.#parsed.get(key);
    if (!format) {
      format = new MessageFormat<string>(this.#locale, text, { bidiIsolation: 'none', functions: { ...functions } });
      this.#parsed.set(key, format);
    }
    const filled: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) filled[name] = this.#fill(value);
    return format.format(filled, onError);
  }

  #fill(value: Value): unknown {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return new PlainNumber(value);
    if (isMessage(value)) return this.say(value);
    return PlainList.from(value, (item) => String(this.#fill(item)));
  }
}
