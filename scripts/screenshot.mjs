// Takes the pictures in docs/screenshots/ from the real app while it trains a real network: light and dark.
// node scripts/screenshot.mjs [--dataset <folder>] [--model resnet20] [--steps 400]
import { createCanvas } from '@napi-rs/canvas';
import { _electron } from 'playwright-core';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { runCommand, setUp } from './setup.mjs';
import { electronPath } from './setup/electron.mjs';
import { projectFolder } from './setup/paths.mjs';
import { setup as openDisplay } from './virtual-display.mjs';

const sample = join(projectFolder, 'resources', 'sample', 'fashion-mnist');
const pictures = join(projectFolder, 'docs', 'screenshots');
const size = { width: 1440, height: 900 };
/** Share of the run after which the Train view is taken: there is something to see, and it is not over. */
const shown = 0.72;
const options = {
  dataset: { type: 'string', default: sample },
  model: { type: 'string', default: 'resnet20' },
  steps: { type: 'string', default: '400' },
};

await runCommand(async () => {
  const { dataset, model, steps } = parseArgs({ options }).values;
  await setUp({ settings: { virtualDisplay: true } });
  await build();
  await mkdir(pictures, { recursive: true });
  const closeDisplay = await openDisplay();
  const home = await mkdtemp(join(tmpdir(), 'residual-studio-'));
  await mkdir(join(home, 'home', 'settings'), { recursive: true });
  await writeFile(join(home, 'home', 'settings', 'settings.json'), '{"tourTaken": true}');
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [projectFolder],
    colorScheme: null,
    env: { ...process.env, RESIDUAL_STUDIO_HOME: join(home, 'home') },
  });
  try {
    const page = await app.firstWindow();
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
      size,
    );
    // As if it had been chosen in the dialog: the window imports nothing else.
    await app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      },
      [dataset],
    );
    await takeAll(page, { home, dataset, model, steps: Number(steps) });
  } finally {
    await app.close();
    await rm(home, { recursive: true, force: true });
    closeDisplay();
  }
});

async function takeAll(page, { home, dataset, model, steps }) {
  const request = (name, input) => page.evaluate(([name, input]) => window.studio.request(name, input), [name, input]);
  await request('host.choose', 'dataset');
  const { id } = await request('datasets.import', { paths: [dataset] });
  await take(page, 'datasets', 'Datasets');

  const { run } = await request('runs.start', { dataset: id, variant: model, batch: 128, steps });
  const until = async (isReached) => {
    for (;;) {
      const { summary } = await request('runs.read', { run, from: Number.MAX_SAFE_INTEGER });
      if (summary.state === 'failed') throw new Error(summary.reason);
      if (isReached(summary)) return;
      await setTimeout(500);
    }
  };
  await until((summary) => summary.steps >= steps * shown);
  await take(page, 'train', 'Train');
  await until((summary) => summary.state === 'finished');
  await take(page, 'runs', 'Runs');
  await take(page, 'layer', 'Runs', () => openLayer(page, model));
  await take(page, 'evaluation', 'Runs', () => openEvaluation(page, model));

  const paths = await writeTestPictures(home);
  await page.getByRole('navigation').getByRole('button', { name: 'Classify' }).click();
  await drop(page, paths);
  await page
    .getByRole('article')
    .nth(paths.length - 1)
    .waitFor();
  await take(page, 'classify', 'Classify');
}

/** Opens the run and the first convolution of it, whose filters and maps come from another process. */
async function openLayer(page, model) {
  await openRun(page, model);
  await page.getByLabel('Colour by').selectOption('gradient');
  await page.getByRole('treeitem', { name: /^conv1:/ }).click();
  await page.getByText(/weights of step/).waitFor();
  await page.getByRole('heading', { name: 'Activation maps' }).scrollIntoViewIfNeeded();
}

/** Judges the run by the test split and shows the confusion matrix. */
async function openEvaluation(page, model) {
  await openRun(page, model);
  await page.getByRole('button', { name: 'Evaluate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('application', { name: /^Confusion matrix/ }).waitFor();
}

function openRun(page, model) {
  return page
    .getByRole('row')
    .getByRole('button', { name: new RegExp(model.replace('resnet', '^ResNet-')) })
    .click();
}

/** @param prepare What is done in the view before its picture is taken. */
async function take(page, name, view, prepare = async () => undefined) {
  const show = (title) => page.getByRole('navigation').getByRole('button', { name: title }).click();
  for (const theme of ['Light', 'Dark']) {
    await show('Settings');
    await page.getByRole('radio', { name: theme, exact: true }).check();
    await show(view);
    await prepare();
    // Curves and pictures are drawn after the view has come.
    await setTimeout(1500);
    await page.screenshot({ path: join(pictures, `${name}-${theme.toLowerCase()}.png`) });
    // A dialog would be in the way of the next one.
    await page.keyboard.press('Escape');
  }
  console.log(`docs/screenshots/${name}-light.png and -dark.png`);
}

/** The first pictures of the sample's test split as PNG files. */
async function writeTestPictures(folder) {
  const bytes = gunzipSync(await readFile(join(sample, 't10k-images-idx3-ubyte.gz'))).subarray(16);
  const side = 28;
  const paths = [];
  for (let index = 0; index < 12; index += 1) {
    const canvas = createCanvas(side, side);
    const context = canvas.getContext('2d');
    const image = context.createImageData(side, side);
    for (let pixel = 0; pixel < side * side; pixel += 1) {
      image.data.fill(bytes[index * side * side + pixel], 4 * pixel, 4 * pixel + 3);
      image.data[4 * pixel + 3] = 255;
    }
    context.putImageData(image, 0, 0);
    const path = join(folder, `picture-${index + 1}.png`);
    await writeFile(path, await canvas.encode('png'));
    paths.push(path);
  }
  return paths;
}

async function drop(page, files) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, x: size.width / 2, y: size.height / 2, data });
  }
}
