import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunConfig } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { brokenArchives } from '../datasets/broken/archives';
import { classFolders, pictureOf, writeTree } from '../datasets/pictures/testing-pictures';
import { DatasetStore } from '../datasets/store/store';
import { makeTestFolder } from '../datasets/testing';
import type { ChildHandle } from '../launch/child';
import { launchNodeChild } from '../launch/child';
import { processesFolder } from '../runs/testing';
import { ImporterService } from './importer-service';
import { message } from '../../shared/words/message';

let home: string;
let source: string;
let children: ChildHandle[];
let service: ImporterService;

const open = (options: { mostBytes?: number; idleMillis?: number; patienceMillis?: number } = {}): ImporterService =>
  new ImporterService({
    dataFolder: home,
    launch: (entry) => {
      const child = launchNodeChild(join(processesFolder, `${entry}.cjs`));
      children.push(child);
      return child;
    },
    ...options,
  });

const exitOf = (child: ChildHandle): Promise<void> => new Promise((resolve) => child.onExit(() => resolve()));
/** Whether a process has been stopped, as /proc tells. */
const isStopped = (child: ChildHandle | undefined): boolean =>
  child?.pid !== undefined && / T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8'));
const stored = (): Promise<string[]> => readdir(join(home, 'datasets')).catch(() => []);
const failureOf = (work: Promise<unknown>): Promise<unknown> => work.then(String, (thrown: unknown) => thrown);

beforeEach(async () => {
  home = await makeTestFolder();
  source = join(home, 'source', 'Pictures');
  await writeTree(source, classFolders({ cat: 20, dog: 20 }));
  children = [];
  service = open();
});

afterEach(() => service.close());

describe('the importer', () => {
  it('imports in a process of its own, which tells how far it is', async () => {
    const stages = new Set<string>();
    const preview = await service.preview([source]);
    const manifest = await service.import([source], { name: 'Mine', onProgress: ({ stage }) => stages.add(stage) });
    expect([preview.pictures, manifest.name]).toEqual([40, 'Mine']);
    expect([...stages]).toEqual(expect.arrayContaining(['Decoding pictures', 'Writing']));
    expect(await new DatasetStore(home).list()).toEqual([manifest]);
    expect(children).toHaveLength(1);
  });

  it('ends when there is nothing more to do, and begins again', async () => {
    service = open({ idleMillis: 0 });
    await service.preview([source]);
    await exitOf(children[0] as ChildHandle);
    await service.import([source]);
    expect(children).toHaveLength(2);
  });

  it('names what it read when it is killed, keeps nothing, and imports the next time', async () => {
    const importing = service.import([source], { onProgress: () => process.kill(children[0]?.pid ?? 0, 'SIGKILL') });
    const failure = await failureOf(importing);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(source);
    expect(String(failure)).toContain('SIGKILL');
    expect(await stored()).toEqual([]);
    const manifest = await service.import([source]);
    expect(await stored()).toEqual([manifest.id]);
  });

  it('keeps the dataset whole whose update is killed', async () => {
    const before = await service.import([source]);
    await writeTree(source, { 'cat/new.png': pictureOf(9) });
    const updating = service.update(before.id, {
      onProgress: ({ stage }) => stage === 'Writing' && children[0]?.kill(),
    });
    expect(await failureOf(updating)).toBeInstanceOf(UserError);
    expect(await new DatasetStore(home).list()).toEqual([before]);
    expect(await stored()).toEqual([before.id]);
  });

  it('ends an import that takes more memory than it may', async () => {
    service = open({ mostBytes: 2 ** 20 });
    const failure = await failureOf(service.import([source]));
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toMatch(/too much memory.*Pictures/s);
    expect(await stored()).toEqual([]);
  });

  it('clears up after an import that is cancelled, by force where that takes long', async () => {
    for (const patienceMillis of [60_000, 0]) {
      service = open({ patienceMillis });
      const cancellation = new AbortController();
      const { signal } = cancellation;
      const importing = service.import([source], { signal, onProgress: () => cancellation.abort() });
      const failure = await failureOf(importing);
      expect(failure).toEqual(new UserError(message('imports.cancelled')));
      expect(await stored()).toEqual([]);
      await service.close();
    }
  });

  it.skipIf(process.platform !== 'linux')(
    'cancels within a second what answers no more, and asks the next process for everything else',
    async () => {
      const cancellation = new AbortController();
      const { signal } = cancellation;
      const importing = failureOf(
        service.import([source], {
          signal,
          // As in one long piece of work: a process that is stopped hears and says nothing.
          onProgress: () => process.kill(children[0]?.pid ?? 0, 'SIGSTOP'),
        }),
      );
      await expect.poll(() => isStopped(children[0]), { timeout: 60_000 }).toBe(true);
      const beside = service.areRunArchives([source]);
      const cancelledAt = performance.now();
      cancellation.abort();
      expect(await importing).toEqual(new UserError(message('imports.cancelled')));
      expect(performance.now() - cancelledAt).toBeLessThan(1000);
      expect(await stored()).toEqual([]);
      expect(await beside).toBe(false);
      expect(children).toHaveLength(2);
      expect((await service.preview([source])).pictures).toBe(40);
    },
  );

  it('reads the weights that a run starts from, and names the file that it dies of', async () => {
    const path = join(home, 'weights.safetensors');
    const config = {} as RunConfig;
    await writeFile(path, 'no weights');
    expect(String(await failureOf(service.startFrom(path, config)))).toContain(path);
    const dying = failureOf(service.startFrom(path, config));
    children[0]?.kill();
    expect(await dying).toBeInstanceOf(UserError);
    expect(String(await dying)).toContain(path);
  });

  it.each(brokenArchives.slice(0, 4))('names $name as before', async ({ files, dropped = '', message }) => {
    const folder = join(home, 'broken');
    await writeTree(folder, files);
    const failure = await failureOf(service.import([join(folder, dropped)]));
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(message);
    expect(await stored()).toEqual([]);
  });

  it('decodes pictures that were left in place', async () => {
    const { id } = await service.import([source], { choices: { keep: 'originals' } });
    const here = await new DatasetStore(home).samples(id, 2);
    const there = await new DatasetStore(home, service.readPictures).samples(id, 2);
    expect(there).toEqual(here);
  });
});
