import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { openStudio, patience, type Studio } from './studio';

async function openForm(studio: Studio): Promise<void> {
  await studio.request('datasets.importSample', undefined);
  await studio.show('Train');
  await studio.page.getByRole('heading', { level: 1, name: 'New run' }).waitFor();
}

describe('the form of a new run', () => {
  it('shows a recipe’s values, marks what differs, and leads back', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await openForm(studio);
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const chosen = (name: string) => page.getByRole('combobox', { name, exact: true });
    const back = page.getByRole('button', { name: /^back to (?!the recipe)/ });
    const backToAll = page.getByRole('button', { name: 'back to the recipe' });

    expect(await chosen('Recipe').inputValue()).toBe('quick');
    expect(await chosen('Schedule').inputValue()).toBe('cosine');
    await chosen('Recipe').selectOption('slides');
    expect(await field('Batch size').inputValue()).toBe('256');
    expect(await chosen('Schedule').inputValue()).toBe('plateau');
    await page.getByText('More', { exact: true }).click();
    expect(await field('Weight decay').inputValue()).toBe('0.00001');
    expect(await back.count()).toBe(0);

    await field('Learning rate').fill('0.05');
    await chosen('Schedule').selectOption('constant');
    await field('Weight decay').fill('0.001');
    expect(await back.allInnerTexts()).toEqual(['back to 0.1', 'back to Plateau', 'back to 0.00001']);
    expect(await backToAll.innerText()).toBe('back to the recipe, 3 changed');
    await page.getByText('More, 1 changed').waitFor();
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    await back.first().press('Enter');
    expect(await field('Learning rate').inputValue()).toBe('0.1');
    expect(await field('Learning rate').evaluate((element) => element === document.activeElement)).toBe(true);
    await backToAll.click();
    expect(await chosen('Schedule').inputValue()).toBe('plateau');
    expect(await field('Weight decay').inputValue()).toBe('0.00001');
    expect(await back.count()).toBe(0);
  });

  it('draws the schedule before the start, and says what no drawing can know', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await openForm(studio);
    const form = page.getByRole('form', { name: 'Settings of the new run' });
    const drawn = (words: string | RegExp) => form.getByRole('img', { name: words }).waitFor();
    await drawn('The learning rate over the epochs');
    await page.getByRole('combobox', { name: 'Schedule', exact: true }).selectOption('step');
    await drawn('The learning rate over the epochs, rate 0.01, rate 0.001');
    await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('0.4');
    await drawn('The learning rate over the epochs, rate 0.04, rate 0.004');
    await page.getByRole('combobox', { name: 'Schedule', exact: true }).selectOption('plateau');
    await form.getByText('It is divided by 10 each time the validation error stalls').waitFor();
    // What is wrong beside them takes neither the network nor the schedule away.
    const batch = page.getByRole('textbox', { name: 'Batch size', exact: true });
    const network = page.getByRole('tree', { name: 'Architecture of ResNet-20' });
    for (const [value, reason] of [
      ['1000000', 'At most 65536.'],
      ['65000', 'A batch of 65000 is more than the'],
    ] as const) {
      await batch.fill(value);
      await form.getByText(reason).waitFor();
      expect(await network.isVisible()).toBe(true);
      await drawn(/^The learning rate over the epochs, It is divided by 10/);
      expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);
    }
    await batch.fill('128');
    // Without a length there is no axis; the form keeps its room.
    const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
    await epochs.fill('');
    await form.getByRole('img', { name: /^The learning rate/ }).waitFor({ state: 'detached' });
    await epochs.fill('4');
    await drawn(/^The learning rate over the epochs, It is divided by 10/);
  });

  it('augments as the number of epochs has it, and starts what it shows', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await openForm(studio);
    const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
    const augmentation = page.getByRole('combobox', { name: 'Augmentation', exact: true });
    await page.getByText('More', { exact: true }).click();
    expect([await epochs.inputValue(), await augmentation.inputValue()]).toEqual(['30', 'standard']);
    await epochs.fill('3');
    expect(await augmentation.inputValue()).toBe('none');
    await page.getByRole('combobox', { name: 'Optimiser', exact: true }).selectOption('adamw');
    expect(await page.getByRole('textbox', { name: 'Learning rate', exact: true }).inputValue()).toBe('0.001');
    expect(await page.getByRole('textbox', { name: 'Momentum', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Warm-up', exact: true }).selectOption('1epochs');
    await page.getByRole('button', { name: 'Start training' }).click();

    await page.getByRole('heading', { level: 1, name: /^ResNet-20 on/ }).waitFor();
    const [summary] = await studio.request('runs.list', undefined);
    const { config } = await studio.request('runs.read', { run: summary?.run ?? '', from: 0 });
    expect(config.training).toMatchObject({ epochs: 3, augmentation: 'none', optimizer: 'adamw', nesterov: false });
    expect(config.training.warmup).toEqual({ until: 'epoch', epochs: 1 });
    expect(config.recipe).toMatchObject({ name: 'quick', deviations: { epochs: { recipe: 30, run: 3 } } });
    await page.getByRole('button', { name: 'Stop and save' }).click();
    await page.getByText('Stopped', { exact: true }).waitFor({ timeout: patience });

    await page.getByRole('button', { name: 'New run' }).click();
    await page.getByRole('button', { name: 'back to the recipe, 3 changed' }).waitFor();
    expect(await epochs.inputValue()).toBe('3');
  });
});
