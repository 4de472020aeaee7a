import { z } from 'zod';
import type { Classification } from '../../shared/contract/classification';
import { classificationSchema } from '../../shared/contract/classification';
import type { Evaluation, EvaluationProgress } from '../../shared/contract/evaluation';
import { evaluationSchema } from '../../shared/contract/evaluation';
import type { InspectorRequest } from '../../shared/contract/processes';
import { inspectorAnswerSchema, tensorflowInformationSchema } from '../../shared/contract/processes';
import type { InspectedPicture, LayerInspection } from '../../shared/contract/inspection';
import { layerInspectionSchema } from '../../shared/contract/inspection';
import type { TimedStep } from '../../shared/contract/speed';
import { UserError } from '../../shared/errors';
import type { ChildHandle, LaunchProcess } from '../launch/child';
import { describeExit } from '../launch/child-exit';
import type { GivenDescription } from '../engine/weights/weights-file';
import type { EvaluationTask } from '../inspector/evaluate';

export type TensorflowInformation = z.infer<typeof tensorflowInformationSchema>;

/** A request without its id, which the service gives. */
type Question = InspectorRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, 'id'>
    : never
  : never;

interface Waiting {
  onProgress(progress: EvaluationProgress): void;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const classificationsSchema = z.array(classificationSchema);

/** Asks the inspector, a process of its own, which is started with the first question and again after a crash. */
export class InspectorService {
  readonly #launch: LaunchProcess;
  #process: { child: ChildHandle; waiting: Map<number, Waiting>; exited: Promise<void> } | null = null;
  #lastId = 0;
  #closed = false;

  constructor(launch: LaunchProcess) {
    this.#launch = launch;
  }

  /** @throws UserError where TensorFlow cannot be loaded. */
  async information(): Promise<TensorflowInformation> {
    return tensorflowInformationSchema.parse(await this.#ask({ type: 'information' }));
  }

  /**
   * Classifies pictures, and those in folders, with the weights of a checkpoint; one that cannot be read has its own error.
   * @param top So many of the most probable classes.
   * @param given What a bare weights file does not say of itself.
   * @throws UserError where the checkpoint cannot be used or the process crashed.
   */
  async classify(
    checkpoint: string,
    paths: readonly string[],
    top: number,
    given: GivenDescription = {},
  ): Promise<Classification[]> {
    const classes = given.classes && [...given.classes];
    const question: Question = { type: 'classify', checkpoint, given: { ...given, classes }, paths: [...paths], top };
    return classificationsSchema.parse(await this.#ask(question));
  }

  /**
   * What a layer makes of a picture with the weights of a checkpoint.
   * @throws UserError where the checkpoint, the layer or the picture cannot be used or the process crashed.
   */
  async inspect(checkpoint: string, layer: string, picture: InspectedPicture): Promise<LayerInspection> {
    return layerInspectionSchema.parse(await this.#ask({ type: 'inspect', checkpoint, layer, picture }));
  }

  /**
   * What the weights of a checkpoint make of all pictures of a dataset's split.
   * @throws UserError where the checkpoint or the dataset cannot be used or the process crashed.
   */
  async evaluate(
    task: EvaluationTask,
    onProgress: (progress: EvaluationProgress) => void = () => undefined,
  ): Promise<Evaluation> {
    return evaluationSchema.parse(await this.#ask({ type: 'evaluate', ...task }, onProgress));
  }

  /** Milliseconds of a bare training step. @throws UserError where it cannot be computed or the process crashed. */
  async timeStep(step: TimedStep): Promise<number> {
    return z.number().parse(await this.#ask({ type: 'time', step }));
  }

  /** No process is left when it resolves. Questions that wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#process?.child.kill();
    await this.#process?.exited;
  }

  #ask(question: Question, onProgress: Waiting['onProgress'] = () => undefined): Promise<unknown> {
    if (this.#closed) return Promise.reject(new UserError('The studio is closing.'));
    this.#process ??= this.#start();
    const { child, waiting } = this.#process;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      child.send({ ...question, id });
    });
  }

  #start() {
    const child = this.#launch('inspector');
    const waiting = new Map<number, Waiting>();
    child.onMessage((message) => {
      const { data: answer, error } = inspectorAnswerSchema.safeParse(message);
      if (!answer) {
        console.error(error);
        // Nobody can tell whose answer it was: all who wait are told that the process ended.
        return child.kill();
      }
      const asked = waiting.get(answer.id);
      if ('progress' in answer) return asked?.onProgress(answer.progress);
      waiting.delete(answer.id);
      if (answer.ok) asked?.resolve(answer.value);
      else asked?.reject(new UserError(answer.message));
    });
    const exited = new Promise<void>((resolve) => {
      child.onExit((exit) => {
        if (this.#process?.child === child) this.#process = null;
        const reason = this.#closed ? 'The studio is closing.' : describeExit(exit);
        for (const { reject } of waiting.values()) reject(new UserError(reason));
        resolve();
      });
    });
    return { child, waiting, exited };
  }
}
