import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventPayload } from '../../shared/contract/events';
import type { MetricEvent } from '../../shared/contract/metrics';
import { MetricsStream } from './metrics-stream';

type Metrics = EventPayload<'runs.metrics'>;

const line = (step: number): MetricEvent => ({
  event: 'responses',
  step,
  epoch: 0,
  layers: [],
  standardDeviations: [],
});
const metrics = (run: string, from: number, count = 1): Metrics => ({
  run,
  from,
  events: Array.from({ length: count }, (_, index) => line(from + index)),
});

describe('MetricsStream', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function open() {
    const sent: Metrics[] = [];
    return { sent, stream: new MetricsStream((message) => sent.push(message)) };
  }

  it('sends at most 20 messages a second for a run and loses none of 1,000 lines', () => {
    const { sent, stream } = open();
    for (let from = 0; from < 1000; from += 1) {
      stream.push(metrics('a', from));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(sent.length).toBeLessThanOrEqual(21);
    expect(
      sent.flatMap(({ events }) => events.map(({ event, ...rest }) => event && 'step' in rest && rest.step)),
    ).toEqual(Array.from({ length: 1000 }, (_, index) => index));
    for (const [index, message] of sent.entries()) {
      const before = sent[index - 1];
      expect(message.from).toBe(before ? before.from + before.events.length : 0);
    }
  });

  it('sends the first line after a pause at once', () => {
    const { sent, stream } = open();
    stream.push(metrics('a', 0));
    expect(sent).toEqual([metrics('a', 0)]);
    vi.advanceTimersByTime(1000);
    stream.push(metrics('a', 1));
    expect(sent).toHaveLength(2);
  });

  it('keeps runs apart', () => {
    const { sent, stream } = open();
    stream.push(metrics('a', 0));
    stream.push(metrics('b', 7));
    expect(sent).toEqual([metrics('a', 0), metrics('b', 7)]);
  });

  it('does not join lines that do not follow on one another', () => {
    const { sent, stream } = open();
    for (const from of [0, 1, 5, 6]) stream.push(metrics('a', from));
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([metrics('a', 0), metrics('a', 1), metrics('a', 5, 2)]);
  });

  it('sends what waits before something else follows', () => {
    const { sent, stream } = open();
    stream.push(metrics('a', 0));
    stream.push(metrics('a', 1));
    stream.flush('a');
    expect(sent).toEqual([metrics('a', 0), metrics('a', 1)]);
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(2);
  });

  it('leaves the arrays that it was given alone', () => {
    const { stream } = open();
    const second = metrics('a', 1);
    stream.push(metrics('a', 0));
    stream.push(second);
    stream.push(metrics('a', 2));
    expect(second).toEqual(metrics('a', 1));
  });
});
