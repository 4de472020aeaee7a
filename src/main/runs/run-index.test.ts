import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noNumbers } from './run-numbers';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig } from './testing';

const count = 40;

describe('the index of the runs', () => {
  let home = '';
  let store: RunStore;
  const index = () => join(home, 'runs', '.index');
  const idOf = (number: number) => `run-${number}`;
  /** As if nobody had touched its files for an hour. */
  async function age(run: string) {
    const then = new Date(Date.now() - 3_600_000);
    for (const name of ['config.json', 'state.json', 'checkpoints']) await utimes(store.path(run, name), then, then);
  }

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'index-'));
    store = new RunStore(home);
    for (let number = 0; number < count; number += 1) {
      await store.create({ ...sampleConfig, run: idOf(number), name: `Run ${number}` });
      await store.writeState(idOf(number), stateFile('finished', null, null, { ...noNumbers, steps: number }));
      await age(idOf(number));
    }
  });
  afterEach(() => rm(home, { recursive: true }));
  const listed = async () => new Map((await new RunStore(home).list()).map((summary) => [summary.run, summary]));

  it('gives the list that the files give, with what changed since', async () => {
    const before = await listed();
    expect(before.size).toBe(count);
    expect(await readFile(index(), 'utf8')).toContain('"run-7"');
    expect(await listed()).toEqual(before);
    await store.writeState('run-1', stateFile('failed', 'The disk is full.', null, { ...noNumbers, steps: 1 }));
    await writeFile(store.path('run-2', 'labels.json'), JSON.stringify({ version: 1, name: 'Other', tags: ['new'] }));
    await writeFile(store.path('run-3', 'config.json'), 'no more JSON');
    await writeFile(store.checkpoints.path('run-4', 'best'), '');
    await rm(store.path('run-5'), { recursive: true });
    const after = await listed();
    expect(after.get('run-1')).toMatchObject({ state: 'failed', reason: 'The disk is full.' });
    expect(after.get('run-3')).toMatchObject({ damaged: true });
    expect(after.get('run-4')).toMatchObject({ hasCheckpoint: true });
    expect(after.has('run-5')).toBe(false);
    expect(after.get('run-6')).toEqual(before.get('run-6'));
    for (const [run, summary] of after) {
      if (!summary.damaged) expect(summary, run).toEqual(await store.summary(run));
    }
  });

  it('is what the list is made of, where the files are the same', async () => {
    await listed();
    const text = await readFile(index(), 'utf8');
    const body = text.slice(text.indexOf('\n') + 1).replace('Run 8"', 'Sun 8"');
    await writeFile(index(), `2 ${createHash('sha256').update(body).digest('hex')}\n${body}`);
    expect((await listed()).get('run-8')?.name).toBe('Sun 8');
    await store.writeState('run-8', stateFile('finished', null, null, noNumbers));
    expect((await listed()).get('run-8')?.name).toBe('Run 8');
  });

  it('is made anew where it is damaged or gone', async () => {
    const before = await listed();
    const text = await readFile(index(), 'utf8');
    for (const damage of [text.replace('Run 7', 'Sun 7'), text.slice(0, -9), text.replace('1 ', '2 '), '', '{}']) {
      await writeFile(index(), damage);
      expect(await listed()).toEqual(before);
      expect(await readFile(index(), 'utf8')).toBe(text);
    }
    await rm(index());
    expect(await listed()).toEqual(before);
  });

  it('does not trust a file that may be changing still', async () => {
    await store.writeState('run-9', stateFile('finished', null, null, { ...noNumbers, steps: 9 }));
    await listed();
    expect(await readFile(index(), 'utf8')).not.toContain('"run-9"');
  });

  it('says of a run whose process has gone since that it was interrupted', async () => {
    await store.writeState('run-1', stateFile('training', null, 2 ** 30, noNumbers));
    await age('run-1');
    await listed();
    expect((await listed()).get('run-1')).toMatchObject({ state: 'interrupted' });
  });
});
