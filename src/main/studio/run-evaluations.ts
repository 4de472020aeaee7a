import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Picture, Split } from '../../shared/contract/dataset';
import type { Evaluation, EvaluationProgress } from '../../shared/contract/evaluation';
import { evaluationSchema } from '../../shared/contract/evaluation';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { defaultSplit } from '../../shared/runs/default-split';
import type { DatasetStore } from '../datasets/store/store';
import { writeDurably } from '../files/durable-file';
import { errorCode } from '../files/file-errors';
import { RunStore } from '../runs/run-store';
import type { InspectorService } from './inspector-service';

/** Which weights of a run are evaluated, on which pictures. */
export interface RunEvaluation {
  readonly run: string;
  /** `best`, `last` or `epoch-0010`; the best one, or else the last, where it is not named. */
  readonly checkpoint?: string;
  /** The test split, or the validation split where there is none, if it is not named. */
  readonly split?: Split;
}

/** What an evaluation was made of: it counts as long as that is the same. */
const stampSchema = z.object({ bytes: z.number(), modifiedMillis: z.number(), contentHash: z.string() });
type Stamp = z.infer<typeof stampSchema>;
const keptSchema = z.object({ version: z.literal(1), of: stampSchema, evaluation: evaluationSchema });

interface Options {
  readonly dataFolder: string;
  readonly datasets: Pick<DatasetStore, 'read' | 'pictures'>;
  readonly inspector: Pick<InspectorService, 'request'>;
}

interface Found {
  readonly checkpoint: string;
  readonly path: string;
  readonly dataset: string;
  readonly split: Split;
  readonly kept: string;
  readonly stamp: Stamp;
}

/** Evaluations of runs on the datasets that they were trained on, each kept in its run's folder. */
export class RunEvaluations {
  readonly #options: Options;
  readonly #store: RunStore;

  constructor(options: Options) {
    this.#options = options;
    this.#store = new RunStore(options.dataFolder);
  }

  /** What is kept of the checkpoint and the dataset as they are now; null where nothing is. */
  async read(wanted: RunEvaluation): Promise<Evaluation | null> {
    return this.#kept(await this.#find(wanted));
  }

  /** @throws UserError where the run has no such checkpoint, or its dataset is gone or has no such pictures. */
  async evaluate(wanted: RunEvaluation, onProgress?: (progress: EvaluationProgress) => void): Promise<Evaluation> {
    const found = await this.#find(wanted);
    const kept = await this.#kept(found);
    if (kept) return kept;
    const { checkpoint, path, dataset, split, stamp } = found;
    const task = { weights: { path }, dataFolder: this.#options.dataFolder, dataset, split };
    const answer = await this.#options.inspector.request('evaluate', task, onProgress ? { onProgress } : {});
    const evaluation = { ...answer, checkpoint };
    await keep(found.kept, { version: 1, of: stamp, evaluation }).catch((thrown: unknown) => {
      // What was computed is told all the same, and computed again the next time.
      console.error(thrown);
    });
    return evaluation;
  }

  /**
   * Pictures of one class that were taken for a class, of an evaluation that is kept.
   * @param truth Place of the class among those of the evaluation.
   */
  async pictures(wanted: RunEvaluation, truth: number, predicted: number, most: number): Promise<Picture[]> {
    const found = await this.#find(wanted);
    const evaluation = await this.#kept(found);
    if (!evaluation) throw new UserError(message('inspection.outdated'));
    const { classes } = await this.#options.datasets.read(found.dataset);
    const label = classes.findIndex(({ name }) => name === evaluation.classes[truth]?.name);
    return this.#options.datasets.pictures(found.dataset, found.split, (labels) => {
      const indices: number[] = [];
      for (let index = labels.indexOf(label); index >= 0; index = labels.indexOf(label, index + 1)) {
        if (evaluation.predictions[index] === predicted) indices.push(index);
        if (indices.length === most) break;
      }
      return indices;
    });
  }

  async #find({ run, checkpoint, split }: RunEvaluation): Promise<Found> {
    const path = await (checkpoint === undefined
      ? this.#store.checkpoints.find(run)
      : this.#store.checkpoints.named(run, checkpoint));
    const chosen = basename(path, '.safetensors');
    const { dataset } = await this.#store.readConfig(run);
    const manifest = await this.#options.datasets.read(dataset.id);
    const used = split ?? defaultSplit(manifest);
    const { size, mtimeMs } = await stat(path);
    const stamp = { bytes: size, modifiedMillis: mtimeMs, contentHash: manifest.contentHash };
    const kept = this.#store.path(run, 'evaluations', `${chosen}-${used}.json`);
    return { checkpoint: chosen, path, dataset: manifest.id, split: used, kept, stamp };
  }

  async #kept({ kept, stamp }: Found): Promise<Evaluation | null> {
    const text = await readFile(kept, 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      const { of, evaluation } = keptSchema.parse(JSON.parse(text));
      const isCurrent = (Object.keys(stamp) as (keyof Stamp)[]).every((key) => of[key] === stamp[key]);
      return isCurrent ? evaluation : null;
    } catch {
      // One that is damaged is made again.
      return null;
    }
  }
}

/** Does not bring back the folder of a run that was removed meanwhile. */
async function keep(path: string, content: z.infer<typeof keptSchema>): Promise<void> {
  await mkdir(dirname(path)).catch((thrown: unknown) => {
    if (errorCode(thrown) !== 'EEXIST') throw thrown;
  });
  await writeDurably(path, [`${JSON.stringify(content)}\n`]);
}
