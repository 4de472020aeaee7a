import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleConfig, stepOf } from '../src/main/runs/testing';
import { violations } from './axe';
import { saved } from './saved';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, type Studio } from './studio';

const layers = [
  'conv1',
  ...['layer1', 'layer2', 'layer3'].flatMap((stage) => [`${stage}.0.conv1`, `${stage}.0.conv2`]),
];
const residual = 'Residual';
const plain = 'Plain with a name that is longer than the menu beside the chart has room for';

/** What a run measured after an epoch: the same for each layer. */
const responses = (epoch: number, value: number) => ({
  event: 'responses',
  step: 4 * epoch,
  epoch,
  layers,
  standardDeviations: layers.map(() => value),
});

/** A residual network that measured twice, its plain twin that measured three times, and another network. */
async function openRuns(): Promise<Studio> {
  const home = makeHome();
  const variant = (name: string) => ({ config: { training: { ...sampleConfig.training, variant: name } } });
  const store = await storeRuns(home, [
    { run: 'other', name: 'Other', ...variant('resnet14') },
    { run: 'plain', name: plain, ...variant('plain8') },
    { run: 'residual', name: residual, ...variant('resnet8') },
  ]);
  const write = (run: string, values: readonly number[]) => {
    const events = values.map((value, index) => responses(index + 1, value));
    const lines = [stepOf(1), stepOf(2), ...events].map((event) => `${JSON.stringify(event)}\n`);
    writeFileSync(store.metricsPath(run), lines.join(''));
  };
  write('residual', [0.5, 0.4]);
  write('plain', [0.9, 1.25, 7]);
  write('other', [0.3]);
  const studio = await openStudio({ home });
  await studio.show('Runs');
  await studio.page.getByRole('row').getByRole('button', { name: residual, exact: true }).click();
  return studio;
}

/** The text of the file that a button of the panel saves. */
const savedResponses = (studio: Studio, ending: 'SVG' | 'CSV'): Promise<string> =>
  saved(
    studio,
    studio.page.getByRole('button', { name: `Save Layer responses as ${ending}`, exact: true }),
    `responses.${ending}`,
  );

describe('the responses of a run', () => {
  it('have those of the twin over them, epoch by epoch, in the window and in what is saved', async () => {
    const studio = await openRuns();
    const { page } = studio;
    const panel = page.getByRole('region', { name: 'Layer responses', exact: true });
    await panel.getByText(`${plain}, epoch 2`).waitFor();
    const menu = panel.getByRole('combobox', { name: 'Overlay' });
    expect(await menu.inputValue()).toBe('plain');
    expect(await menu.locator('option').allInnerTexts()).toEqual(['none', `${plain} (twin)`, 'Other']);
    expect(await violations(studio)).toEqual([]);

    const svg = await savedResponses(studio, 'SVG');
    expect(svg).toContain(`>${plain}, epoch 2</text>`);
    const csv = (await savedResponses(studio, 'CSV')).split('\r\n');
    expect(csv[0]).toBe(`layer,step 4,step 8,"${plain}, step 4","${plain}, step 8","${plain}, step 12"`);
    expect(csv[1]).toBe('conv1,0.5,0.4,0.9,1.25,7');

    await panel.getByRole('button', { name: 'Data of Layer responses' }).click();
    const row = panel.getByRole('row', { name: /^conv1/ });
    await expect.poll(() => row.getByRole('cell').allInnerTexts()).toEqual(['0.400', '1.250']);
    await panel.getByRole('slider', { name: /moment/i }).press('Home');
    await expect.poll(() => row.getByRole('cell').allInnerTexts()).toEqual(['0.500', '0.900']);
    await panel.getByText(`${plain}, epoch 1`).waitFor({ state: 'detached' });

    await panel.getByRole('button', { name: 'Data of Layer responses' }).click();
    await menu.selectOption({ label: 'Other' });
    await panel.getByText('Other, epoch 1').waitFor();
    await menu.selectOption({ label: 'none' });
    await panel.getByText('Other, epoch 1').waitFor({ state: 'detached' });
  });
});
