import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { DatasetImporter } from '../import/dataset-importer';
import { makeTestFolder } from '../testing';
import { writeTree } from '../pictures/testing-pictures';
import { brokenArchives } from './archives';
import { brokenCifar } from './cifar';
import { brokenFolders } from './folders';
import { brokenIdx } from './idx';
import { brokenPictures } from './pictures';

const inputs = [...brokenIdx, ...brokenCifar, ...brokenFolders, ...brokenArchives, ...brokenPictures];
const fewest = 60;
/** What a message about a layout shows, so that it can be put right. */
const example = /cat\/one\.jpg|pictures\/one\.jpg/;

describe('a broken input', () => {
  it.each(inputs)('$name', async ({ name, files, dropped = '', message, named = '' }) => {
    const home = await makeTestFolder();
    const source = join(home, 'source');
    await mkdir(source);
    await writeTree(source, files);
    const failure = await new DatasetImporter(home).import([join(source, dropped)]).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(UserError);
    const said = String(failure);
    expect(said).toContain(message);
    expect(said).toContain(join(source, named));
    if (name.startsWith('folder')) expect(said).toMatch(example);
    expect(await readdir(join(home, 'datasets'))).toEqual([]);
  });

  it('is there in every kind, under a name of its own', () => {
    expect(inputs.length).toBeGreaterThanOrEqual(fewest);
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
  });
});
