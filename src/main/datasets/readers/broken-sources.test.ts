import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { ExpansionLimit } from '../sources/archive-limits';
import { makeTestFolder } from '../testing';
import { writeTree } from '../pictures/testing-pictures';
import { readSource } from './testing';

let root: string;

beforeAll(async () => {
  root = await makeTestFolder();
});

async function failureOf(paths: string[]): Promise<string> {
  const failure = await readSource(paths).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(UserError);
  return failure instanceof UserError ? failure.message : '';
}

describe('an archive', () => {
  it('that expands without end is refused while it is read', async () => {
    const limit = new ExpansionLimit('/bomb.tar.gz', 10_000_000);
    await limit.add(1_900_000_000);
    await expect(limit.add(200_000_000)).rejects.toThrow('/bomb.tar.gz expands to more than 200 times its size');
    await new ExpansionLimit('/small.tar.gz', 100).add(1_000_000_000);
  });
});

describe('what was dropped together', () => {
  it('must go together', async () => {
    const one = await writeTree(join(root, 'one'), { 'same/1.png': 'x', 'labels.csv': 'x' });
    const two = await writeTree(join(root, 'two'), { 'same/1.png': 'x', '1.png': 'x' });
    expect(await failureOf([join(one, 'same'), join(two, 'same')])).toContain(
      'Two of what was given are called "same"',
    );
    expect(await failureOf([join(one, 'labels.csv'), join(two, '1.png')])).toContain('lie in one folder');
    expect(await failureOf([join(one, 'same'), join(two, '1.png')])).toContain(
      'Folders and single files were given together',
    );
  });
});
