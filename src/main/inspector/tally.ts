import { classScores } from '../../shared/numbers/scores';

const best = 5;

/** Counts what a network says of pictures whose classes are known. */
export class Tally {
  readonly #names: readonly string[];
  readonly #matrix: number[][];
  readonly #predictions: number[] = [];
  #count = 0;
  #lossSum = 0;
  #top1Errors = 0;
  #top5Errors = 0;

  /** @param names Of the classes, in the order of the logits. */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#matrix = names.map(() => names.map(() => 0));
  }

  /** @param logits One row of the classes for each picture. @param labels The true classes. */
  add(logits: Float32Array, labels: ArrayLike<number>): void {
    const classes = this.#names.length;
    for (let picture = 0; picture < labels.length; picture++) {
      this.#addOne(logits.subarray(picture * classes, (picture + 1) * classes), labels[picture] as number);
    }
  }

  #addOne(logits: Float32Array, label: number): void {
    const own = logits[label] as number;
    let [highest, predicted, higher] = [-Infinity, 0, 0];
    logits.forEach((logit, index) => {
      if (logit > highest) [highest, predicted] = [logit, index];
      // Of equal ones the first counts as more probable.
      if (logit > own || (logit === own && index < label)) higher += 1;
    });
    const exponentials = logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
    this.#lossSum += Math.log(exponentials) + highest - own;
    this.#count += 1;
    if (higher >= 1) this.#top1Errors += 1;
    if (higher >= best) this.#top5Errors += 1;
    this.#predictions.push(predicted);
    const row = this.#matrix[label] as number[];
    row[predicted] = (row[predicted] as number) + 1;
  }

  get result() {
    const count = this.#count;
    return {
      pictures: count,
      loss: this.#lossSum / count,
      top1Error: this.#top1Errors / count,
      top5Error: this.#top5Errors / count,
      classes: classScores(this.#matrix, this.#names),
      confusionMatrix: this.#matrix,
      predictions: this.#predictions,
    };
  }
}
