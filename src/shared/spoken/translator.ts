/** Translations by the messages as the source has them, with `{name}` in the place of each value. */
export type Catalogue = Readonly<Record<string, string>>;

interface Template {
  /** What stands between the values. */
  readonly literals: readonly string[];
  readonly letters: number;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly translation: string;
}

interface Reading {
  readonly text: string;
  /** How many letters of the message are translated. */
  readonly letters: number;
}

const placeholder = /\{(\w+)\}/;
const filled = /\{(\w+)(!?)\}/g;

/** How many letters of the English alphabet there are in a text, but for its placeholders. */
export function lettersIn(text: string): number {
  return text.replace(filled, '').replace(/[^a-z]/gi, '').length;
}

function compile([key, translation]: [string, string]): Template {
  const parts = key.split(placeholder);
  const literals = parts.filter((_, index) => index % 2 === 0);
  const names = parts.filter((_, index) => index % 2 === 1);
  const escaped = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { literals, names, translation, letters: lettersIn(key), pattern: new RegExp(`^${escaped.join('([^]*?)')}$`) };
}

/** Finds the template of a message again, and says it in another language. */
export class Translator {
  readonly #catalogue: Catalogue;
  #templates: readonly Template[] | null = null;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /**
   * Values stay as they are; those that the translation marks, as `{message!}`, are translated in turn.
   * @returns the message as it is where no template fits.
   */
  translate(message: string): string {
    return this.read(message).text;
  }

  /** The reading that translates the most of a message. */
  read(message: string, known = new Map<string, Reading>()): Reading {
    const before = known.get(message);
    if (before) return before;
    const plain = { text: message, letters: 0 };
    // Nothing asks for the whole again while it is read.
    known.set(message, plain);
    this.#templates ??= Object.entries(this.#catalogue).map(compile);
    const lines = message.split('\n');
    const readings = this.#templates.flatMap((template) => this.#readAs(template, message, known));
    if (lines.length > 1) readings.push(this.#readLines(lines, known));
    const best = readings.reduce((most, reading) => (reading.letters > most.letters ? reading : most), plain);
    known.set(message, best);
    return best;
  }

  #readLines(lines: readonly string[], known: Map<string, Reading>): Reading {
    const readings = lines.map((line) => this.read(line, known));
    return {
      text: readings.map(({ text }) => text).join('\n'),
      letters: readings.reduce((sum, { letters }) => sum + letters, 0),
    };
  }

  #readAs({ literals, names, pattern, translation, letters }: Template, message: string, known: Map<string, Reading>) {
    if (!literals.every((literal) => message.includes(literal))) return [];
    const match = pattern.exec(message);
    if (!match) return [];
    const values = new Map(names.map((name, index) => [name, match[index + 1] ?? '']));
    let sum = letters;
    const text = translation.replace(filled, (_, name: string, isMessage: string) => {
      const value = values.get(name) ?? '';
      if (isMessage === '') return value;
      const reading = this.read(value, known);
      sum += reading.letters;
      return reading.text;
    });
    return [{ text, letters: sum }];
  }
}
