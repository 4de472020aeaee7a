/** What buttons of the window save, read as other programs read it. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Studio } from './studio';

/** Chromium drops what is more than this within a second. */
const mostDownloads = 10;
const savedAt: number[] = [];

interface Saving {
  saving?: Promise<string>;
}

/** The file that a button saves. */
async function savedFile(studio: Studio, button: Locator, name: string): Promise<Buffer> {
  const path = join(studio.home, name);
  await expect.poll(() => Date.now() - (savedAt.at(1 - mostDownloads) ?? 0)).toBeGreaterThan(1100);
  await studio.app.evaluate(({ session }, path) => {
    (globalThis as Saving).saving = new Promise((resolve) => {
      session.defaultSession.once('will-download', (_event, item) => {
        item.setSavePath(path);
        item.once('done', (_done, state) => resolve(state));
      });
    });
  }, path);
  savedAt.push(Date.now());
  await button.click();
  expect(await studio.app.evaluate(() => (globalThis as Saving).saving)).toBe('completed');
  return readFileSync(path);
}

export async function saved(studio: Studio, button: Locator, name: string): Promise<string> {
  return (await savedFile(studio, button, name)).toString('utf8');
}

/** A button by what it says to whoever does not see it. */
const saveButton = (scope: Locator, what: string, ending: string) =>
  scope.getByRole('button', { name: `Save ${what} as ${ending}`, exact: true });

/** Rows of a table that is saved. */
export async function savedRows(studio: Studio, scope: Locator, what: string): Promise<string[][]> {
  return parse(await saved(studio, saveButton(scope, what, 'CSV'), `${what}.csv`));
}

/** A drawing that is saved and stands alone. */
export async function savedDrawing(studio: Studio, scope: Locator, what: string) {
  const svg = await saved(studio, saveButton(scope, what, 'SVG'), `${what}.svg`);
  const drawn = await understood(svg);
  expect(drawn.outside).toBe(0);
  return { ...drawn, bytes: svg.length };
}

/** A picture that is saved: its size, and how many colours its pixels have. */
export async function savedPicture(studio: Studio, scope: Locator, what: string) {
  const { width, height, colours } = await pixelsOf(
    await savedFile(studio, saveButton(scope, what, 'PNG'), `${what}.png`),
  );
  return { width, height, colours };
}

async function pixelsOf(png: Buffer) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const { width, height } = image;
  return { width, height, colours: new Set(new Uint32Array(data.buffer)).size };
}

/** A drawing by itself, as another program reads it: its words, how many marks it has, and what it would fetch. */
export async function understood(svg: string) {
  const { width, height } = await loadImage(Buffer.from(svg));
  expect(Math.min(width, height)).toBeGreaterThan(80);
  return {
    words: [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word),
    ground: /<rect [^>]*fill="([^"]*)"/.exec(svg)?.[1],
    paths: [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path]) => path ?? ''),
    marks: [...svg.matchAll(/<(?:path|rect) /g)].length,
    outside: [...svg.matchAll(/href=|<image|<style|<script|var\(/g)].length,
  };
}
