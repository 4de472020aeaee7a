import { Option } from 'commander';
import { checkpointLimits, checkpointMinuteLimits, defaultCheckpoints } from '../../../shared/contract/run';
import { runNameSchema } from '../../../shared/contract/labels';
import { fieldOf, type FieldName, type FieldValue } from '../../../shared/recipe/fields';
import { limitsWords, numberSchema, readNumber, type Limits } from '../../../shared/recipe/limits';
import { expected, readField, refusal } from '../../../shared/recipe/refusal';
import { message, type Message } from '../../../shared/words/message';
import { UsageError } from './context';

/** `learning-rate` of `learningRate`, unless its row has another. */
export function flagOf(name: FieldName): string {
  return fieldOf(name).option.flag ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function refused(flag: string, expectation: Message, given: string): UsageError {
  return new UsageError(refusal(`--${flag}`, expectation, given).words);
}

/** The options of a value: one, or for a switch one for each of its states that can be asked for. */
export function fieldOptions(name: FieldName): Option[] {
  const field = fieldOf(name);
  const flag = flagOf(name);
  if (field.kind === 'switch') {
    const { help, helpOff } = field.option;
    return [
      ...(help === undefined ? [] : [new Option(`--${flag}`, help)]),
      ...(helpOff === undefined ? [] : [new Option(`--no-${flag}`, helpOff)]),
    ];
  }
  const { metavar, help, conflicts = [] } = field.option;
  const option = new Option(`--${flag} <${metavar}>`, help).conflicts(conflicts);
  if (field.kind === 'choice') option.choices(field.choices);
  if (field.scope === 'run' && field.default !== undefined) option.default(field.default);
  // The text itself is kept: commander takes null, which a warm-up may be, for a parser that has failed.
  return [
    option.argParser((text: string) => {
      if (readField(name, text) === undefined) throw refused(flag, expected(field), text);
      return text;
    }),
  ];
}

/** What the options of these values were given, by the names of the values. */
export function fieldValues<Name extends FieldName>(
  names: readonly Name[],
  options: Readonly<Record<string, unknown>>,
): { [Each in Name]?: FieldValue<Each> } {
  const given = names.flatMap((name) => {
    const option = flagOf(name).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const value = options[option];
    return value === undefined ? [] : [[name, typeof value === 'string' ? readField(name, value) : value] as const];
  });
  return Object.fromEntries(given) as { [Each in Name]?: FieldValue<Each> };
}

/** An option that takes a number within limits. */
export function numberOption(flag: string, metavar: string, help: string, limits: Limits): Option {
  const schema = numberSchema(limits);
  return new Option(`--${flag} <${metavar}>`, help).argParser((text: string) => {
    const { success, data } = schema.safeParse(readNumber(text));
    if (!success) throw refused(flag, limitsWords(limits), text);
    return data;
  });
}

/** When a run writes its last checkpoint, and which it keeps beside that and the best. */
export const checkpointOptions = (): Option[] => [
  numberOption(
    'checkpoint-minutes',
    'minutes',
    'write the last checkpoint so often within an epoch, for no more than 2 % of the time: what a kill loses at most; 0: at its end alone',
    checkpointMinuteLimits,
  ).default(defaultCheckpoints.minutes),
  numberOption(
    'checkpoint-every',
    'epochs',
    'write a checkpoint after every so many epochs; 0: none',
    checkpointLimits,
  ).default(0),
  numberOption('keep-checkpoints', 'count', 'of these, the newest; 0: all', checkpointLimits).default(3),
];

/** What a run is called. */
export const nameOption = (): Option =>
  new Option('--name <name>', 'what to call the run').argParser((text: string) => {
    const { success, data } = runNameSchema.safeParse(text);
    if (!success) throw refused('name', message('values.name'), text);
    return data;
  });
