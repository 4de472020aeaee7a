import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricEventSchema } from '../src/shared/contract/metrics';
import { openStudio, patience, type Studio } from './studio';

const totalSteps = 200;

function stepsOf(studio: Studio, run: string): number[] {
  const lines = readFileSync(join(studio.home, 'runs', run, 'metrics.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1);
  return lines.flatMap((line) => {
    const event = metricEventSchema.parse(JSON.parse(line));
    return event.event === 'step' ? [event.step] : [];
  });
}

/** The steps that the learning curves draw, as their table shows them. */
function drawnSteps({ page }: Studio): Promise<number[]> {
  const panel = page.getByRole('region', { name: 'Learning curves', exact: true });
  return panel.locator('tbody th').evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).innerText)));
}

describe('a stopped run', () => {
  it(
    'goes on where it stopped, and shows one curve',
    async () => {
      const studio = await openStudio();
      const { page } = studio;
      const dataset = await studio.request('datasets.importSample', undefined);
      const { run } = await studio.request('runs.start', {
        dataset: dataset.id,
        variant: 'resnet8',
        batch: 64,
        steps: totalSteps,
        recipe: 'paper',
        name: 'Interrupted',
        augmentation: 'none',
      });
      await studio.show('Runs');
      await page.getByRole('button', { name: 'Interrupted', exact: true }).click();
      await page
        .getByText(/step ([5-9]|\d\d) of/)
        .first()
        .waitFor({ timeout: patience });
      await page.getByRole('button', { name: 'Stop and save' }).click();
      await page.getByText('Stopped', { exact: true }).waitFor();
      const stoppedAt = stepsOf(studio, run).length;
      expect(stoppedAt).toBeLessThan(totalSteps);

      // As if a machine that is gone had gone on with it.
      const state = join(studio.home, 'runs', run, 'state.json');
      // Until the process that trained it is gone, its studio may write what became of it.
      await expect.poll(() => existsSync(join(studio.home, 'runs', `.${run}.owner.lock`))).toBe(false);
      const elsewhere = { state: 'training', pid: 17, host: 'elsewhere' };
      writeFileSync(state, JSON.stringify({ ...JSON.parse(readFileSync(state, 'utf8')), ...elsewhere }));
      await page.reload();
      await studio.show('Runs');
      await page.getByRole('button', { name: 'Interrupted', exact: true }).click();
      await page.getByRole('button', { name: 'Stop and save' }).click();
      const question = page.getByRole('dialog', { name: 'Take the run over?' });
      await question.getByText('process 17 of elsewhere').waitFor();
      await question.getByRole('button', { name: 'Take over and resume' }).click();
      await expect.poll(() => stepsOf(studio, run).length, { timeout: patience }).toBeGreaterThan(stoppedAt);
      await page.getByRole('button', { name: 'Stop and save' }).click();
      await page.getByText('Stopped', { exact: true }).waitFor();

      await page.getByRole('button', { name: 'Resume' }).click();
      await page.getByText('Finished', { exact: true }).waitFor({ timeout: 2 * patience });
      const whole = Array.from({ length: totalSteps }, (_, index) => index + 1);
      expect(stepsOf(studio, run)).toEqual(whole);
      expect(await page.getByRole('button', { name: 'Resume' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Show data of Learning curves' }).click();
      await expect.poll(() => drawnSteps(studio), { timeout: patience }).toEqual(whole);
    },
    5 * 60_000,
  );
});
