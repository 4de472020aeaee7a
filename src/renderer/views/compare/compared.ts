import { type Appearance, type LineStyle, lineStyle } from '../../../shared/charts/line-style';
import type { RunConfig } from '../../../shared/contract/run';
import type { Message } from '../../../shared/words/message';
import type { LiveRun, RunMoment } from '../../state/live-run.svelte';
import type { Runs, ShownState } from '../../state/runs.svelte';

/** One of the runs that are compared, as it is now. */
export interface ComparedRun {
  readonly run: string;
  /** From 1, in the order of the comparison; it names the run in charts. */
  readonly number: number;
  readonly name: string;
  readonly state: ShownState;
  readonly style: LineStyle;
  /** Null until it is read, or where it cannot be. */
  readonly config: RunConfig | null;
  readonly moment: RunMoment | null;
  /** Why it could not be read. */
  readonly problem: Message | string | null;
}

/** What is known of a run that is compared, at its place from 0. */
export function comparedRun(live: LiveRun, place: number, runs: Runs, appearance: Appearance): ComparedRun {
  const { run, config, moment, problem } = live;
  const summary = runs.find(run);
  return {
    run,
    config,
    moment,
    problem,
    number: place + 1,
    style: lineStyle(place, appearance),
    name: summary?.name ?? config?.name ?? run,
    state: summary ? runs.stateOf(summary) : 'stopped',
  };
}
