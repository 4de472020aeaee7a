import type { RunDraft } from '../views/new-run/draft.svelte';

/** What was typed for a run that is not started yet, for when its form is shown again. */
export class RunDrafts {
  current = $state.raw<RunDraft | null>(null);
}
