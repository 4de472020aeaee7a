import { version } from '../../../../package.json';
import { exitCodes } from './context';
import { runCommandLine } from './program';

const wrapperLookMillis = 1000;

// The reader of the output may leave before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// Started by a wrapper, as `npm run studio` does, the program has a session of its own: where the wrapper is killed,
// nobody would know of what goes on. A run that trains ends with a checkpoint, as interrupted, since its trainer's host
// is gone. Started by itself the program may outlive its shell, which is what nohup and setsid are for.
const { ppid } = process;
if (process.env['RESIDUAL_STUDIO_WRAPPER'] === String(ppid)) {
  setInterval(() => {
    if (process.ppid !== ppid) process.exit(exitCodes.failed);
  }, wrapperLookMillis).unref();
}

void runCommandLine(process.argv.slice(2), {
  version,
  processes: __dirname,
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
