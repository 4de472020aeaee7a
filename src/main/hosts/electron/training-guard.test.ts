import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunState, RunSummary } from '../../../shared/contract/run';
import { settingsSchema, type Settings } from '../../../shared/contract/settings';
import { spokenLanguage } from '../../../shared/words/language';

const electron = vi.hoisted(() => ({
  shown: [] as { title: string; body: string; listeners: Map<string, () => void> }[],
  blockers: new Set<number>(),
  menus: [] as { label?: string; click?: () => void }[][],
  trays: 0,
  response: { response: 2, checkboxChecked: false },
  questions: [] as { message: string; detail: string; buttons: string[] }[],
  quits: 0,
}));
vi.mock('electron', () => ({
  shell: {},
  utilityProcess: {},
  app: { getLocale: () => 'en-US', quit: () => void electron.quits++ },
  dialog: {
    showMessageBox: (...given: unknown[]) => {
      electron.questions.push(given.at(-1) as (typeof electron.questions)[number]);
      return Promise.resolve(electron.response);
    },
  },
  powerMonitor: { on: () => undefined },
  powerSaveBlocker: {
    start: () => {
      electron.blockers.add(electron.blockers.size + 1);
      return electron.blockers.size;
    },
    stop: (id: number) => electron.blockers.delete(id),
  },
  nativeImage: { createFromPath: () => ({ resize: () => ({}) }) },
  Menu: { buildFromTemplate: (template: (typeof electron.menus)[number]) => electron.menus.push(template) },
  Tray: class {
    constructor() {
      electron.trays += 1;
    }
    on = () => undefined;
    setToolTip = () => undefined;
    setContextMenu = () => undefined;
    destroy = () => void (electron.trays -= 1);
  },
  Notification: class {
    static isSupported = () => true;
    listeners = new Map<string, () => void>();
    on = (name: string, listener: () => void) => void this.listeners.set(name, listener);
    constructor(readonly options: { title: string; body: string }) {}
    show = () => void electron.shown.push({ ...this.options, listeners: this.listeners });
  },
}));
const { guardTraining } = await import('./training-guard');
const { trainingHost } = await import('./desktop-host');
const { attendTraining, TrainingWatch } = await import('../../studio/training-watch');
const { speak } = await import('./texts');

afterEach(() => void speak('en'));

const summary = (run: string, state: RunState, change: Partial<RunSummary> = {}) =>
  ({ run, name: `Run ${run}`, state, reason: null, testError: null, validationError: null, ...change }) as RunSummary;

function setUp(kept: Partial<Settings> = {}) {
  let tell: (summary: RunSummary) => void = () => undefined;
  let settings = settingsSchema.parse(kept);
  speak(spokenLanguage(settings.language, ['en']));
  let onShown = () => {};
  const state = { visible: true, focused: false };
  const published: unknown[] = [];
  const runs = {
    active: null as string | null,
    onChanged: (listener: typeof tell) => ((tell = listener), () => undefined),
    stop: vi.fn(() => Promise.resolve()),
  };
  const browserWindow = {
    isVisible: () => state.visible,
    isFocused: () => state.focused,
    hide: () => void (state.visible = false),
    webContents: { isLoading: () => false },
  };
  const show = () => {
    onShown();
    state.visible = true;
  };
  const store = {
    read: () => settings,
    change: (change: Partial<Settings>) => (settings = { ...settings, ...change }),
  };
  const window = {
    current: () => browserWindow as never,
    show,
    onShown: (listener: () => void) => (onShown = listener),
    onClose: vi.fn(),
  };
  const icon = 'icon.png';
  const publish = (name: string, payload: unknown) => void published.push([name, payload]);
  const watch = new TrainingWatch(runs);
  attendTraining(watch, trainingHost({ icon, settings: store, window: () => window, publish }));
  const leaving = guardTraining({
    runs: runs as never,
    queue: { list: () => Promise.resolve(['b', 'c']) } as never,
    watch,
    settings: store,
    icon,
    log: { write: () => undefined, fault: (_: string, thrown: unknown) => expect(thrown).toBeNull() },
    window,
  });
  return {
    leaving,
    runs,
    state,
    published,
    settings: () => settings,
    told: (run: string, next: RunState) => tell(summary(run, next)),
    enter: (run: string, next: RunState, change?: Partial<RunSummary>) => {
      if (next === 'training' || next === 'preparing') runs.active = run;
      tell(summary(run, next, change));
      if (next !== 'training' && next !== 'preparing' && next !== 'queued' && run === runs.active) runs.active = null;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('while a run trains', () => {
  beforeEach(() => {
    Object.assign(electron, { shown: [], menus: [], trays: 0, questions: [], quits: 0 });
    electron.blockers.clear();
  });

  it('the machine stays awake, from its preparation to its end and through a queue', () => {
    const { enter } = setUp();
    enter('a', 'queued');
    expect(electron.blockers.size).toBe(0);
    enter('a', 'preparing');
    enter('a', 'training');
    expect(electron.blockers.size).toBe(1);
    enter('a', 'failed');
    expect(electron.blockers.size).toBe(0);
    enter('b', 'training');
    enter('b', 'paused');
    expect(electron.blockers.size).toBe(0);
    enter('b', 'training');
    enter('b', 'finished');
    expect(electron.blockers.size).toBe(0);
  });

  it('in another process, this studio has nothing to do with it', () => {
    const { told } = setUp();
    told('other', 'training');
    expect(electron.blockers.size).toBe(0);
    told('other', 'finished');
    expect(electron.shown).toEqual([]);
  });

  it.each([
    ['finished', { validationError: 0.25, testError: 0.125 }, 'Run a is finished', 'Error: 12.5 %'],
    ['failed', { reason: 'The disk is full.' }, 'Run a failed', 'The disk is full.'],
    ['interrupted', { reason: 'It was ended.' }, 'Run a was interrupted', 'It was ended.'],
  ] as const)('its end (%s) is told where nobody looks, and a click opens the run', (end, change, title, body) => {
    const { enter, published, state } = setUp();
    enter('a', 'training');
    state.visible = false;
    enter('a', end, change);
    expect(electron.shown).toMatchObject([{ title, body }]);
    electron.shown[0]?.listeners.get('click')?.();
    expect([state.visible, published]).toEqual([true, [['view.show', { view: 'runs', run: 'a' }]]]);
  });

  it('its end is not told to somebody who looks, has stopped it, or does not want to know', () => {
    const watched = setUp();
    watched.enter('a', 'training');
    watched.state.focused = true;
    watched.enter('a', 'finished');
    const stopped = setUp();
    stopped.enter('a', 'training');
    stopped.enter('a', 'stopped');
    const silent = setUp({ notifications: false });
    silent.enter('a', 'training');
    silent.enter('a', 'failed');
    expect(electron.shown).toEqual([]);
  });

  it('the question names it and the queue, and the tray leads back', async () => {
    const { enter, leaving, state, runs } = setUp();
    enter('a', 'training');
    electron.response = { response: 0, checkboxChecked: false };
    leaving.closeWindow({ preventDefault: () => undefined });
    await expect.poll(() => state.visible).toBe(false);
    expect(electron.questions).toMatchObject([
      { message: expect.stringContaining('Run a is training'), detail: expect.stringContaining('2 runs wait') },
    ]);
    expect([electron.trays, electron.shown.map(({ title }) => title)]).toEqual([1, ['Training continues']]);

    const item = (label: RegExp) => electron.menus.at(-1)?.find((item) => label.test(item.label ?? ''));
    item(/^Stop/)?.click?.();
    expect(runs.stop).toHaveBeenCalledWith('a');
    enter('a', 'stopped');
    expect([item(/^Stop/), item(/No run/)?.label]).toEqual([undefined, 'No run is training']);
    item(/^Open/)?.click?.();
    expect([state.visible, electron.trays]).toEqual([true, 0]);
    item(/^Quit/)?.click?.();
    expect(electron.quits).toBe(1);
  });

  it('the choice is remembered, and everything is said in the language of the settings', async () => {
    const { enter, leaving, settings } = setUp({ language: 'ko' });
    enter('a', 'training');
    electron.response = { response: 1, checkboxChecked: true };
    leaving.closeWindow({ preventDefault: () => undefined });
    await expect.poll(() => electron.quits).toBe(1);
    await settled();
    expect(settings().closing).toBe('stop');
    expect(electron.questions[0]?.buttons).toEqual(['계속 학습', '체크포인트 저장 후 중지', '취소']);
  });
});
