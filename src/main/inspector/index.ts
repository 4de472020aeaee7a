import { setPriority } from 'node:os';
import { join } from 'node:path';
import { inspector, type Inspector } from '../../shared/contract/inspector';
import { UserError, wordsOf } from '../../shared/errors';
import { Peer } from '../../shared/rpc/peer';
import { serve, type HandlersOf } from '../../shared/rpc/service';
import { DecoderPool } from '../datasets/pictures/decoder-pool';
import { openParentPort } from '../transport/parent-port';
import { answersOf } from './answers';
import { NetworkCache } from './loaded-network';
import { sentence } from '../../shared/words/message';

/** Of processes on POSIX: a run that trains is not slowed down by somebody who looks at it. */
const niceness = 10;
/** Beside TensorFlow's own. */
const decoderThreads = 2;

/** What went wrong in here is told as it is: a library that cannot be loaded says by itself what is missing. */
function told(_name: string, thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown;
  console.error(thrown);
  const words = wordsOf(thrown);
  return new UserError(typeof words === 'string' ? sentence(words) : words);
}

/** The same answers, one after the other: they share the network that is kept. */
function inTurn(answers: HandlersOf<Inspector>): HandlersOf<Inspector> {
  let latest: Promise<unknown> = Promise.resolve();
  const rows = Object.entries(answers).map(([name, answer]) => {
    const waiting = (...given: Parameters<typeof answer>): Promise<unknown> => {
      const turn = latest.then(() => (answer as (...given: unknown[]) => unknown)(...given));
      latest = turn.catch(() => undefined);
      return turn;
    };
    return [name, waiting];
  });
  return Object.fromEntries(rows) as HandlersOf<Inspector>;
}

// The library's threads are started later, and inherit it.
setPriority(niceness);

const decoders = new DecoderPool(join(__dirname, 'decoder.cjs'), { threads: decoderThreads });
const peer = new Peer(openParentPort(), { told });
serve(peer, inspector, inTurn(answersOf(new NetworkCache(), decoders)), { checks: { inputs: false } });
peer.onEnd(() => process.exit(0));
// Ctrl-C reaches every process of a terminal; what is to be done about it the parent decides.
process.on('SIGINT', () => undefined);
