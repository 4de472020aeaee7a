import { join } from 'node:path';
import { trainer, type Trainer } from '../../shared/contract/trainer';
import { Peer } from '../../shared/rpc/peer';
import { serve, type Emit } from '../../shared/rpc/service';
import { openParentPort } from '../transport/parent-port';
import { Pause } from './pause';
import { TrainingSession } from './training-session';

const port = openParentPort();
let stopState: 'stopped' | 'interrupted' | null = null;
const pause = new Pause();
let started = false;

function end(state: 'stopped' | 'interrupted'): void {
  stopState ??= state;
  pause.end();
}

function interrupt(): void {
  end('interrupted');
  if (!started) process.exit(0);
}

async function start(dataFolder: string, run: string, report: Emit<Trainer>): Promise<void> {
  started = true;
  const loaderEntry = join(__dirname, 'loader.cjs');
  const session = new TrainingSession({ dataFolder, run, loaderEntry, report, stopState: () => stopState, pause });
  try {
    await session.run();
    port.exit(0);
  } catch (error) {
    console.error(error);
    port.exit(1);
  }
}

const peer = new Peer(port);
const report = serve(
  peer,
  trainer,
  {
    train: ({ dataFolder, run }) => {
      // What becomes of it the events tell.
      if (!started) void start(dataFolder, run, report);
      return undefined;
    },
    stop: () => void end('stopped'),
    pause: () => void pause.begin(),
    continue: () => void pause.end(),
  },
  { checks: { inputs: false } },
);
peer.onEnd(interrupt);
// Ctrl-C reaches every process of a terminal; what is to be done about it the parent decides.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', interrupt);
process.on('SIGHUP', interrupt);
