import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { readPage } = await import('./page');

describe('readPage', () => {
  let root: string;
  let folder: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'page-'));
    folder = join(root, 'page');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'assets', 'a b.js'), 'code');
    writeFileSync(join(folder, 'notes.txt'), 'notes');
    writeFileSync(join(root, 'secret.js'), 'secret');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('serves the files of the page with their type and the policy', async () => {
    const { status, headers, data } = await readPage(folder, 'studio://app/index.html?x#y');
    expect([status, headers['Content-Type'], data.toString()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>page</p>',
    ]);
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect((await readPage(folder, 'studio://app/assets/a%20b.js')).data.toString()).toBe('code');
  });

  it.each([
    'studio://app/../secret.js',
    'studio://app/..%2fsecret.js',
    'studio://app/%2e%2e/secret.js',
    'studio://app/assets/..%2f..%2fsecret.js',
    'studio://app/missing.js',
    'studio://app/assets',
    'studio://app/notes.txt',
    'studio://app/index.html%00.js',
    'studio://app/%zz.js',
    'studio://other/index.html',
    'studio://app/',
    'nonsense',
  ])('answers 404 to %s', async (url) => {
    const { status, headers, data } = await readPage(folder, url);
    expect(status).toBe(404);
    expect(data.toString()).not.toContain('secret');
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
  });

  it('allows nothing inline and nothing evaluated', async () => {
    const { headers } = await readPage(folder, 'studio://app/index.html');
    expect(headers['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:/);
  });
});
