import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../shared/contract/dataset';
import { Datasets } from './datasets.svelte';
import { FakeStudio, held } from './fake-studio';

function manifest(id: string, importedAt: string, classes = 2, side = 28): Manifest {
  return {
    ...{
      version: 1,
      id,
      name: id,
      format: 'idx',
      source: `/${id}`,
      importedAt,
      contentHash: '',
      shape: [side, side, 1],
    },
    classes: Array.from({ length: classes }, (_, index) => ({ name: `${index}`, train: 1, validation: 0, test: 0 })),
    ...{ mirrorKeepsClass: true, normalization: { mean: [0], standardDeviation: [1] }, problems: [] },
  };
}

const old = manifest('old', '2026-01-01T00:00:00Z');
const recent = manifest('recent', '2026-02-01T00:00:00Z');

describe('the list of datasets', () => {
  it('is read newest first, and the newest is selected until another is', async () => {
    const datasets = new Datasets(new FakeStudio({ 'datasets.list': () => [old, recent] }));
    expect(datasets.loaded).toBe(false);
    await datasets.load();
    expect(datasets.list.map(({ id }) => id)).toEqual(['recent', 'old']);
    expect(datasets.selected?.id).toBe('recent');
    datasets.select('old');
    expect(datasets.selected?.id).toBe('old');
    datasets.select('gone');
    expect(datasets.selected?.id).toBe('recent');
  });

  it('keeps why it could not be read, and what it held before', async () => {
    const studio = new FakeStudio({ 'datasets.list': () => [old] });
    const datasets = new Datasets(studio);
    await datasets.load();
    studio.handlers['datasets.list'] = () => Promise.reject(new Error('/data: permission denied'));
    await datasets.load();
    expect(datasets.problem).toBe('/data: permission denied');
    expect(datasets.list).toHaveLength(1);
    studio.handlers['datasets.list'] = () => [];
    await datasets.load();
    expect(datasets.problem).toBeNull();
  });

  it('is read again when it changed', async () => {
    const studio = new FakeStudio({ 'datasets.list': () => [recent] });
    const datasets = new Datasets(studio);
    const end = datasets.listen();
    studio.send('datasets.changed', null);
    await expect.poll(() => datasets.list.length).toBe(1);
    end();
    studio.handlers['datasets.list'] = () => [old, recent];
    studio.send('datasets.changed', null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(datasets.list).toHaveLength(1);
  });
});

describe('an import', () => {
  it('shows its progress, then selects what was imported', async () => {
    const imported = held<Manifest>();
    const studio = new FakeStudio({ 'datasets.list': () => [old, recent], 'datasets.import': () => imported.promise });
    const datasets = new Datasets(studio);
    datasets.listen();
    const result = datasets.import(['/home/me/old']);
    expect(datasets.importing).toBe('old');
    expect(datasets.progress).toBeNull();
    studio.send('datasets.progress', { stage: 'Reading pictures', done: 3, total: 10 });
    expect(datasets.progress?.done).toBe(3);
    await expect(datasets.importSample()).rejects.toThrow('Wait until the import of old has ended.');
    imported.resolve(old);
    await result;
    expect(datasets.importing).toBeNull();
    expect(datasets.progress).toBeNull();
    expect(datasets.selected?.id).toBe('old');
  });

  it('that fails passes on the message and leaves the rest as it was', async () => {
    const studio = new FakeStudio({
      'datasets.list': () => [old],
      'datasets.import': () => Promise.reject(new Error('/x: the file ends early')),
    });
    const datasets = new Datasets(studio);
    await datasets.load();
    await expect(datasets.import(['/x'])).rejects.toThrow('/x: the file ends early');
    expect(datasets.importing).toBeNull();
    expect(datasets.selected?.id).toBe('old');
  });

  it('does not begin where the dialog was dismissed', async () => {
    const datasets = new Datasets(new FakeStudio({ 'datasets.choose': () => null }));
    expect(await datasets.choose()).toBeNull();
  });
});

describe('samples', () => {
  it('are asked for once a dataset, and again after a failure', async () => {
    let asked = 0;
    const studio = new FakeStudio({
      'datasets.samples': () => (++asked === 1 ? Promise.reject(new Error('unreadable')) : []),
    });
    const datasets = new Datasets(studio);
    await expect(datasets.samples(old)).rejects.toThrow('unreadable');
    await datasets.samples(old);
    await datasets.samples(old);
    expect(asked).toBe(2);
  });

  it('are fewer of each class where there are many classes of large pictures', async () => {
    const asked: number[] = [];
    const datasets = new Datasets(new FakeStudio({ 'datasets.samples': ({ perClass }) => (asked.push(perClass), []) }));
    await datasets.samples(old);
    await datasets.samples(manifest('many', '', 1000, 64));
    await datasets.samples(manifest('most', '', 1000, 224));
    expect(asked).toEqual([24, 2, 1]);
  });
});
