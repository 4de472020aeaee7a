import type { Manifest, Split } from '../../shared/contract/dataset';
import type { Evaluation, EvaluationProgress } from '../../shared/contract/evaluation';
import { composed } from '../../shared/composed';
import { UserError } from '../../shared/errors';
import type { Shape } from '../../shared/network/layer';
import { message } from '../../shared/words/message';
import { Throttle } from '../../shared/rpc/throttle';
import { spreadGrey } from '../datasets/pictures/grey';
import { DatasetStore } from '../datasets/store/store';
import { orderedBatches } from '../datasets/batches/batches';
import type { LoadedNetwork } from './loaded-network';
import { Tally } from './tally';

const batchSize = 64;

interface EvaluationTask {
  /** Path of the weights. */
  readonly checkpoint: string;
  readonly dataFolder: string;
  readonly dataset: string;
  readonly split: Split;
}

/**
 * What a network makes of all pictures of a split.
 * @throws UserError where the dataset is none for this network, or has no such pictures.
 */
export async function evaluate(
  { checkpoint, engine }: LoadedNetwork,
  task: EvaluationTask,
  report: (progress: EvaluationProgress) => void,
): Promise<Evaluation> {
  const { manifest, split } = await new DatasetStore(task.dataFolder).open(task.dataset);
  const places = placesOf(manifest, checkpoint);
  const isSpread = isGreyOfColour(checkpoint.network.inputShape, manifest.shape);
  const data = await split(task.split);
  if (data.count === 0) {
    throw new UserError(
      message('inspection.emptySplit', { name: manifest.name, split: message(`splits.${task.split}`) }),
    );
  }
  const progress = new Throttle(report);
  const tally = new Tally(checkpoint.classes);
  let done = 0;
  for await (const { images, labels } of orderedBatches(data, batchSize)) {
    tally.add(
      engine.predict(isSpread ? spreadGrey(images) : images),
      Array.from(labels, (label) => places[label] as number),
    );
    done += labels.length;
    progress.push({ done, total: data.count });
  }
  progress.flush();
  const { id, name, contentHash } = manifest;
  return {
    checkpoint: task.checkpoint,
    step: checkpoint.step,
    dataset: { id, name, contentHash },
    split: task.split,
    ...tally.result,
  };
}

/** Grey pictures fit a network of colours of the same size, with their grey as each of the three. */
function isGreyOfColour(expected: Shape, found: Shape): boolean {
  return expected[0] === found[0] && expected[1] === found[1] && expected[2] === 3 && found[2] === 1;
}

/** For each class of the dataset its place among those of the network. */
function placesOf(manifest: Manifest, { classes, network }: LoadedNetwork['checkpoint']): number[] {
  const [expected = '', found = ''] = [network.inputShape, manifest.shape].map((shape) => shape.join('x'));
  if (expected !== found && !isGreyOfColour(network.inputShape, manifest.shape)) {
    throw new UserError(message('inspection.otherSize', { expected, name: manifest.name, found }));
  }
  const known = classes.map(composed);
  return manifest.classes.map(({ name }) => {
    const place = known.indexOf(composed(name));
    if (place >= 0) return place;
    const some = classes.slice(0, 5).join(', ') + (classes.length > 5 ? ', ...' : '');
    throw new UserError(message('inspection.unknownClass', { class: name, name: manifest.name, known: some }));
  });
}
