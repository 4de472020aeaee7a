import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { wordsIn } from '../src/shared/words/words';
import { environment, openStudio, patience, projectFolder } from './studio';

const { window: words } = wordsIn(() => 'en');

it('follows a run that a terminal trains, step by step, and stops it', async () => {
  const studio = await openStudio();
  const { page } = studio;
  const dataset = await studio.request('datasets.importSample', undefined);
  await studio.show('Runs');
  const options = ['--batch', '32', '--epochs', '500', '--augmentation', 'none', '--name', 'From a terminal'];
  const command = ['train', '--dataset', dataset.id, '--model', 'resnet8', ...options];
  const child = spawn(process.execPath, [join(projectFolder, 'out', 'main', 'cli.cjs'), ...command], {
    env: environment({ RESIDUAL_STUDIO_HOME: studio.home }),
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  await page.getByRole('row').getByRole('button', { name: 'From a terminal', exact: true }).click();
  const progress = page.getByText(/step [\d,]+ of [\d,]+/).first();
  const step = async () => Number(/step ([\d,]+) of/.exec(await progress.innerText())?.[1]?.replace(/,/g, ''));
  await expect.poll(step, { timeout: patience }).toBeGreaterThan(0);
  const before = await step();
  await expect.poll(step, { timeout: patience }).toBeGreaterThan(before + 5);
  await page.getByText('Training', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: words.watch.stop, exact: true }).click();
  await page.getByText('Stopped', { exact: true }).first().waitFor({ timeout: patience });
  expect(await exited).toEqual([0, null]);
});
