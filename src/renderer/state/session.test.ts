import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunSummary } from '../../shared/contract/run';
import { unlabelled } from '../../shared/recipe/testing';
import { settingsSchema } from '../../shared/contract/settings';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { said, speak } from '../text/words.svelte';
import { FakeStudio } from './fake-studio';
import { RunNews } from './run-news';
import { Session } from './session.svelte';

const kept = settingsSchema.parse({});
const bright = { matches: false, addEventListener: () => undefined };

function studioWith(lastView: string): FakeStudio {
  let settings = { ...kept, lastView };
  return new FakeStudio({
    'settings.read': () => ({ ...settings, dataFolderInUse: '/data', studioVersion: '1.2.3' }),
    'settings.change': (change) => (settings = { ...settings, ...change }),
    'datasets.list': () => [],
    'runs.list': () => [],
    'queue.read': () => [],
    'device.read': () => ({
      device: 'CPU, 2 cores',
      tensorflowVersion: '2.21.0',
      problem: null,
      note: null,
      cuda: null,
      gpus: [],
      memoryBytes: 8e9,
    }),
  });
}

const run = (change: Partial<RunSummary>): RunSummary => ({
  run: 'r',
  name: 'ResNet-20',
  state: 'training',
  reason: null,
  createdAt: '',
  model: 'resnet20',
  dataset: 'd',
  trainedOn: { dataset: 'd', contentHash: '' },
  steps: 0,
  totalSteps: 9,
  trainLoss: null,
  validationError: null,
  testError: null,
  hasCheckpoint: true,
  ...unlabelled,
  ...change,
});

describe('the session', () => {
  it('shows what was thrown in the language in use, also where that changes', async () => {
    const session = new Session(studioWith(''), bright);
    onTestFinished(() => speak('en'));
    session.attempt('Not renamed', () => Promise.reject(new UserError(message('runs.unknown', { run: 'a' }))));
    await expect.poll(() => session.notices.list.length).toBe(1);
    const shown = () => session.notices.list.map((notice) => said(notice.message));
    expect(shown()).toEqual(['There is no run "a".']);
    speak('ko');
    expect(shown()).toEqual(['학습 기록 "a"가 없습니다.']);
  });

  it('opens with the view of the last time, and remembers the next one', async () => {
    const studio = studioWith('runs');
    const session = new Session(studio, bright);
    session.start();
    await expect.poll(() => session.ready).toBe(true);
    expect(session.navigation.view).toBe('runs');
    session.navigation.show('classify');
    await expect.poll(() => session.settings.value?.lastView).toBe('classify');
  });

  it('opens with the datasets where the settings name no view, or cannot be read', async () => {
    const session = new Session(studioWith('elsewhere'), bright);
    session.start();
    await expect.poll(() => session.ready).toBe(true);
    expect(session.navigation.view).toBe('datasets');

    const studio = studioWith('runs');
    studio.handlers['settings.read'] = () => Promise.reject(new Error('settings.json is damaged'));
    const other = new Session(studio, bright);
    other.start();
    await expect.poll(() => other.ready).toBe(true);
    expect(other.notices.list).toMatchObject([{ message: 'settings.json is damaged' }]);
  });

  it('shows a view that the menu chose, and ignores one that there is not', () => {
    const studio = studioWith('datasets');
    const session = new Session(studio, bright);
    session.start();
    studio.send('view.show', { view: 'settings' });
    expect(session.navigation.view).toBe('settings');
    studio.send('view.show', { view: 'nowhere' });
    expect(session.navigation.view).toBe('settings');
    studio.send('view.show', { view: 'runs', run: 'a' });
    expect([session.navigation.view, session.navigation.target]).toEqual(['runs', { run: 'a' }]);
  });

  it('shows a failed import as a notice in its own words, once for the same words', async () => {
    const session = new Session(studioWith('datasets'), bright);
    const fail = () => Promise.reject(new Error('/x: no picture'));
    session.navigation.show('runs');
    session.importDataset(fail);
    session.importDataset(fail);
    expect(session.navigation.view).toBe('datasets');
    await expect.poll(() => session.notices.list.length).toBe(1);
    const [notice] = session.notices.list;
    expect(notice).toMatchObject({ title: 'Nothing was imported', message: '/x: no picture' });
    session.notices.dismiss(notice?.id ?? 0);
    expect(session.notices.list).toEqual([]);
  });

  it('follows the system where the theme is the system’s', async () => {
    let changed: () => void = () => undefined;
    const system = {
      matches: false,
      addEventListener: (_: 'change', listener: () => void) => void (changed = listener),
    };
    const session = new Session(studioWith('datasets'), system);
    expect(session.settings.appearance).toBe('light');
    system.matches = true;
    changed();
    expect(session.settings.appearance).toBe('dark');
    await session.settings.load();
    await session.settings.change({ theme: 'light' });
    expect(session.settings.appearance).toBe('light');
  });

  it('tells which data folder the next start will use', async () => {
    const studio = studioWith('datasets');
    const after = (dataFolder: string) => settingsSchema.parse({ dataFolder });
    studio.handlers['host.chooseDataFolder'] = () => after('/disk');
    studio.handlers['host.useUsualDataFolder'] = () => after('');
    const { settings } = new Session(studio, bright);
    await settings.load();
    expect(settings.nextDataFolder).toBeNull();
    await settings.chooseDataFolder();
    expect(settings.nextDataFolder).toBe('/disk');
    await settings.useUsualDataFolder();
    expect(settings.nextDataFolder).toBeNull();
    studio.handlers['host.chooseDataFolder'] = () => null;
    await settings.chooseDataFolder();
    expect(settings.nextDataFolder).toBeNull();
  });
});

describe('navigation', () => {
  it('hands over the target, afresh each time, and none by default', () => {
    const { navigation } = new Session(studioWith('datasets'), bright);
    navigation.show('train', { dataset: 'a' });
    const first = navigation.target;
    expect(first).toEqual({ dataset: 'a' });
    navigation.show('train', { dataset: 'a' });
    expect(navigation.target).not.toBe(first);
    navigation.show('runs');
    expect(navigation.target).toEqual({});
  });
});

describe('news of runs', () => {
  it('are changes of state alone, with the reason of a failure', () => {
    const news = new RunNews();
    expect(news.of(run({}))).toBe('ResNet-20 is training.');
    expect(news.of(run({ steps: 5 }))).toBeNull();
    expect(news.of(run({ state: 'failed', reason: 'killed by SIGKILL' }))).toBe('ResNet-20 failed: killed by SIGKILL');
    expect(news.of(run({ run: 'other', state: 'queued' }))).toBeNull();
  });

  it('give the reason in the language in use', () => {
    speak('ko');
    onTestFinished(() => speak('en'));
    const reason = 'The run was ended at once, without a checkpoint.';
    const reasonWords = message('training.endedAtOnce');
    expect(new RunNews().of(run({ state: 'failed', reason, reasonWords }))).toBe(
      'ResNet-20: 학습에 실패했습니다. 체크포인트를 저장하지 않고 학습을 바로 끝냈습니다.',
    );
  });
});
