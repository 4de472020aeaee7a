import AdmZip from 'adm-zip';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../shared/errors';
import { exportRun, importRun } from './run-archive';
import { listRunFiles } from './run-files';
import { noNumbers } from './run-numbers';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig } from './testing';

const weights = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));

describe('a run as a zip', () => {
  let home = '';
  let zip = '';
  let store: RunStore;
  let other: RunStore;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'archives-'));
    zip = join(home, 'run.zip');
    store = new RunStore(join(home, 'here'));
    other = new RunStore(join(home, 'there'));
    await store.create(sampleConfig);
    await store.writeState('sample', stateFile('finished', null, null, { ...noNumbers, steps: 40, testError: 0.125 }));
    await writeFile(store.metricsPath('sample'), '{"event":"step"}\n'.repeat(1000));
    await writeFile(store.checkpoints.path('sample', 'best'), weights);
    await mkdir(store.eventsPath('sample'));
    await writeFile(join(store.eventsPath('sample'), 'events.out.tfevents.1.residual-studio'), 'events');
    await writeFile(store.path('sample', 'log.txt'), '');
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(home, { recursive: true });
  });

  const files = (from: RunStore) => readdir(from.path('sample', '..'), { recursive: true }).catch(() => []);

  async function refused(work: Promise<unknown>, message: string | RegExp) {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  }

  /** A zip with those entries; as the exported one where none are given. */
  async function write(entries: Record<string, string | Buffer>) {
    const made = new AdmZip();
    for (const [name, content] of Object.entries(entries)) made.addFile(name, Buffer.from(content));
    await writeFile(zip, made.toBuffer());
  }

  it('comes back on another machine with every byte', async () => {
    await writeFile(store.path('sample', '.state.json.1.tmp'), 'left behind');
    await exportRun(store, 'sample', zip);
    expect(await importRun(other, zip)).toBe('sample');
    const [before, after] = await Promise.all([listRunFiles(store, 'sample'), listRunFiles(other, 'sample')]);
    expect(after.files).toEqual(before.files);
    expect(after.files.map(({ name }) => name)).toEqual([
      'checkpoints/best.safetensors',
      'config.json',
      'events/events.out.tfevents.1.residual-studio',
      'log.txt',
      'metrics.jsonl',
      'state.json',
    ]);
    for (const { name } of before.files) {
      expect(await readFile(join(after.folder, name))).toEqual(await readFile(join(before.folder, name)));
    }
    expect(await other.summary('sample')).toEqual(await store.summary('sample'));
  });

  it('is refused where it goes on, or the file is there already', async () => {
    await writeFile(zip, 'precious');
    await refused(exportRun(store, 'sample', zip), /run\.zip exists already/);
    expect(await readFile(zip, 'utf8')).toBe('precious');
    await store.writeState('sample', stateFile('training', null, process.pid, noNumbers));
    await refused(exportRun(store, 'sample', join(home, 'other.zip')), 'stop it before');
    await refused(exportRun(store, 'nobody', join(home, 'other.zip')), 'no run "nobody"');
    await store.writeState('sample', stateFile('stopped', null, null, noNumbers));
    await refused(exportRun(store, 'sample', join(home, 'nowhere', 'other.zip')), 'Check the path');
    expect((await readdir(home)).sort()).toEqual(['here', 'run.zip']);
  });

  it('is interrupted where its process was killed, whichever process has that number there', async () => {
    await store.writeState('sample', stateFile('training', null, 2 ** 30, { ...noNumbers, steps: 12 }));
    await exportRun(store, 'sample', zip);
    const archive = new AdmZip(await readFile(zip));
    const entries = Object.fromEntries(archive.getEntries().map((entry) => [entry.entryName, entry.getData()]));
    const own = String(entries['sample/state.json']).replace(String(2 ** 30), String(process.pid));
    await write({ ...entries, 'sample/state.json': own });
    await importRun(other, zip);
    expect(await other.summary('sample')).toMatchObject({ state: 'interrupted', steps: 12 });
  });

  it('is refused where the store has that run', async () => {
    await exportRun(store, 'sample', zip);
    const before = await files(store);
    await refused(importRun(store, zip), /Run sample is in the store already/);
    expect(await files(store)).toEqual(before);
  });

  it('needs no folder around it in the zip', async () => {
    await write({ 'config.json': JSON.stringify(sampleConfig), 'checkpoints/best.safetensors': weights });
    await importRun(other, zip);
    expect(await readFile(other.checkpoints.path('sample', 'best'))).toEqual(weights);
  });

  const config = JSON.stringify(sampleConfig);
  it.each([
    ['no run', { 'pictures/cat.png': 'x' }, /holds no run: there is no config\.json/],
    ['a damaged config', { 'a/config.json': '{"ver' }, /holds no run: config\.json in .* is damaged/],
    ['the config of something else', { 'a/config.json': '{"a":1}' }, /holds no run/],
    ['null', { 'a/config.json': 'null' }, /holds no run/],
    ['a newer version', { 'a/config.json': '{"version":2}' }, /newer version of the studio \(format 2;/],
    ['a run with a path as its name', { 'config.json': config.replace('"sample"', '"../../evil"') }, /is not a run/],
    ['names that differ in case alone', { 'config.json': config, 'A.txt': '', 'a.txt': '' }, /twice/],
  ])('is refused where the zip holds %s', async (_, entries: Record<string, string>, message) => {
    await write(entries);
    await refused(importRun(other, zip), message);
    expect(await files(other)).toEqual([]);
  });

  it.each(['../evil.txt', 'a/../../evil.txt', '/evil.txt', 'a\\evil.txt', 'C:evil.txt'])(
    'is refused where the zip would write %s',
    async (path) => {
      // adm-zip itself tidies names that it writes.
      await write({ 'config.json': config, ['#'.repeat(path.length)]: 'evil' });
      const bytes = (await readFile(zip)).toString('latin1').replaceAll('#'.repeat(path.length), path);
      await writeFile(zip, Buffer.from(bytes, 'latin1'));
      await refused(importRun(other, zip), /outside the run's folder/);
      expect(await files(other)).toEqual([]);
    },
  );

  it('is refused where the zip has a link', async () => {
    const made = new AdmZip();
    made.addFile('config.json', Buffer.from(config));
    Object.assign(made.addFile('checkpoints', Buffer.from('/etc')), { attr: (0o120777 << 16) >>> 0 });
    await writeFile(zip, made.toBuffer());
    await refused(importRun(other, zip), /outside the run's folder/);
  });

  it('is refused where it would expand far beyond what a run takes', async () => {
    await write({ 'config.json': config, 'metrics.jsonl': Buffer.alloc(300 * 2 ** 20) });
    await refused(importRun(other, zip), /would expand to 300 MiB/);
    expect(await files(other)).toEqual([]);
  });

  it('is refused where bytes have changed on the way or are missing, and keeps nothing', async () => {
    await exportRun(store, 'sample', zip);
    const bytes = await readFile(zip);
    // Weights are stored as they are.
    const place = bytes.indexOf(weights);
    expect(place).toBeGreaterThan(0);
    bytes.writeUInt8(bytes.readUInt8(place + 100) ^ 1, place + 100);
    await writeFile(zip, bytes);
    await refused(importRun(other, zip), /damaged at "sample\/checkpoints\/best\.safetensors"/);
    expect(await files(other)).toEqual([]);
    await writeFile(zip, bytes.subarray(0, bytes.length / 2));
    await refused(importRun(other, zip), /not a zip file, or is damaged/);
    await writeFile(zip, 'hello');
    await refused(importRun(other, zip), /not a zip file/);
    await refused(importRun(other, join(home, 'missing.zip')), 'Check the path');
  });
});
