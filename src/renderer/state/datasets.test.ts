import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../shared/contract/dataset';
import type { ImportChoices } from '../../shared/contract/import';
import { Datasets } from './datasets.svelte';
import type { Preview } from '../../shared/contract/preview';
import { FakeStudio, held } from './fake-studio';
import { preview } from './testing-preview';

function manifest(id: string, importedAt: string, classes = 2, side = 28): Manifest {
  return {
    version: 1,
    id,
    name: id,
    format: 'idx',
    source: `/${id}`,
    importedAt,
    contentHash: '',
    shape: [side, side, 1],
    classes: Array.from({ length: classes }, (_, index) => ({ name: `${index}`, train: 1, validation: 0, test: 0 })),
    mirrorKeepsClass: true,
    normalization: { mean: [0], standardDeviation: [1] },
    problems: [],
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

describe('a draft of a table', () => {
  it('is read by other columns, and stays as it was where that does not fit', async () => {
    const asked: unknown[] = [];
    const studio = new FakeStudio({
      'datasets.preview': ({ options }: { options?: ImportChoices }) => {
        asked.push(options?.columns);
        if (options?.columns?.label === 'age') throw new Error('It holds one class.');
        return preview({ sourceClasses: [options?.columns?.label ?? 'found'] });
      },
    });
    const datasets = new Datasets(studio);
    await datasets.look(['/home/me/pets.csv']);
    await datasets.readAs({ columns: { label: 'breed' } });
    expect(datasets.draft?.preview?.sourceClasses).toEqual(['breed']);
    await expect(datasets.readAs({ columns: { label: 'age' } })).rejects.toThrow('It holds one class.');
    expect(datasets.draft?.choices).toMatchObject({ columns: { label: 'breed' } });
    expect(asked).toEqual([undefined, { label: 'breed' }, { label: 'age' }]);
  });
});

describe('a draft of names in a code page', () => {
  it('is read in another encoding, and stays as it was where that does not fit', async () => {
    const asked: unknown[] = [];
    const studio = new FakeStudio({
      'datasets.preview': ({ options }: { options?: ImportChoices }) => {
        asked.push(options?.encoding);
        if (options?.encoding === 'big5') throw new Error('It does not fit.');
        return preview({ sourceClasses: [options?.encoding ?? 'guessed'] });
      },
    });
    const datasets = new Datasets(studio);
    await datasets.look(['/home/me/pets.zip']);
    await datasets.readAs({ encoding: 'cp949' });
    expect(datasets.draft?.preview?.sourceClasses).toEqual(['cp949']);
    expect(datasets.draft?.choices).toMatchObject({ encoding: 'cp949' });
    await expect(datasets.readAs({ encoding: 'big5' })).rejects.toThrow('It does not fit.');
    expect(datasets.draft?.encoding).toBe('cp949');
    await datasets.readAs({ encoding: null });
    expect(datasets.draft?.preview?.sourceClasses).toEqual(['guessed']);
    expect(datasets.draft?.choices).not.toHaveProperty('encoding');
    expect(asked).toEqual([undefined, 'cp949', 'big5', undefined]);
  });
});

describe('an import', () => {
  it('shows its progress, then selects what was imported', async () => {
    const imported = held<Manifest>();
    const studio = new FakeStudio({
      'datasets.list': () => [old, recent],
      'datasets.preview': () => preview(),
      'datasets.import': () => imported.promise,
    });
    const datasets = new Datasets(studio);
    datasets.listen();
    await datasets.look(['/home/me/old']);
    const result = datasets.import();
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
    expect(datasets.draft).toBeNull();
  });

  it('that fails passes on the message and leaves the rest as it was', async () => {
    const studio = new FakeStudio({
      'datasets.list': () => [old],
      'datasets.preview': () => preview(),
      'datasets.import': () => Promise.reject(new Error('/x: the file ends early')),
    });
    const datasets = new Datasets(studio);
    await datasets.load();
    await datasets.look(['/x']);
    await expect(datasets.import()).rejects.toThrow('/x: the file ends early');
    expect(datasets.importing).toBeNull();
    expect(datasets.selected?.id).toBe('old');
    // What was chosen is not lost.
    expect(datasets.draft?.paths).toEqual(['/x']);
  });

  it('that is cancelled is no failure', async () => {
    const imported = held<Manifest>();
    const studio = new FakeStudio({
      'datasets.preview': () => preview(),
      'datasets.import': () => imported.promise,
      'datasets.cancel': () =>
        void imported.reject(new Error('The import was cancelled; nothing was kept.')) as undefined,
    });
    const datasets = new Datasets(studio);
    await datasets.look(['/x']);
    const result = datasets.import();
    await datasets.cancel();
    expect(await result).toBeNull();
    expect(datasets.importing).toBeNull();
    expect(datasets.draft).not.toBeNull();
  });
});

describe('what was dropped', () => {
  it('is shown while it is looked through, and then with what was found', async () => {
    const seen = held<Preview>();
    const datasets = new Datasets(new FakeStudio({ 'datasets.preview': () => seen.promise }));
    const looking = datasets.look(['/home/me/animals']);
    expect(datasets.draft?.title).toBe('animals');
    expect(datasets.draft?.preview).toBeNull();
    seen.resolve(preview());
    await looking;
    expect(datasets.draft?.classes.map(({ name }) => name)).toEqual(['cat', 'dog', 'owl']);
  });

  it('goes away where it cannot be read, and makes way for what is dropped next', async () => {
    const [first, second] = [held<Preview>(), held<Preview>()];
    const answers = [first, second];
    const datasets = new Datasets(
      new FakeStudio({ 'datasets.preview': () => answers.shift()?.promise ?? Promise.reject(new Error('empty')) }),
    );
    const firstLook = datasets.look(['/a']);
    const secondLook = datasets.look(['/b']);
    first.reject(new Error('The import was cancelled; nothing was kept.'));
    await firstLook;
    second.resolve(preview());
    await secondLook;
    expect(datasets.draft?.title).toBe('b');
    await expect(datasets.look(['/c'])).rejects.toThrow('empty');
    expect(datasets.draft).toBeNull();
  });

  it('is put away while it is looked through, which ends that', async () => {
    const seen = held<Preview>();
    const studio = new FakeStudio({
      'datasets.preview': () => seen.promise,
      'datasets.cancel': () => void seen.reject(new Error('The import was cancelled; nothing was kept.')) as undefined,
    });
    const datasets = new Datasets(studio);
    const looking = datasets.look(['/a']);
    await datasets.discard();
    await looking;
    expect(datasets.draft).toBeNull();
  });

  it('is nothing where the dialog was dismissed', async () => {
    const datasets = new Datasets(new FakeStudio({ 'host.choose': () => null }));
    expect(await datasets.choose('dataset')).toEqual([]);
    expect(datasets.draft).toBeNull();
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
