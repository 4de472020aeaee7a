import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { message } from '../../shared/words/message';
import { said } from '../text/words.svelte';
import { Notices } from './notices.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const offered = () => {
  const notices = new Notices();
  const [onaction, onover] = [vi.fn(), vi.fn()];
  const dismiss = notices.offer({ text: 'Deleted.', action: 'Undo', millis: 1000, onaction, onover });
  const offer = notices.offers[0];
  if (!offer) throw new Error('nothing is offered');
  return { notices, offer, dismiss, calls: () => [onaction.mock.calls.length, onover.mock.calls.length] };
};

describe('an offer', () => {
  it('is said, and is over after its time', () => {
    const { notices, calls } = offered();
    expect(notices.announcement.text).toBe('Deleted.');
    vi.advanceTimersByTime(999);
    expect([notices.offers.length, calls()]).toEqual([1, [0, 0]]);
    vi.advanceTimersByTime(1);
    expect([notices.offers.length, calls()]).toEqual([0, [0, 1]]);
  });

  it('waits while somebody points at it, and then has its whole time', () => {
    const { notices, offer, calls } = offered();
    notices.pause(offer);
    vi.advanceTimersByTime(60_000);
    notices.resume(offer);
    vi.advanceTimersByTime(999);
    expect(calls()).toEqual([0, 0]);
    vi.advanceTimersByTime(1);
    expect(calls()).toEqual([0, 1]);
  });

  it('is taken or declined once', () => {
    const taken = offered();
    taken.notices.accept(taken.offer);
    taken.notices.decline(taken.offer);
    vi.advanceTimersByTime(60_000);
    expect(taken.calls()).toEqual([1, 0]);
    const gone = offered();
    gone.dismiss();
    vi.advanceTimersByTime(60_000);
    expect([gone.notices.offers.length, gone.calls()]).toEqual([0, [0, 0]]);
  });
});

describe('a notice', () => {
  const shown = () => {
    const notices = new Notices();
    notices.show('Not read', 'The disk failed.');
    return notices;
  };

  it('stays as long as its view does', () => {
    const notices = shown();
    vi.advanceTimersByTime(3_600_000);
    expect(notices.list.length).toBe(1);
  });

  it('goes with its view once it could be read', () => {
    const notices = shown();
    vi.advanceTimersByTime(60_000);
    notices.show('New', 'Of the view that comes next.');
    notices.leaveView();
    expect(notices.list.map(({ title }) => title)).toEqual(['New']);
    vi.advanceTimersByTime(8000);
    expect(notices.list.length).toBe(1);
    vi.advanceTimersByTime(8000);
    expect(notices.list).toEqual([]);
  });

  it('is shown once, however often it went wrong', () => {
    const notices = new Notices();
    for (const run of ['a', 'a', 'b']) notices.show('Not read', message('runs.unknown', { run }));
    expect(notices.list.map(({ message: shown }) => said(shown))).toEqual([
      'There is no run "a".',
      'There is no run "b".',
    ]);
  });

  it('has more time the longer it is', () => {
    const notices = new Notices();
    notices.show('Long', 'word '.repeat(200));
    notices.leaveView();
    vi.advanceTimersByTime(60_000);
    expect(notices.list.length).toBe(1);
    vi.advanceTimersByTime(20_000);
    expect(notices.list).toEqual([]);
  });

  it('waits while somebody points at it, and then has its whole time', () => {
    const notices = shown();
    const [notice] = notices.list;
    if (!notice) throw new Error('nothing is shown');
    notices.hold(notice);
    notices.release(notice);
    vi.advanceTimersByTime(60_000);
    expect(notices.list.length).toBe(1);
    notices.hold(notice);
    notices.leaveView();
    expect(notices.list.length).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(notices.list.length).toBe(1);
    notices.release(notice);
    vi.advanceTimersByTime(8000);
    expect(notices.list.length).toBe(1);
    vi.advanceTimersByTime(8000);
    expect(notices.list).toEqual([]);
  });
});
