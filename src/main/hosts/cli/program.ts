import { Command, CommanderError } from 'commander';
import { messageOf, UserError } from '../../../shared/errors';
import { errorCode } from '../../files/file-errors';
import { addBenchmark } from './commands/benchmark';
import { addClassify } from './commands/classify';
import { addDatasets } from './commands/datasets';
import { addDescribe } from './commands/describe';
import { addDoctor } from './commands/doctor';
import { addEvaluate } from './commands/evaluate';
import { addImport } from './commands/import';
import { addRuns } from './commands/runs';
import { addResume } from './commands/resume';
import { addTrain } from './commands/train';
import type { AddCommand, Context } from './context';
import { exitCodes, UsageError } from './context';

const commands: readonly AddCommand[] = [
  addDoctor,
  addDescribe,
  addImport,
  addDatasets,
  addTrain,
  addResume,
  addRuns,
  addClassify,
  addEvaluate,
  addBenchmark,
];

/** Every command with its options. @param ended Takes the exit code of the one that was run. */
export function makeProgram(context: Context, ended: (exitCode: number) => void = () => undefined): Command {
  const program = new Command('residual-studio')
    .description('Trains deep residual networks on your pictures, and classifies with them.')
    .version(context.version)
    .configureOutput({
      writeOut: (text) => context.print(text.trimEnd()),
      writeErr: (text) => context.note(text),
      outputError: (text, write) => write(brief(text)),
    })
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError()
    // `--json` after a command belongs to that command, also where the one above it has it too.
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText(
      'after',
      '\nData is kept in RESIDUAL_STUDIO_HOME, or in the usual place for an application of this system.',
    );
  for (const add of commands) {
    add(
      program,
      context,
      (action) =>
        async (...given) =>
          ended((await action(...given)) ?? exitCodes.done),
    );
  }
  return program;
}

/**
 * Runs one command line.
 * @returns the exit code: 0 for done, 1 for failed, 2 for wrong usage.
 */
export async function runCommandLine(words: readonly string[], context: Context): Promise<number> {
  let exitCode: number = exitCodes.done;
  try {
    await makeProgram(context, (code) => (exitCode = code)).parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      const wanted = error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
      return wanted ? exitCodes.done : exitCodes.wrongUsage;
    }
    context.note(`error: ${error instanceof UserError ? toldOf(error) : faultOf(error)}\n`);
    return error instanceof UsageError ? exitCodes.wrongUsage : exitCodes.failed;
  }
}

/** Commander quotes what was typed whole, however long it is. */
function brief(text: string): string {
  return text.length <= longestError
    ? text
    : `${text.slice(0, longestError / 2).trimEnd()}…${text.slice(-longestError / 2)}`;
}
const longestError = 1000;

/** A fault of the program is told with its place, so that it can be reported; what the system refuses is none. */
function faultOf(error: unknown): string {
  if (/^E[A-Z0-9]+$/.test(errorCode(error) ?? '')) return brief(messageOf(error));
  return error instanceof Error && error.stack ? error.stack : messageOf(error);
}

function toldOf({ message, option }: UserError): string {
  return option === undefined ? message : `${message}\nThe option that confirms it: ${option}`;
}
