import type { Picture, Split } from '../../shared/contract/dataset';
import type { Evaluation, EvaluationProgress } from '../../shared/contract/evaluation';
import { wordsOf } from '../../shared/errors';
import type { Message } from '../../shared/words/message';
import type { Studio } from './studio';

/** A true class and the one that its pictures were taken for, by their places. */
export interface Cell {
  readonly truth: number;
  readonly predicted: number;
}

const mostPictures = 60;

/** The evaluation of a run that is looked at. */
export class RunEvaluationState {
  readonly #studio: Studio;
  readonly #run: string;
  #result = $state.raw<Evaluation | null>(null);
  #progress = $state.raw<EvaluationProgress | null>(null);
  #problem = $state.raw<Message | string | null>(null);
  #busy = $state(false);
  #cell = $state.raw<Cell | null>(null);
  #pictures = $state.raw<readonly Picture[] | null>(null);
  /** Counts what was asked for, so that an answer that comes late is not taken for the latest one. */
  #asked = 0;

  constructor(studio: Studio, run: string) {
    this.#studio = studio;
    this.#run = run;
  }

  get run(): string {
    return this.#run;
  }

  get result(): Evaluation | null {
    return this.#result;
  }

  get progress(): EvaluationProgress | null {
    return this.#progress;
  }

  get problem(): Message | string | null {
    return this.#problem;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** The cell of the matrix whose pictures are shown. */
  get cell(): Cell | null {
    return this.#cell;
  }

  /** Null until they have come. */
  get pictures(): readonly Picture[] | null {
    return this.#pictures;
  }

  /** Shows what is kept, and otherwise evaluates. */
  async open(split: Split | undefined): Promise<void> {
    const asked = ++this.#asked;
    const wanted = { run: this.#run, ...(split !== undefined && { split }) };
    [this.#busy, this.#problem, this.#result, this.#progress] = [true, null, null, null];
    this.select(null);
    const end = this.#studio.on('evaluations.progress', ({ run, ...progress }) => {
      if (run === this.#run && asked === this.#asked) this.#progress = progress;
    });
    try {
      const kept = await this.#studio.request('evaluations.read', wanted);
      const result = kept ?? (await this.#studio.request('evaluations.compute', wanted));
      if (asked === this.#asked) this.#result = result;
    } catch (thrown) {
      if (asked === this.#asked) this.#problem = wordsOf(thrown);
    } finally {
      end();
      if (asked === this.#asked) this.#busy = false;
    }
  }

  select(cell: Cell | null): void {
    [this.#cell, this.#pictures] = [cell, null];
    if (cell && this.#result) void this.#readPictures(cell, this.#result.split);
  }

  async #readPictures(cell: Cell, split: Split): Promise<void> {
    try {
      const wanted = { run: this.#run, split, ...cell, most: mostPictures };
      const pictures = await this.#studio.request('evaluations.pictures', wanted);
      if (this.#cell === cell) this.#pictures = pictures;
    } catch (thrown) {
      if (this.#cell === cell) this.#problem = wordsOf(thrown);
    }
  }
}
