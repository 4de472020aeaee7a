import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricEventSchema, type LayersEvent } from '../src/shared/contract/metrics';
import { formatValue } from '../src/renderer/parts/network/quantity';
import { writeTestPicture } from './sample';
import { openStudio, patience, type Studio } from './studio';

const layersOf = (studio: Studio, run: string): LayersEvent[] =>
  readFileSync(join(studio.home, 'runs', run, 'metrics.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => metricEventSchema.parse(JSON.parse(line)))
    .filter((event): event is LayersEvent => event.event === 'layers');

/** A run of ResNet-8 that has ended, shown in the window. */
async function openRun(studio: Studio, variant = 'resnet8'): Promise<string> {
  const dataset = await studio.request('datasets.importSample', undefined);
  const { run } = await studio.request('runs.start', { dataset: dataset.id, variant, batch: 32, steps: 24 });
  const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
  await expect.poll(state, { timeout: patience }).toBe('finished');
  await studio.show('Runs');
  await studio.page
    .getByRole('row')
    .getByRole('button', { name: /^(ResNet|Plain)-8/ })
    .click();
  await studio.page.getByRole('tree').waitFor();
  return run;
}

/** Saves what a button offers. @returns the bytes of the file. */
async function save({ app, page, home }: Studio, button: string): Promise<Buffer> {
  const path = join(home, `saved ${button}`);
  await app.evaluate(({ session }, path) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, path);
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => existsSync(path) && readFileSync(path).length > 0, { timeout: patience }).toBe(true);
  return readFileSync(path);
}

/** Drops a file onto the activation maps, as the system does. */
async function dropOntoMaps({ page }: Studio, file: string): Promise<void> {
  const heading = page.getByRole('heading', { name: 'Activation maps' });
  await heading.scrollIntoViewIfNeeded();
  const box = await heading.boundingBox();
  if (!box) throw new Error('the activation maps are not seen');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 20, y: box.y + box.height / 2, data });
  }
  await session.detach();
}

describe('the layers of a run', () => {
  it('are coloured by what was measured, and the drawing says the values', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const run = await openRun(studio);
    const [measured] = layersOf(studio, run).slice(-1);
    if (!measured) throw new Error('no layers were measured');
    const value = (list: readonly number[] | undefined, names: readonly string[], name: string) =>
      formatValue(list?.[names.indexOf(name)] ?? NaN);

    for (const [quantity, word, list] of [
      ['gradient', 'gradient norm', measured.gradientNorms],
      ['weight', 'weight norm', measured.weightNorms],
      ['update', 'update over weight', measured.updateRatios],
    ] as const) {
      await page.getByLabel('Colour by').selectOption(quantity);
      const item = page.getByRole('treeitem', { name: /^conv1:/ });
      const wanted = value(list, measured.layers, 'conv1');
      await expect.poll(() => item.getAttribute('aria-label')).toContain(`; ${word} ${wanted}`);
      const colourOf = (name: RegExp) =>
        page
          .getByRole('treeitem', { name })
          .locator('.box')
          .evaluate((box) => getComputedStyle(box).fill);
      expect(await colourOf(/^conv1:/)).toMatch(/^rgb\(/);
      // Nothing is measured of the pooling, which keeps the neutral colour.
      expect(await colourOf(/^conv1:/)).not.toBe(await colourOf(/^avgpool:/));
    }
    // Scrubbed back to the first moment, and forth again.
    const [early] = layersOf(studio, run);
    expect(early?.step).toBe(20);
    await page.getByLabel('Colour by').selectOption('gradient');
    const item = page.getByRole('treeitem', { name: /^conv1:/ });
    for (const [key, { gradientNorms, layers }] of [
      ['Home', early ?? measured],
      ['End', measured],
    ] as const) {
      await page.getByRole('slider', { name: 'Moment of the run' }).press(key);
      const wanted = value(gradientNorms, layers, 'conv1');
      await expect.poll(() => item.getAttribute('aria-label')).toContain(`; gradient norm ${wanted}`);
    }

    await page.getByLabel('Colour by').selectOption('ratio');
    const ratio = value(measured.ratios, measured.blocks, 'layer2.0');
    await page.getByText(`|F(x)| / |x| ${ratio}`, { exact: true }).waitFor();
  });

  it('are found by name, walked by keyboard and let go with Escape', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await openRun(studio);
    // Larger than its panel, so that there is something to scroll.
    for (let press = 0; press < 4; press += 1) await page.getByRole('button', { name: '+ Zoom in' }).click();
    await page.getByLabel('Find a layer').fill('layer3 0 conv2');
    await page.keyboard.press('Enter');
    const found = page.getByRole('treeitem', { name: /^layer3\.0\.conv2:/ });
    await expect.poll(() => found.getAttribute('aria-selected')).toBe('true');

    // The map brings back the beginning, with the shortcuts drawn.
    const scrolled = () =>
      page
        .locator('.scroller')
        .first()
        .evaluate((element) => element.scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(100);
    const map = await page.locator('.map').boundingBox();
    if (!map) throw new Error('the map is not drawn');
    await page.mouse.click(map.x + map.width / 2, map.y + 4);
    await expect.poll(scrolled).toBe(0);
    await page.getByRole('button', { name: /Actual size$/ }).click();
    expect(await page.locator('path.identity, path.padded').count()).toBeGreaterThan(0);

    await page.getByRole('tree').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Details of conv1' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Choose a layer in the architecture to see its details here.').waitFor();
    await page.keyboard.press('+');
    await page.getByRole('button', { name: '119 % Actual size' }).waitFor();
    await page.keyboard.press('0');
    await page.getByRole('button', { name: '100 % Actual size' }).waitFor();
  });

  it('open with history, histograms, filters and what they make of pictures', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await openRun(studio);
    await page.getByRole('treeitem', { name: /^conv1:/ }).click();
    const details = page.getByRole('region', { name: 'Details of conv1' });
    await details.getByText('Looks for 16 patterns of 3 × 3 pixels over 1 channel').waitFor();
    await details
      .getByRole('img', { name: /^Response of conv1 by step/ })
      .or(details.getByRole('img', { name: /^Gradient norm of conv1 by step/ }))
      .first()
      .waitFor();
    await details.getByRole('img', { name: /^Weights: from -/ }).waitFor();
    await details.getByRole('img', { name: /^Responses: from -/ }).waitFor();

    await details.getByText(/16 channels of .*, weights of step 24/).waitFor();
    const shades = (name: string) =>
      details.getByRole('img', { name, exact: true }).evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        return [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [])];
      });
    const first = await shades('channel 0');
    expect(new Set(first).size).toBeGreaterThan(5);
    expect(new Set(await shades('filter 3')).size).toBeGreaterThan(3);

    const dropped = writeTestPicture(studio.home, 1);
    await dropOntoMaps(studio, dropped);
    await details.getByText(/16 channels of test-1\.png/).waitFor();
    expect(await shades('channel 0')).not.toEqual(first);
    // Nothing else took the drop.
    expect(await page.getByRole('heading', { level: 1, name: /^ResNet-8/ }).count()).toBe(1);
  });

  it('are shown by depth, block by block, and as tables', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const run = await openRun(studio);
    const [measured] = layersOf(studio, run).slice(-1);
    await page.getByRole('radio', { name: 'Gradient flow' }).check({ force: true });
    await page.getByRole('button', { name: 'Show data of Gradient flow' }).click();
    const cells = (panel: string) =>
      page
        .getByRole('region', { name: panel, exact: true })
        .evaluate((element) =>
          Array.from(element.querySelectorAll('tbody td data'), (cell) => Number((cell as HTMLDataElement).value)),
        );
    expect(await cells('Gradient flow')).toEqual(measured?.gradientNorms);
    await page.getByRole('radio', { name: 'Block contribution' }).check({ force: true });
    await page.getByRole('img', { name: /^\|F\(x\)\| \/ \|x\| and cosine of 3 blocks by depth/ }).waitFor();
    await page.getByRole('button', { name: 'Show data of Block contribution' }).click();
    expect(await cells('Block contribution')).toEqual(
      measured?.ratios.flatMap((ratio, index) => [ratio, measured.cosines[index]]),
    );
    await page.getByRole('button', { name: 'layer2.0', exact: true }).click();
    await expect
      .poll(() => page.getByRole('treeitem', { name: /^layer2\.0\.add/ }).getAttribute('aria-selected'))
      .toBe('true');
  });

  it('are saved as vectors and as pixels', async () => {
    const studio = await openStudio();
    await openRun(studio);
    const svg = (await save(studio, 'Save architecture as SVG')).toString('utf8');
    for (const text of [
      '<title>Architecture of ResNet-8</title>',
      '>conv1 3×3 /2, 32<',
      '>10 classes<',
      '>Response, epoch',
    ]) {
      expect(svg).toContain(text);
    }
    const png = await save(studio, 'Save architecture as PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Twice as wide as the drawing with its margins.
    expect(png.readUInt32BE(16)).toBe(2 * (430 + 32));
  });
});

describe('the form of a new run', () => {
  it('plans the depth, and tells the time that a run takes here', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await studio.request('datasets.importSample', undefined);
    await page.getByRole('button', { name: 'Train a network on it' }).click();
    await page.getByLabel('Network').selectOption('resnet20');
    await page.getByText('Nothing was timed on this machine yet.').waitFor();
    await page.getByRole('button', { name: '14 layers' }).click();
    await page.getByText('6 × 2 + 2 = 14').waitFor();
    expect(await page.getByLabel('Network').inputValue()).toBe('resnet');
    await page.getByLabel('Blocks per stage').fill('1');
    await page.getByRole('tree', { name: 'Architecture of ResNet-8' }).waitFor();

    await page.getByRole('button', { name: 'Time a step here' }).click();
    await page.getByText(/ms per step, timed here: ResNet-8, batch \d+, float32/).waitFor({ timeout: patience });
    await page.getByLabel('Blocks per stage').fill('3');
    await page.getByText(/ms per step, scaled by multiply-adds from ResNet-8/).waitFor();
    await page.getByText(/^\d+ to \d+ (s|min|h)$/).waitFor();
    // In view without scrolling, in a small window too.
    await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
    await page.waitForFunction(() => innerWidth === 1024 && innerHeight === 700);
    for (const figure of ['Parameters', 'FLOPs per picture', 'Memory, of', 'Time']) {
      const shown = page.locator('dt', { hasText: figure });
      expect(
        await shown.evaluate((term) =>
          term.contains(
            document.elementFromPoint(term.getBoundingClientRect().x + 2, term.getBoundingClientRect().y + 2),
          ),
        ),
      ).toBe(true);
    }
    expect(await page.getByLabel('Network').inputValue()).toBe('resnet20');
  });
});
