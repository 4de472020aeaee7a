import { describe, expect, it, vi } from 'vitest';
import type { ImportProgress, Manifest } from '../../../shared/contract/dataset';
import type { RunState } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import type { Publish } from '../door';
import type { ImporterService } from '../importer-service';
import { datasetHandlers } from './datasets';
import { sentence } from '../../../shared/words/message';

interface Setting {
  importing?: ImporterService['import'];
  previewing?: ImporterService['preview'];
  /** State of the one run, which uses the dataset "used". */
  state?: RunState;
}

function open({
  importing = () => Promise.resolve({ id: 'new' } as Manifest),
  previewing,
  state = 'finished',
}: Setting = {}) {
  const published: unknown[] = [];
  const publish: Publish = (name, payload) => void published.push([name, payload]);
  const remove = vi.fn(() => Promise.resolve());
  const handlers = datasetHandlers({
    datasets: {
      list: () => Promise.resolve([]),
      samples: () => Promise.resolve([]),
      read: (wanted: string) => Promise.resolve({ id: wanted === 'Used' ? 'used' : wanted }),
      remove,
    },
    importer: { import: importing, preview: previewing },
    runs: {
      list: () => Promise.resolve([{ run: 'r', name: 'The run', state }]),
      config: () => Promise.resolve({ dataset: { id: 'used', name: 'Used' } }),
    },
    resources: '/resources',
    publish,
    signal: new AbortController().signal,
  } as unknown as Parameters<typeof datasetHandlers>[0]);
  return { handlers, published, remove };
}

describe('datasetHandlers', () => {
  it('tell how far an import is, and that it is over', async () => {
    const report: ImportProgress = { stage: 'Reading', done: 1, total: 2 };
    const { handlers, published } = open({
      importing: (_paths, { onProgress } = {}) => {
        onProgress?.(report);
        return Promise.resolve({ id: 'new' } as Manifest);
      },
    });
    await handlers['datasets.import']({ paths: ['/a'] });
    expect(published).toEqual([
      ['datasets.progress', report],
      ['datasets.progress', null],
      ['datasets.changed', null],
    ]);
  });

  it('end the progress of an import that fails', async () => {
    const { handlers, published } = open({ importing: () => Promise.reject(new UserError(sentence('no'))) });
    await expect(handlers['datasets.import']({ paths: ['/a'] })).rejects.toThrow('no');
    expect(published).toContainEqual(['datasets.progress', null]);
  });

  it('cancel the import that is on, and let the next one begin', async () => {
    const importing: ImporterService['import'] = (_paths, { signal } = {}) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new UserError(sentence('cancelled')))));
    const { handlers } = open({ importing });
    const first = handlers['datasets.import']({ paths: ['/a'] });
    await handlers['datasets.cancel'](undefined);
    await expect(first).rejects.toThrow('cancelled');
    const second = handlers['datasets.import']({ paths: ['/a'] });
    await handlers['datasets.cancel'](undefined);
    await expect(second).rejects.toThrow('cancelled');
  });

  it('let a preview make way for another and for an import, but not an import for a preview', async () => {
    const ended: string[] = [];
    let finish: (manifest: Manifest) => void = () => undefined;
    const { handlers } = open({
      importing: () => new Promise((resolve) => (finish = resolve)),
      previewing: ([path = ''], { signal } = {}) =>
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => {
            ended.push(path);
            reject(new UserError(sentence('cancelled')));
          }),
        ),
    });
    const previews = ['/a', '/b'].map((path) => handlers['datasets.preview']({ paths: [path] }));
    const imported = handlers['datasets.import']({ paths: ['/c'] });
    for (const preview of previews) await expect(preview).rejects.toThrow('cancelled');
    expect(ended).toEqual(['/a', '/b']);
    await expect(handlers['datasets.preview']({ paths: ['/d'] })).rejects.toThrow('Another dataset is being imported');
    finish({ id: 'c' } as Manifest);
    await expect(imported).resolves.toEqual({ id: 'c' });
  });

  it('import one dataset at a time', async () => {
    let finish: (manifest: Manifest) => void = () => undefined;
    const { handlers } = open({ importing: () => new Promise((resolve) => (finish = resolve)) });
    const first = handlers['datasets.import']({ paths: ['/a'] });
    await expect(handlers['datasets.importSample'](undefined)).rejects.toThrow('Another dataset is being imported');
    finish({ id: 'first' } as Manifest);
    await expect(first).resolves.toEqual({ id: 'first' });
  });

  it.each(['queued', 'preparing', 'training'] as const)(
    'keep a dataset that a run in state %s needs',
    async (state) => {
      const { handlers, remove } = open({ state });
      await expect(handlers['datasets.update']({ dataset: 'used' })).rejects.toThrow('The run');
      await expect(handlers['datasets.remove']({ dataset: 'used' })).rejects.toThrow('The run');
      await expect(handlers['datasets.remove']({ dataset: 'Used' })).rejects.toThrow('The run');
      await expect(handlers['datasets.update']({ dataset: 'Used' })).rejects.toThrow('The run');
      expect(remove).not.toHaveBeenCalled();
      await handlers['datasets.remove']({ dataset: 'other' });
      expect(remove).toHaveBeenCalledWith('other');
    },
  );

  it('remove a dataset whose runs are over', async () => {
    const { handlers, remove } = open({ state: 'stopped' });
    await handlers['datasets.remove']({ dataset: 'used' });
    expect(remove).toHaveBeenCalledWith('used');
  });
});
