import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MetricEvent } from '../../shared/contract/metrics';
import { MetricsFeed, type MetricLines } from './metrics-feed';
import { stepOf } from '../runs/testing';

describe('MetricsFeed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    const written: MetricEvent[] = [];
    const reports: MetricLines[] = [];
    const writer = {
      get lines() {
        return written.length;
      },
      append: (events: readonly MetricEvent[]) => void written.push(...events),
    };
    const feed = new MetricsFeed(writer, (report) => {
      // What is reported stands in the file already.
      expect(written.slice(report.from, report.from + report.events.length)).toEqual(report.events);
      reports.push(report);
    });
    return { feed, written, reports };
  }

  it('reports at most 20 times a second, and loses nothing', () => {
    const { feed, written, reports } = setUp();
    for (let step = 1; step <= 1000; step += 1) {
      feed.add(stepOf(step));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    expect(reports.length).toBeLessThanOrEqual(21);
    expect(reports.flatMap(({ events }) => events)).toEqual(written);
    expect(written).toHaveLength(1000);
  });

  it('reports slow steps at once', () => {
    const { feed, reports } = setUp();
    feed.add(stepOf(1));
    vi.advanceTimersByTime(100);
    feed.add(stepOf(2));
    expect(reports).toHaveLength(2);
  });

  it('reports what waits when it is told to', () => {
    const { feed, reports } = setUp();
    feed.add(stepOf(1));
    feed.add(stepOf(2));
    feed.flush();
    feed.flush();
    expect(reports.map(({ from }) => from)).toEqual([0, 1]);
  });

  it('writes what a checkpoint needs at once, and reports no more often for it', () => {
    const { feed, written, reports } = setUp();
    for (let step = 1; step <= 1000; step += 1) {
      feed.add(stepOf(step));
      feed.write();
      expect(written).toHaveLength(step);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    expect(reports.length).toBeLessThanOrEqual(21);
    expect(reports.flatMap(({ events }) => events)).toEqual(written);
  });

  it('tells what a write in between failed with, and writes its events later', () => {
    let full = true;
    const written: MetricEvent[] = [];
    const append = (events: readonly MetricEvent[]): void => {
      if (full && written.length > 0) throw new Error('full');
      written.push(...events);
    };
    const feed = new MetricsFeed({ lines: 0, append }, () => undefined);
    feed.add(stepOf(1));
    feed.add(stepOf(2));
    vi.advanceTimersByTime(50);
    expect(() => feed.add(stepOf(3))).toThrow('full');
    full = false;
    feed.flush();
    expect(written).toEqual([stepOf(1), stepOf(2), stepOf(3)]);
  });
});
