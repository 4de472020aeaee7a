import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageOf, wordsOf } from '../../../shared/errors';
import { say } from '../../../shared/words/say';
import { DatasetImporter } from '../import/dataset-importer';
import { makeTestFolder } from '../testing';
import { writeTree } from '../pictures/testing-pictures';
import { brokenArchives } from './archives';
import { brokenCifar } from './cifar';
import { brokenFolders } from './folders';
import { brokenIdx } from './idx';
import { brokenPictures } from './pictures';

/** Names of formats, columns, folders and classes, which are the same in every language. */
const names = /\b(?:tar|zip|gzip|path|labels?|split|train|val|test|binary|pickle|data|meta|cat|dog|later)\b/g;

/** The words of English that are left in a text, but for paths, names of files and what is quoted. */
function englishIn(text: string): string[] {
  const plain = text.replace(/\S*[/\\]\S*|"[^"]*"|\S*\.\w+|\S*[_-]\S*/g, '').replace(names, '');
  return plain.match(/\b[a-z]{3,}\b/g) ?? [];
}

describe('why an input is refused', () => {
  it.each([...brokenIdx, ...brokenCifar, ...brokenFolders, ...brokenArchives, ...brokenPictures])(
    '$name, in Korean',
    async ({ files, dropped = '' }) => {
      const home = await makeTestFolder();
      const source = join(home, 'source');
      await mkdir(source);
      await writeTree(source, files);
      const failure = await new DatasetImporter(home)
        .import([join(source, dropped)])
        .catch((thrown: unknown) => thrown);
      const korean = say('ko', wordsOf(failure));
      expect([messageOf(failure), korean, englishIn(korean)]).toEqual([messageOf(failure), korean, []]);
      expect(korean).toMatch(/[가-힣]/);
      expect(korean).toContain(source);
    },
  );
});
