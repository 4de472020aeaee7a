import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noNumbers } from '../src/main/runs/run-numbers';
import { stateFile } from '../src/main/runs/state-file';
import { message } from '../src/shared/words/message';
import { wordsIn } from '../src/shared/words/words';
import { writeIdx } from './idx';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, projectFolder, sampleFolder, type Studio } from './studio';

const picture = join(projectFolder, 'resources', 'icons', 'icon.png');
const views = ['datasets', 'train', 'runs', 'classify', 'settings'] as const;

/** What is called the same in every language: names of data, of programs, of layers, and what a path holds. */
const names = [
  ...['Fashion-MNIST sample', 'Ankle boot', 'fashion-mnist', 'T-shirt/top', 'Apache License', 'Open Font License'],
  ...['Inter', 'Noto Sans', 'Residual Studio', 'icon.png', 'relu', 'avgpool', 'add', 'paper', 'English'],
  // The hash of a dataset that stands for one.
  'abc',
];

/** The texts of the catalogues that are no functions, with their places. */
function flatten(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    return typeof value === 'object' && value !== null ? flatten(value, `${prefix}${key}.`) : [];
  });
}

const { window: en } = wordsIn(() => 'en');
const { window: ko } = wordsIn(() => 'ko');
const korean = new Map(flatten(ko));
const translated = new Set([...korean.values()].filter((text) => /[가-힣]/.test(text)));
const english = new Set(
  flatten(en)
    .filter(([key, text]) => korean.get(key) !== text)
    .map(([, text]) => text),
);

/** Every text that is seen or read out now. */
function textsOf({ page }: Studio): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const seen = (element: Element | null) =>
      element !== null && element.closest('svg, .svelte-flow__edges, [id^="svelte-flow__"]') === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (seen(parentElement) && parentElement?.closest('dialog:not([open])') === null) texts.push(textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!seen(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(texts.map((text) => text.trim()))].filter(Boolean);
  });
}

/** What of the texts is English: a text of the English catalogues, or words of it. */
function inEnglish(texts: readonly string[]): string[] {
  return texts.filter((text) => {
    if (translated.has(text)) return false;
    const own = names.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/\S*[/\\]\S*/g, ''));
    return english.has(text) || /(?<![\w.-])[a-z]{3,}(?![\w.-])/.test(own);
  });
}

/** Buttons, labels and headings whose words are wider than they are. */
function cutOff({ page }: Studio): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll<HTMLElement>('main, nav button, main button, main label, main legend')];
    const more = [
      ...document.querySelectorAll<HTMLElement>('main h1, main h3, main dt, main th, main td, main summary'),
    ];
    return (
      [...parts, ...more]
        .filter((part) => part.clientWidth > 0 && getComputedStyle(part).display !== 'inline')
        // A name may be long: its title has the whole.
        .filter((part) => !part.title && !part.matches('.unseen') && part.scrollWidth > part.clientWidth + 1)
        .map((part) => `${part.tagName} ${part.textContent?.trim().slice(0, 60)}: ${part.clientWidth}`)
    );
  });
}

async function open({ page }: Studio, view: (typeof views)[number]): Promise<void> {
  const name = page.locator(`nav [data-view=${view}]`);
  await name.click();
  await expect.poll(() => name.getAttribute('aria-current')).toBe('page');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const menuTitles = (studio: Studio) =>
  studio.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

/** Nothing of what is shown is English or cut off. */
async function expectKorean(studio: Studio, where: string, shown?: Locator): Promise<void> {
  await shown?.waitFor();
  await expect.poll(async () => [where, inEnglish(await textsOf(studio))], { timeout: 10_000 }).toEqual([where, []]);
  expect([where, await cutOff(studio)]).toEqual([where, []]);
}

async function trainedRun(studio: Studio): Promise<void> {
  const dataset = await studio.request('datasets.importSample', undefined);
  const { run } = await studio.request('runs.start', { dataset: dataset.id, variant: 'resnet8', batch: 32, steps: 24 });
  const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
  await expect.poll(state, { timeout: patience }).toBe('finished');
}

describe('the language', () => {
  it('is chosen in the settings, for window and menu, and survives a restart', async () => {
    const studio = await openStudio();
    const { page } = studio;
    expect(await menuTitles(studio)).toEqual(['&File', '&Edit', '&View', '&Window', '&Help']);
    await open(studio, 'settings');
    await page.getByRole('radio', { name: '한국어' }).check();
    await page.getByRole('heading', { level: 1, name: ko.settings.title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko');
    await expect.poll(() => menuTitles(studio)).toEqual(['파일(&F)', '편집(&E)', '보기(&V)', '창(&W)', '도움말(&H)']);

    await studio.restart();
    await studio.page.getByRole('heading', { level: 1, name: ko.settings.title }).waitFor();
    expect(await menuTitles(studio)).toEqual(['파일(&F)', '편집(&E)', '보기(&V)', '창(&W)', '도움말(&H)']);

    await studio.page.getByRole('radio', { name: 'English' }).check();
    await studio.page.getByRole('heading', { level: 1, name: en.settings.title }).waitFor();
    await expect.poll(() => menuTitles(studio)).toEqual(['&File', '&Edit', '&View', '&Window', '&Help']);
  });

  it('is Korean in every view while there is nothing yet, and nothing is cut off', async () => {
    const studio = await openStudio();
    await studio.request('settings.change', { language: 'ko' });
    await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
    await studio.page.reload();
    for (const view of views) {
      await open(studio, view);
      await expectKorean(studio, view);
    }
    await studio.page.keyboard.press('?');
    await expectKorean(studio, 'shortcuts', studio.page.getByRole('dialog'));
  });

  it('is Korean with a dataset, a run and classified pictures', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await trainedRun(studio);
    await studio.request('settings.change', { language: 'ko' });
    await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
    await page.reload();
    for (const view of views) {
      await open(studio, view);
      if (view === 'train') for (const more of await page.locator('summary').all()) await more.click();
      await expectKorean(studio, view);
    }
    await open(studio, 'classify');
    await studio.drop(picture);
    await expectKorean(studio, 'classified', page.getByRole('article', { name: 'icon.png' }));
    await open(studio, 'datasets');
    await studio.drop(sampleFolder);
    await expectKorean(studio, 'preview', page.getByRole('button', { name: ko.preview.putAway }));
    await page.getByRole('button', { name: ko.preview.putAway }).click();
    await open(studio, 'runs');
    await page
      .getByRole('rowheader')
      .getByRole('button', { name: /^ResNet-8/ })
      .click();
    await expectKorean(studio, 'run', page.getByRole('tree'));
    for (const tab of [ko.layers.tabs.flow, ko.layers.tabs.contribution]) {
      await page.getByRole('radio', { name: tab }).check({ force: true });
      await expectKorean(studio, tab);
    }
    await page.getByRole('treeitem', { name: /^conv1:/ }).click();
    await expectKorean(
      studio,
      'layer',
      page.getByRole('img', { name: ko.layers.pictures.filter({ index: 0 }) }).first(),
    );
  });

  it('is Korean where something goes wrong', async () => {
    const home = makeHome();
    const store = await storeRuns(home, [{ run: 'run-0', name: '첫째' }]);
    const reason = message('training.diskFull', { folder: store.path('run-0') });
    await store.writeState('run-0', stateFile('failed', reason, null, { ...noNumbers, steps: 2 }));
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.request('datasets.importSample', undefined);
    await studio.request('settings.change', { language: 'ko' });
    await page.reload();

    await open(studio, 'datasets');
    const source = join(home, 'source');
    mkdirSync(source);
    writeIdx(join(source, 'train-images-idx3-ubyte'), [20, 4, 4], new Uint8Array(20 * 16));
    writeIdx(join(source, 'train-labels-idx1-ubyte'), [19], new Uint8Array(19));
    await studio.drop(source);
    await expectKorean(studio, 'refused', page.getByText(`${source}의 개수가 서로 맞지 않습니다`));
    await page.getByRole('button', { name: ko.shell.dismissLabel({ title: ko.news.nothingImported }) }).click();

    await open(studio, 'train');
    await page.getByLabel(ko.train.batch, { exact: true }).fill('60000');
    await expectKorean(studio, 'unfit', page.getByText(/배치 크기 60000은/));

    await open(studio, 'runs');
    await expectKorean(studio, 'failed in the list', page.getByText(/디스크가 가득 차/));
    await page.getByRole('rowheader').getByRole('button', { name: '첫째' }).click();
    await expectKorean(studio, 'failed', page.getByRole('alert').getByText(/이어서 학습하십시오\.$/));
  });
});
