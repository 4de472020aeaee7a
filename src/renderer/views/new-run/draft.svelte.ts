import { defaultCheckpoints, type CheckpointRule, type RunConfig, type RunRequest } from '../../../shared/contract/run';
import type { Datasets } from '../../state/datasets.svelte';
import type { Navigation, Target } from '../../state/navigation.svelte';
import type { SettingsState } from '../../state/settings.svelte';
import { type Choices, copiedChoices, initialChoices, requestOf } from './choices';

/** What a new run starts from; null: random weights. */
export type Origin = { readonly run: string; readonly checkpoint: string } | { readonly weights: string } | null;

/** What was typed for a new run. It is kept until the run is started, wherever one goes meanwhile. */
export class RunDraft {
  readonly choices: Choices;
  readonly rule = $state<CheckpointRule>({ ...defaultCheckpoints });
  name = $state('');
  origin = $state.raw<Origin>(null);
  /** The classes of a file of weights in the order of its head, one a line; empty: as the file says. */
  originClasses = $state('');
  /** The run whose settings were copied. */
  readonly copied: RunConfig | undefined;
  /** What the form was opened with last. */
  target: Target;

  constructor(choices: Choices, target: Target) {
    this.choices = $state(choices);
    this.target = target;
    this.copied = target.settings;
    if (target.settings && target.checkpoint !== undefined) {
      this.origin = { run: target.settings.run, checkpoint: target.checkpoint };
    }
  }

  /** Without the proxies of the form, which cannot be sent to another process; null where a number is missing. */
  request(): RunRequest | null {
    const request = requestOf($state.snapshot(this.choices));
    if (!request) return null;
    const { origin } = this;
    const from = origin === null ? {} : 'weights' in origin ? this.#ofFile(origin.weights) : { from: { ...origin } };
    const name = this.name.trim();
    return { ...request, ...(name && { name }), checkpoints: $state.snapshot(this.rule), ...from };
  }

  #ofFile(weights: string): Pick<RunRequest, 'weights' | 'weightsClasses'> {
    const named = this.originClasses.split('\n').map((line) => line.trim());
    const classes = named.filter((name) => name !== '');
    return { weights, ...(classes.length > 0 && { weightsClasses: classes }) };
  }
}

interface Places {
  readonly drafts: { current: RunDraft | null };
  readonly datasets: Datasets;
  readonly settings: SettingsState;
  readonly navigation: Navigation;
}

/** What was typed before, with what the form is opened for now in its place; a copy of a run's settings begins anew. */
export function takeUpDraft({ drafts, datasets, settings, navigation }: Places): RunDraft {
  const { target } = navigation;
  const before = drafts.current;
  if (before && (before.target === target || !target.settings)) {
    if (before.target !== target) {
      if (datasets.find(target.dataset)) before.choices.dataset = target.dataset ?? '';
      if (target.weights !== undefined) before.origin = { weights: target.weights };
    }
    if (!datasets.find(before.choices.dataset)) before.choices.dataset = datasets.list[0]?.id ?? '';
    before.target = target;
    return before;
  }
  const choices = target.settings
    ? copiedChoices(target.settings, datasets.list)
    : initialChoices(settings.lastChoices, datasets.list, target.dataset);
  const draft = new RunDraft(choices, target);
  if (target.weights !== undefined) draft.origin = { weights: target.weights };
  drafts.current = draft;
  return draft;
}
