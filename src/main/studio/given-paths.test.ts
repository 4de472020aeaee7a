import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GivenPaths } from './given-paths';

describe('the paths that a window was given', () => {
  const given = new GivenPaths();
  let home: string;
  const at = (...names: string[]): string => join(home, ...names);
  beforeAll(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'given-')));
    for (const folder of ['pictures/cats', 'pictures-of-others', 'elsewhere'])
      mkdirSync(at(folder), { recursive: true });
    for (const file of ['pictures/cats/1.jpg', 'pictures-of-others/2.jpg', 'elsewhere/3.jpg', 'one.zip']) {
      writeFileSync(at(file), '');
    }
    symlinkSync(at('elsewhere'), at('pictures', 'away'));
    symlinkSync(at('gone'), at('pictures', 'nowhere'));
    symlinkSync(at('pictures', 'cats'), at('pictures', 'inside'));
    symlinkSync(at('elsewhere'), at('chosen-link'));
    given.give([at('pictures'), at('one.zip'), at('chosen-link'), 'pictures', '']);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it.each([
    ['a folder', 'pictures'],
    ['a file', 'one.zip'],
    ['what is in a folder', 'pictures/cats'],
    ['what is further down', 'pictures/cats/1.jpg'],
    ['what was there and is gone', 'pictures/cats/0.jpg'],
    ['what was in a folder that is gone', 'pictures/dogs/0.jpg'],
    ['a link from a folder into itself', 'pictures/inside/1.jpg'],
    ['a link that was chosen', 'chosen-link'],
    ['what is in the folder of a link that was chosen', 'chosen-link/3.jpg'],
  ])('allow %s', async (_what, path) => {
    expect(await given.allows(join(home, ...path.split('/')))).toBe(true);
  });

  it.each([
    ['the folder above', ''],
    ['its neighbour', 'elsewhere'],
    ['a neighbour whose name begins alike', 'pictures-of-others/2.jpg'],
    ['a link that leads out of a folder', 'pictures/away'],
    ['what such a link leads to', 'pictures/away/3.jpg'],
    ['what it would lead to', 'pictures/away/not-there.jpg'],
    ['a link that leads nowhere', 'pictures/nowhere'],
  ])('refuse %s', async (_what, path) => {
    expect(await given.allows(join(home, ...path.split('/')))).toBe(false);
  });

  it('refuse ways around', async () => {
    for (const path of [
      `${at('pictures')}/../elsewhere/3.jpg`,
      `${at('pictures')}/away/../one.zip`,
      `${at('pictures')}//cats/1.jpg`,
      `${at('pictures')}/./cats`,
      'pictures',
      'pictures/cats',
      '',
      `file://${at('pictures')}`,
      `${at('elsewhere')}\0`,
      '//server/share/pictures',
    ]) {
      expect([path, await given.allows(path)]).toEqual([path, false]);
    }
  });

  it('stay what they are when they are given twice, and grant nothing before', async () => {
    const none = new GivenPaths();
    expect(await none.allows(at('pictures'))).toBe(false);
    none.give([`${at('pictures')}/`]);
    none.give([at('pictures')]);
    expect(await none.allows(`${at('pictures')}/`)).toBe(true);
    expect(await none.allows(at('pictures', 'cats'))).toBe(true);
  });
});
