import { join } from 'node:path';
import { trainerCommandSchema, type TrainerReport } from '../../shared/contract/processes';
import { openParentPort } from '../transport/parent-port';
import { Pause } from './pause';
import { TrainingSession } from './training-session';

const port = openParentPort();
let stopState: 'stopped' | 'interrupted' | null = null;
const pause = new Pause();
let started = false;

function interrupt(): void {
  stopState ??= 'interrupted';
  pause.end();
  if (!started) process.exit(0);
}

async function start(dataFolder: string, run: string): Promise<void> {
  started = true;
  const session = new TrainingSession({
    dataFolder,
    run,
    loaderEntry: join(__dirname, 'loader.cjs'),
    report: (report: TrainerReport) => port.send(report),
    stopState: () => stopState,
    pause,
  });
  try {
    await session.run();
    port.exit(0);
  } catch (error) {
    console.error(error);
    port.exit(1);
  }
}

port.onMessage((message) => {
  const command = trainerCommandSchema.parse(message);
  if (command.type === 'pause') return pause.begin();
  if (command.type !== 'train') pause.end();
  if (command.type === 'stop') stopState ??= 'stopped';
  else if (command.type === 'train' && !started) void start(command.dataFolder, command.run);
});
port.onClose(interrupt);
// Ctrl-C reaches every process of a terminal; what is to be done about it the parent decides.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', interrupt);
process.on('SIGHUP', interrupt);
port.send({ type: 'ready' } satisfies TrainerReport);
