import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { chooseVariant } from '../../../shared/network/variants';
import type { RunConfig, RunSummary } from '../../../shared/contract/run';
import { classScores } from '../../../shared/numbers/scores';
import { message } from '../../../shared/words/message';
import { sampleTraining, unlabelled } from '../../../shared/recipe/testing';
import { html, textOf } from './markup';
import { reportPage } from './page';
import type { ReportData } from '../../../shared/runs/report-data';

const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>&</title></style>`;
const names = [hostile, 'square'];
const confusionMatrix = [
  [3, 1],
  [0, 4],
];

const config: RunConfig = {
  version: 1,
  run: 'sample',
  name: 'Sample',
  createdAt: '2026-01-01T00:00:00.000Z',
  studioVersion: '0.0.0',
  dataset: {
    id: 'shapes',
    name: hostile,
    contentHash: 'abc',
    shape: [8, 8, 1],
    classes: names,
    mirrorKeepsClass: true,
    trainCount: 40,
  },
  normalization: { mean: [0.5], standardDeviation: [0.25] },
  recipe: { name: 'paper', deviations: { learningRate: { recipe: 0.1, run: 0.05 } } },
  training: sampleTraining({ variant: 'resnet8', batch: 10, epochs: 10, steps: 40, learningRate: 0.05 }),
  parent: { run: 'other', checkpoint: 'best', name: hostile, step: 3 },
};
const summary: RunSummary = {
  ...unlabelled,
  run: 'sample',
  name: hostile,
  state: 'finished',
  reason: hostile,
  createdAt: config.createdAt,
  model: 'resnet8',
  dataset: hostile,
  trainedOn: null,
  steps: 40,
  totalSteps: 40,
  trainLoss: 0.5,
  validationError: 0.2,
  testError: 0.125,
  hasCheckpoint: true,
  tags: [hostile],
  note: hostile,
};
const steps = Float64Array.from({ length: 40 }, (_, index) => index + 1);
const evaluation = { event: 'evaluation', epoch: 10, step: 40, loss: 0.75, top5Error: 0, time: 40 } as const;

const data: ReportData = {
  config,
  summary,
  network: buildNetwork(chooseVariant('resnet8', {}), [8, 8, 1], 2),
  curves: {
    steps: {
      step: steps,
      time: steps,
      loss: steps.map((step) => 1 / step),
      top1Error: steps.map(() => 0.5),
      learningRate: steps.map((step) => (step > 20 ? 0.005 : 0.05)),
    },
    recent: [],
    next: 40,
    events: [
      { ...evaluation, split: 'validation', top1Error: 0.25, epoch: 9, step: 36 },
      { ...evaluation, split: 'validation', top1Error: 0.375 },
      { ...evaluation, split: 'test', top1Error: 0.125 },
      {
        event: 'responses',
        step: 40,
        epoch: 10,
        layers: ['layer1.0.conv1', 'layer2.0.conv1', hostile],
        standardDeviations: [1, 2, 0.5],
      },
    ],
  },
  evaluation: {
    checkpoint: 'best',
    step: 40,
    dataset: { id: 'shapes', name: hostile, contentHash: 'abc' },
    split: 'test',
    pictures: 8,
    loss: 0.75,
    top1Error: 0.125,
    top5Error: 0,
    confusionMatrix,
    predictions: [],
    classes: classScores(confusionMatrix, names),
  },
  made: { at: new Date('2026-01-02T00:00:00Z'), studioVersion: '9.9.9', machine: hostile },
};

/** What would fetch or run something; text cannot hold a `<`. */
const unwanted = /https?:|@import|url\((?!#)|<[a-z][^>]*\s(?:src|href|on\w+)=/i;

/** Names of the elements of a page. */
const elements = (page: string): Set<string> =>
  new Set(Array.from(page.matchAll(/<([a-z][\w-]*)/gi), ([, name]) => name ?? ''));
/** The cells of the row of a table that begins with a word. */
function row(page: string, first: string): string[] {
  const cells = page
    .split('<tr')
    .map((text) => Array.from(text.matchAll(/<td[^>]*>([^<]*)<\/td>/g), ([, cell]) => (cell ?? '').trim()));
  return cells.find(([word]) => word === first) ?? [];
}
const fact = (page: string, name: string): string | undefined =>
  new RegExp(`<dt>${name}</dt>\\s*<dd>([^<]*)</dd>`).exec(page)?.[1];

describe('html', () => {
  it('takes as markup only what it made itself', () => {
    const fake = JSON.parse('{"made":"<script>"}') as string;
    expect(textOf(html`<p title="${'"<'}">${['a&b', html`<b>${1}</b>`, null]}</p>`)).toBe(
      '<p title="&quot;&lt;">a&amp;b<b>1</b></p>',
    );
    expect(() => textOf(html`${fake}`)).toThrow();
  });
});

describe.each(['en', 'ko'] as const)('a report in %s', (language) => {
  const page = reportPage(data, language);

  it('lets no name of a run, a class or a machine become markup', () => {
    const known = ['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'header', 'section', 'figure', 'svg'];
    known.push('h1', 'h2', 'h3', 'p', 'dl', 'div', 'dt', 'dd', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td');
    known.push('rect', 'path', 'text', 'defs', 'clipPath');
    expect([...elements(page)].filter((name) => !known.includes(name))).toEqual([]);
    // The text is there, only not as markup.
    expect(page).toContain('&lt;script&gt;alert(&#39;x&#39;)');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('fetches nothing and runs nothing', () => {
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(unwanted);
  });

  it('draws loss, error, learning rate, both orders of the responses, and the confusion matrix', () => {
    expect(page.match(/<svg /g)).toHaveLength(6);
    expect(page).not.toContain('NaN');
    expect(page).not.toContain('undefined');
  });
});

describe('a report', () => {
  const page = reportPage(data, 'en');

  it('gives the reason of an end in its own language', () => {
    const reason = 'The run was ended at once, without a checkpoint.';
    const reasonWords = message('training.endedAtOnce');
    const ended = { ...data, summary: { ...summary, reason, reasonWords } };
    expect(fact(reportPage(ended, 'en'), 'Reason')).toBe(reason);
    expect(fact(reportPage(ended, 'ko'), '이유')).toBe('체크포인트를 저장하지 않고 학습을 바로 끝냈습니다.');
  });

  it('leaves the reason as it is where a run of an earlier version kept nothing else', () => {
    const ended = { ...data, summary: { ...summary, reason: 'The run was ended at once.' } };
    expect(fact(reportPage(ended, 'ko'), '이유')).toBe('The run was ended at once.');
  });

  it('tells the results that the run reported', () => {
    expect(fact(page, 'Test error')).toBe('12.50 %');
    expect(fact(page, 'Lowest validation error')).toBe('25.00 %, epoch 9');
    expect(fact(page, 'Last validation error')).toBe('37.50 %');
    expect(fact(page, 'Training time')).toBe('0:00:40');
  });

  it('marks what differs from the recipe, with the value of the recipe', () => {
    expect(row(page, 'Learning rate')).toEqual(['Learning rate', '0.05', '0.1']);
    expect(row(page, 'Batch size')).toEqual(['Batch size', '10', '']);
    expect(page.match(/<tr class="marked">/g)).toHaveLength(1);
  });

  it('has the figures of each class', () => {
    expect(row(page, 'square')).toEqual(['square', '80.00 %', '100.00 %', '88.89 %', '4']);
  });

  it('sums up to the parameters of the network', () => {
    expect(row(page, 'bn1')[1]).toBe('batch normalisation');
    expect(row(reportPage(data, 'ko'), 'bn1')[1]).toBe('배치 정규화');
    expect(row(page, 'layer1.0.conv1')).toEqual(['layer1.0.conv1', 'convolution', '8 × 8 × 16', '2,304', '147,456']);
    expect(page).toContain(`${new Intl.NumberFormat('en-GB').format(data.network.parameters)} parameters`);
  });

  it('tells deep networks by block', () => {
    const deep = reportPage({ ...data, network: buildNetwork(chooseVariant('resnet110', {}), [32, 32, 3], 10) }, 'en');
    expect(row(deep, 'layer1.0')).toEqual(['layer1.0', '7', '32 × 32 × 16', '4,672', '4,718,592']);
  });

  it('says so where nothing was measured yet', () => {
    const none = new Float64Array();
    const empty = { step: none, loss: none, top1Error: none, learningRate: none, time: none };
    const curves = { steps: empty, recent: [], events: [], next: 0 };
    const text = reportPage({ ...data, curves, evaluation: null }, 'en');
    expect(text).toContain('The run has no steps yet.');
    expect(text).toContain('No responses were measured.');
    expect(text).toContain('The run has not been evaluated since it was last trained.');
  });
});
