import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeIdx } from './idx';
import { writeTestPicture } from './sample';
import { openStudio, patience, sampleFolder, type Studio } from './studio';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'residual-studio-input-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Drops a folder that cannot be imported. @returns what the window says. */
async function messageFor(studio: Studio, folder: string): Promise<string> {
  await studio.drop(folder);
  const notice = studio.page.getByRole('alert').last();
  await notice.waitFor();
  const message = await notice.innerText();
  await notice.getByRole('button', { name: /Dismiss/ }).click();
  await notice.waitFor({ state: 'detached' });
  return message;
}

/** Everything below the datasets of the store. */
function stored(studio: Studio): string[] {
  try {
    return readdirSync(join(studio.home, 'datasets'));
  } catch {
    return [];
  }
}

describe('a dataset that cannot be imported', () => {
  it('is named with its problem, and nothing of it is kept', async () => {
    const studio = await openStudio();
    const folder = temporaryFolder();

    const truncated = join(folder, 'truncated');
    mkdirSync(truncated);
    for (const name of readdirSync(sampleFolder)) copyFileSync(join(sampleFolder, name), join(truncated, name));
    const pictures = 'train-images-idx3-ubyte.gz';
    const whole = readFileSync(join(truncated, pictures));
    writeFileSync(join(truncated, pictures), whole.subarray(0, whole.length / 2));
    const cutOff = await messageFor(studio, truncated);
    expect(cutOff).toContain(join(truncated, pictures));
    expect(cutOff).toMatch(/cut off|damaged/);

    const disagreeing = join(folder, 'disagreeing');
    mkdirSync(disagreeing);
    writeIdx(join(disagreeing, 'train-images-idx3-ubyte'), [20, 4, 4], new Uint8Array(20 * 16));
    writeIdx(join(disagreeing, 'train-labels-idx1-ubyte'), [19], new Uint8Array(19));
    const disagreement = await messageFor(studio, disagreeing);
    expect(disagreement).toContain('train-images-idx3-ubyte');
    expect(disagreement).toMatch(/20[^]*19|19[^]*20/);

    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(await messageFor(studio, empty)).toContain(`${empty} is empty`);

    expect(await messageFor(studio, join(folder, 'missing'))).toContain(join(folder, 'missing'));

    expect(stored(studio)).toEqual([]);
    await studio.page.getByRole('heading', { name: 'Drop a dataset folder here' }).waitFor();
  });

  it.runIf(process.getuid?.() !== 0)('is named where it may not be read', async () => {
    const studio = await openStudio();
    const folder = join(temporaryFolder(), 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o000);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(await messageFor(studio, folder)).toMatch(new RegExp(`${folder}[^]*permission`, 'i'));
    expect(stored(studio)).toEqual([]);
  });
});

describe('a picture that cannot be classified', () => {
  it('is named with its problem beside those that can', async () => {
    const studio = await openStudio();
    const dataset = await studio.request('datasets.importSample', undefined);
    await studio.request('runs.start', { dataset: dataset.id, variant: 'resnet8', batch: 32, steps: 2 });
    const folder = temporaryFolder();
    const text = join(folder, 'text.png');
    writeFileSync(text, 'This is no picture.');
    const empty = join(folder, 'empty.jpg');
    writeFileSync(empty, '');
    const sound = writeTestPicture(folder, 0);

    await studio.show('Classify');
    await studio.page.getByRole('heading', { name: /^Drop .* here/ }).waitFor({ timeout: patience });
    await studio.drop(text, empty, sound);
    for (const name of ['text.png', 'empty.jpg']) {
      const card = studio.page.getByRole('article', { name });
      await card.waitFor();
      expect(await card.innerText()).toContain(join(folder, name));
      expect(await card.getByRole('listitem').count()).toBe(0);
    }
    expect(await studio.page.getByRole('article', { name: 'test-0.png' }).getByRole('listitem').count()).toBe(5);

    // What is no picture is left out by its name, wherever it lies.
    const notes = join(temporaryFolder(), 'notes.txt');
    writeFileSync(notes, 'These are notes.');
    const other = writeTestPicture(folder, 1);
    await studio.drop(other, notes);
    await studio.page.getByText('Left out, since only pictures are classified: notes.txt.').first().waitFor();
    const added = studio.page.getByRole('article', { name: 'test-1.png' });
    await added.waitFor();
    expect(await added.getByRole('listitem').count()).toBe(5);
    expect(await studio.page.getByRole('heading', { level: 1 }).innerText()).toBe('Classify');
  });
});

describe('a file of weights', () => {
  it('is known as such, whatever the view', async () => {
    const studio = await openStudio();
    const weights = join(temporaryFolder(), 'best.onnx');
    writeFileSync(weights, 'weights');
    await studio.show('Train');
    await studio.drop(weights);
    const alert = studio.page.getByRole('alert');
    await alert.getByText('best.onnx cannot be read here').waitFor();
    expect(await alert.innerText()).toContain('save its state_dict as safetensors');
    expect(await studio.page.getByRole('heading', { level: 1 }).innerText()).toBe('Train');

    // It can still be read in the next view, and goes then.
    await studio.show('Runs');
    expect(await alert.count()).toBe(1);
    await expect.poll(() => alert.count()).toBe(0);
  });
});
