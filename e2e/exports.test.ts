import { loadImage } from '@napi-rs/canvas';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openStudio, patience, type Studio } from './studio';

async function train(studio: Studio, name: string): Promise<void> {
  const { id } = await studio.request('datasets.importSample', undefined);
  const { run } = await studio.request('runs.start', { name, dataset: id, variant: 'resnet8', batch: 64, steps: 8 });
  const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
  await expect.poll(state, { timeout: patience }).toBe('finished');
}

/** The text of the file that a button saves. */
async function saved(studio: Studio, button: Locator, name: string): Promise<string> {
  const path = join(studio.home, name);
  await studio.app.evaluate(({ session }, path) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, path);
  await button.click();
  await expect.poll(() => existsSync(path) && readFileSync(path).length, { timeout: patience }).toBeTruthy();
  return readFileSync(path, 'utf8');
}

/** A drawing by itself, as another program reads it: its words, how many marks it has, and what it would fetch. */
async function understood(svg: string) {
  const { width, height } = await loadImage(Buffer.from(svg));
  expect(Math.min(width, height)).toBeGreaterThan(100);
  return {
    words: [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word),
    marks: [...svg.matchAll(/<(?:path|rect) /g)].length,
    outside: [...svg.matchAll(/href=|<image|<style|<script|var\(/g)].length,
  };
}

describe('what is drawn', () => {
  it('is saved as vectors, pixels and numbers', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const press = (name: string) => page.getByRole('button', { name, exact: true });
    await train(studio, 'Kept');

    await studio.show('Datasets');
    const classes = await saved(studio, press('Save Classes of Fashion-MNIST sample as SVG').first(), 'classes.svg');
    const drawn = await understood(classes);
    expect(drawn).toMatchObject({ outside: 0 });
    expect(drawn.words).toEqual(expect.arrayContaining(['Sandal', 'Training', 'Test']));
    const table = await saved(studio, press('Save Classes of Fashion-MNIST sample as CSV').first(), 'classes.csv');
    expect(table.split('\r\n')[0]).toBe('class,train,validation,test');

    await studio.show('Runs');
    await page.getByRole('row').getByRole('button', { name: 'Kept', exact: true }).click();
    await press('Save Layer responses as SVG').waitFor();
    const responses = await understood(await saved(studio, press('Save Layer responses as SVG'), 'responses.svg'));
    expect(responses).toMatchObject({ outside: 0 });
    expect(responses.words).toEqual(expect.arrayContaining(['layer1', 'layer2', 'layer3']));
    // A bar for each of the 7 convolutions, and the ground.
    expect(responses.marks).toBeGreaterThanOrEqual(8);

    const network = await saved(studio, press('Save architecture as CSV'), 'network.csv');
    expect(network).toContain('layer1.0.conv1,convolution,layer1,layer1.0,28,28,16,2304,');

    await page.getByRole('treeitem', { name: /^conv1:/ }).click();
    const weights = page.getByRole('button', { name: /^Save Weights, conv1 at epoch 1, step \d+ as SVG$/ });
    const histogram = await understood(await saved(studio, weights, 'weights.svg'));
    expect(histogram).toMatchObject({ outside: 0 });
    expect(histogram.marks).toBeGreaterThan(24);
    const picture = page.getByRole('button', { name: /^Save Weights, conv1 at .* as PNG$/ });
    expect(await saved(studio, picture, 'weights.png')).toContain('PNG');
  });
});
