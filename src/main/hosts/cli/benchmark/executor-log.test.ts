import { expect, it } from 'vitest';
import { ExecutorLog } from './executor-log';

const device = 'device: /job:localhost/replica:0/task:0/device:CPU:0';
const line = (micros: number, what: string, id: number, step: number, node: string) =>
  `I0000 00:00:1795486391.${String(micros).padStart(6, '0')}   17238 executor.cc:879] ${what}: ${id} step ${step} ${node} ${device}`;
const node = (name: string, op: string) => `{{node ${name}}} = ${op}[T=DT_FLOAT](constants/Const)`;

/** Two convolutions one after the other, each `millis` long, with 1 ms between them. */
function addStep(log: ExecutorLog, step: number, millis: number): void {
  const micros = 1000 * millis;
  ['a', 'b'].forEach((name, index) => {
    const from = index * (micros + 1000);
    log.add(line(from, 'Process node', index, step, node(`train/${name}/Conv2D`, '_MklNativeConv2D')));
    log.add(
      line(from + micros, 'Synchronous kernel done', index, step, node(`train/${name}/Conv2D`, '_MklNativeConv2D')),
    );
  });
}

it('averages the last steps and adds up to their time', () => {
  const log = new ExecutorLog();
  addStep(log, 1, 90);
  addStep(log, 7, 10);
  addStep(log, 8, 20);
  const profile = log.lastSteps(2);
  expect(profile.stepMillis).toBeCloseTo(31, 2);
  expect(profile.ops).toHaveLength(1);
  expect(profile.ops[0]).toMatchObject({ op: '_MklNativeConv2D', calls: 2 });
  expect(profile.ops[0]?.millis).toBeCloseTo(30, 2);
  expect(profile.ops[0]?.share).toBeCloseTo(30 / 31, 3);
  expect(profile.betweenOpsMillis).toBeCloseTo(1, 2);
});

it('tells ops of one step apart by their nodes, whatever ends first, and sorts the longest first', () => {
  const log = new ExecutorLog();
  log.add('oneDNN custom operations are on.');
  log.add(line(0, 'Process node', 1, 3, node('short', 'Relu')));
  log.add(line(10, 'Process node', 2, 3, node('long', 'MatMul')));
  log.add(line(2010, 'Synchronous kernel done', 1, 3, node('short', 'Relu')));
  log.add(line(8010, 'Async kernel done', 2, 3, node('long', 'MatMul')));
  log.add(line(9000, 'Process node', 4, 3, '{{node _SINK}} = NoOp[]()'));
  const { ops } = log.lastSteps(1);
  expect(ops.map(({ op }) => op)).toEqual(['MatMul', 'Relu']);
  expect(ops.map(({ millis }) => Math.round(millis))).toEqual([8, 2]);
});

it('understands a clock as the log writes it', () => {
  const log = new ExecutorLog();
  const at = (time: string, what: string) =>
    `I1124 ${time}   99 executor.cc:1] ${what}: 0 step 5 ${node('x', 'Relu')} ${device}`;
  log.add(at('23:59:58.500000', 'Process node'));
  log.add(at('23:59:59.750000', 'Synchronous kernel done'));
  expect(log.lastSteps(1).ops[0]?.millis).toBeCloseTo(1250, 3);
});

it('refuses to average steps that were not logged', () => {
  const log = new ExecutorLog();
  addStep(log, 1, 1);
  expect(() => log.lastSteps(2)).toThrow('logged 1 steps of 2');
});
