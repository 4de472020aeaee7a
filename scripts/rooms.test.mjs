import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOf, rooms, tableOfRooms } from './rooms.mjs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const foldersIn = (path) =>
  readdirSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);

/** A folder may hold some more than the 25 that are aimed at, and never a crowd. */
const mostFiles = 28;

describe('the rooms', () => {
  it('stand in the table of docs/architecture.md as they are', () => {
    const lines = read('docs/architecture.md').split('\n');
    const rows = lines.filter((line) => line.startsWith('| `src/')).map((line) => line.split('|').slice(1, -1));
    expect(rows.map((cells) => cells.map((cell) => cell.trim()))).toEqual(tableOfRooms());
  });

  it('hold every folder of the sources', () => {
    const folders = [...foldersIn('src'), ...foldersIn('src/main'), ...foldersIn('src/main/hosts')];
    const parents = ['src/main', 'src/main/hosts', 'src/native'];
    expect(folders.filter((folder) => !(folder in rooms) && !parents.includes(folder))).toEqual([]);
  });

  it('have no folder that is a crowd', () => {
    const counts = new Map();
    for (const folder of Object.keys(rooms)) {
      for (const file of filesOf(folder)) {
        const place = `${folder}/${file}`.replace(/\/[^/]*$/, '');
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
    }
    expect([...counts].filter(([place, count]) => count > mostFiles && !place.includes('/words/'))).toEqual([]);
  });

  it('are named where the architecture is told, and every file that is named there exists', () => {
    const named = [
      ...read('docs/architecture.md').matchAll(/`((?:src|scripts|e2e)\/[\w./-]+\.(?:ts|svelte|mjs|json))`/g),
    ];
    expect(named.length).toBeGreaterThan(20);
    for (const [, path] of named) expect(() => read(path), path).not.toThrow();
  });
});
