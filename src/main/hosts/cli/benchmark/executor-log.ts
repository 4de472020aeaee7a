/** What the ops of one kind took in a step: calls and milliseconds of one step, on average. */
export interface OpTime {
  /** The op as TensorFlow runs it, after its own rewriting: `_MklNativeConv2D` for a Conv2D that oneDNN computes. */
  readonly op: string;
  readonly calls: number;
  readonly millis: number;
  /** Of the step's time, 0 to 1. */
  readonly share: number;
}

export interface StepProfile {
  /** Steps that were averaged. */
  readonly steps: number;
  /** From the start of the first op of a step to the end of its last. */
  readonly stepMillis: number;
  /** Longest first. */
  readonly ops: readonly OpTime[];
  /** What is left of the step: choosing the next op, and writing the log. */
  readonly betweenOpsMillis: number;
}

interface LoggedStep {
  readonly startedAt: Map<string, number>;
  readonly ops: Map<string, { calls: number; seconds: number }>;
  readonly from: number;
  to: number;
}

const linePattern =
  /^I\d{4} (\d+):(\d+):([\d.]+)\s+\d+ executor\.cc:\d+\] (Process node|Synchronous kernel done|Async kernel done): \d+ step (\d+) \{\{node (.+?)\}\} = (\w+)[[(]/;

/** Reads, line by line, what TensorFlow's executor logs of each op: the moment before its kernel runs and the one after. */
export class ExecutorLog {
  readonly #steps = new Map<number, LoggedStep>();

  /** Lines of others are passed over. */
  add(line: string): void {
    const match = linePattern.exec(line);
    if (!match) return;
    const [, hours, minutes, seconds, what, number, node = '', op = ''] = match;
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const step = this.#step(Number(number), time);
    step.to = Math.max(step.to, time);
    if (what === 'Process node') {
      step.startedAt.set(node, time);
      return;
    }
    const startedAt = step.startedAt.get(node);
    if (startedAt === undefined) return;
    const total = step.ops.get(op) ?? { calls: 0, seconds: 0 };
    step.ops.set(op, { calls: total.calls + 1, seconds: total.seconds + time - startedAt });
  }

  #step(number: number, time: number): LoggedStep {
    const known = this.#steps.get(number);
    if (known) return known;
    const step = { startedAt: new Map(), ops: new Map(), from: time, to: time };
    this.#steps.set(number, step);
    return step;
  }

  /** The last `count` calls of the session, averaged. @throws Error where fewer were logged. */
  lastSteps(count: number): StepProfile {
    const steps = [...this.#steps].sort(([left], [right]) => left - right).slice(-count);
    if (steps.length < count || count === 0) throw new Error(`TensorFlow logged ${steps.length} steps of ${count}`);
    const totals = new Map<string, { calls: number; seconds: number }>();
    for (const [, { ops }] of steps) {
      for (const [op, { calls, seconds }] of ops) {
        const total = totals.get(op) ?? { calls: 0, seconds: 0 };
        totals.set(op, { calls: total.calls + calls, seconds: total.seconds + seconds });
      }
    }
    const stepMillis = (1000 * steps.reduce((sum, [, { from, to }]) => sum + to - from, 0)) / count;
    const ops = [...totals].map(([op, { calls, seconds }]) => {
      const millis = (1000 * seconds) / count;
      return { op, calls: calls / count, millis, share: millis / stepMillis };
    });
    ops.sort((left, right) => right.millis - left.millis);
    const inOps = ops.reduce((sum, { millis }) => sum + millis, 0);
    return { steps: count, stepMillis, ops, betweenOpsMillis: stepMillis - inOps };
  }
}
