import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { asOrdinaryUser, makeTestFolder, smallDataset, writeFiles } from '../testing';
import { readSource } from './testing';

let root: string;

beforeAll(async () => {
  root = await makeTestFolder();
});

const files = smallDataset();

async function read(path: string, signal?: AbortSignal): Promise<unknown> {
  return readSource([path], { signal });
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const failure = await work.catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(UserError);
  return failure instanceof UserError ? failure.message : '';
}

describe('a broken dataset', () => {
  it('without any file is refused with the layout that is expected', async () => {
    const folder = join(root, 'empty');
    await mkdir(folder);
    expect(await failureOf(read(folder))).toMatch(/empty is empty\. Expected:\n.*IDX.*\n.*train-images-idx3-ubyte/s);
  });

  it('of an unknown kind is refused with what was found and what is expected', async () => {
    const folder = await writeFiles(join(root, 'unknown'), { 'notes.txt': 'x', '.hidden': 'x', 'table.csv': 'x' });
    const failure = await failureOf(read(folder));
    expect(failure).toContain('Found: notes.txt, table.csv. Expected:');
    expect(failure).toContain('train-images-idx3-ubyte');
    expect(await failureOf(read(join(folder, 'notes.txt')))).toContain('Found: notes.txt. Expected:');
  });

  it('that is not there, or is several folders, is refused', async () => {
    expect(await failureOf(read(join(root, 'gone')))).toContain(`There is no file or folder ${join(root, 'gone')}`);
    const [first, second] = [
      await writeFiles(join(root, 'first'), files),
      await writeFiles(join(root, 'second'), files),
    ];
    expect(await failureOf(readSource([first, second]))).toContain('Import one at a time');
    expect(await failureOf(readSource([]))).toContain('Nothing was given');
  });

  it('without permission is refused', async () => {
    const folder = await writeFiles(join(root, 'locked'), files);
    await chmod(root, 0o755);
    await chmod(join(folder, 'train-images-idx3-ubyte'), 0);
    await asOrdinaryUser(async () => {
      expect(await failureOf(read(folder))).toContain(
        `No permission to read or write ${join(folder, 'train-images-idx3-ubyte')}`,
      );
    });
    await chmod(folder, 0);
    await asOrdinaryUser(async () => {
      expect(await failureOf(read(folder))).toContain(`No permission to read or write ${folder}.`);
    });
    await chmod(folder, 0o755);
  });

  it('with a folder in the place of a file is refused', async () => {
    const folder = await writeFiles(join(root, 'nested'), { ...files, 'train-images-idx3-ubyte': null });
    await mkdir(join(folder, 'train-images-idx3-ubyte'));
    expect(await failureOf(read(folder))).toContain('The train images are missing');
  });

  it('stops being read when the import is cancelled', async () => {
    const folder = await writeFiles(join(root, 'cancelled'), files);
    const cancellation = new AbortController();
    cancellation.abort();
    expect(await failureOf(read(folder, cancellation.signal))).toContain('cancelled');
  });
});
