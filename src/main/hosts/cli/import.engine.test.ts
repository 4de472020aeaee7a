import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatasetStore } from '../../datasets/store/store';
import { classFolders, pictureOf, writeTree } from '../../datasets/pictures/testing-pictures';
import { processesFolder } from '../../runs/testing';
import { runCommandLine } from './program';

/** `import` with the decoder threads that ship. */
describe('import', () => {
  let home = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'import-command-'));
    vi.stubEnv('RESIDUAL_STUDIO_HOME', join(home, 'studio'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });

  async function run(...words: string[]) {
    const [printed, noted]: string[][] = [[], []];
    const exitCode = await runCommandLine(['import', ...words], {
      version: '1.2.3',
      processes: processesFolder,
      isTerminal: false,
      print: (text) => void printed?.push(text),
      note: (text) => void noted?.push(text),
    });
    return { exitCode, output: printed?.join('\n') ?? '', notes: noted?.join('') ?? '' };
  }
  const store = () => new DatasetStore(join(home, 'studio'));
  const spoilt = {
    'cat/text.jpg': 'I am no picture.',
    'dog/empty.png': '',
    'dog/cut.png': pictureOf(500).subarray(0, 60),
    'cat/copy.png': pictureOf(3),
  };

  it('prints with --json the manifest and the problems that the store keeps', async () => {
    const source = await writeTree(join(home, 'pets'), { ...classFolders({ cat: 12, dog: 11 }), ...spoilt });
    const { exitCode, output } = await run(source, '--json', '--test-share', '0.2');
    expect(exitCode).toBe(0);
    const printed = JSON.parse(output) as { dataset: string };
    const kept = await store().read(printed.dataset);
    const { name, format, contentHash, classes, shape, problems, problemCounts } = kept;
    expect(printed).toEqual({
      dataset: kept.id,
      name,
      format,
      contentHash,
      classes,
      size: [shape[0], shape[1]],
      channels: shape[2],
      storage: 'copies',
      problems,
      problemCounts,
      notes: [],
      difference: null,
    });
    expect(problemCounts).toEqual({ truncated: 1, empty: 1, 'not-a-picture': 1, duplicate: 1 });
    expect(problems.map(({ kind }) => kind)).toEqual(['truncated', 'empty', 'not-a-picture', 'duplicate']);
  });

  it('tells people of the same problems, with the files', async () => {
    const source = await writeTree(join(home, 'pets'), { ...classFolders({ cat: 12, dog: 11 }), ...spoilt });
    const { output } = await run(source);
    for (const path of Object.keys(spoilt).filter((path) => !path.includes('copy')))
      expect(output).toContain(join(source, path));
    expect(output).toContain('duplicate (1)');
  });

  it.each([
    ['pictures of which none can be read', { 'cat/1.png': 'x', 'dog/1.png': '' }, 'Nothing usable was found'],
    ['pictures of one class', classFolders({ cat: 3 }), 'holds pictures of one class only'],
    ['files of another kind', { 'notes.txt': 'x' }, 'No dataset was recognised'],
  ])('of %s exits with 1, says why, and keeps nothing', async (_, files, message) => {
    const source = await writeTree(join(home, 'pets'), files);
    for (const words of [['--json'], []]) {
      const { exitCode, output, notes } = await run(source, ...words);
      expect([exitCode, output]).toEqual([1, '']);
      expect(notes).toContain(message);
    }
    expect(await store().list()).toEqual([]);
  });

  it('leaves originals in place where that is asked for, and says so', async () => {
    const source = await writeTree(join(home, 'pets'), classFolders({ cat: 12, dog: 11 }));
    const { exitCode, output } = await run(source, '--keep', 'originals', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ storage: 'in-place' });
    expect(JSON.parse((await run(source, '--json')).output)).toMatchObject({ storage: 'copies' });
  });
});
