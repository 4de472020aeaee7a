import type { Prediction } from '../../shared/contract/classification';

/** Probabilities of the classes from their logits. */
export function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const exponentials = logits.map((logit) => Math.exp(logit - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

/** The `top` most probable classes, the most probable first. */
export function topPredictions(logits: readonly number[], classes: readonly string[], top: number): Prediction[] {
  return softmax(logits)
    .map((probability, index) => ({ class: classes[index] ?? String(index), probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, top);
}
