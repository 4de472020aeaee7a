import { tagsIn } from '../../../../shared/contract/labels';
import type { RunSummary } from '../../../../shared/contract/run';
import type { Context } from '../context';
import { chosenRun } from '../find-run';
import type { Services } from '../services';

interface JsonOption {
  readonly json?: boolean;
}

interface TagOptions extends JsonOption {
  readonly remove?: readonly string[];
  readonly clear?: boolean;
}

interface OffOption extends JsonOption {
  readonly off?: boolean;
}

/** Does something with each of the runs that are named; all are looked up before the first is changed. */
export async function withRuns<Result>(
  wanted: readonly string[],
  context: Context,
  work: (run: RunSummary, services: Services) => Promise<Result>,
): Promise<Result[]> {
  const { withServices } = await import('../services');
  return withServices(context, async (services) => {
    const all = await services.runs.list();
    const found = new Set(wanted.map((one) => chosenRun(all, one)));
    const results: Result[] = [];
    for (const run of found) results.push(await work(run, services));
    return results;
  });
}

export async function renameRun(wanted: string, name: string, { json }: JsonOption, context: Context): Promise<void> {
  const [summary] = await withRuns([wanted], context, ({ run }, { library }) => library.rename(run, name));
  context.print(json ? JSON.stringify(summary) : `Run ${summary?.run} is called "${summary?.name}" now.`);
}

/** Adds tags and takes others off; says which the run has then. */
export async function tagRun(
  wanted: string,
  added: readonly string[],
  { remove = [], clear = false, json }: TagOptions,
  context: Context,
): Promise<void> {
  const gone = new Set(remove.flatMap(tagsIn).map((tag) => tag.toLowerCase()));
  const isLook = gone.size === 0 && !clear && added.length === 0;
  const [summary] = await withRuns([wanted], context, async (run, { library }) =>
    isLook
      ? run
      : library.tag(run.run, (tags) => {
          const kept = clear ? [] : tags.filter((tag) => !gone.has(tag.toLowerCase()));
          return [...new Set([...kept, ...added.flatMap(tagsIn)])];
        }),
  );
  if (json) return context.print(JSON.stringify(summary));
  const tags = summary?.tags ?? [];
  context.print(`Run ${summary?.run} has ${tags.length > 0 ? `the tags ${tags.join(', ')}` : 'no tag'}.`);
}

/** Writes a note where one is given, and prints what stands there otherwise. */
export async function noteRun(
  wanted: string,
  note: string | undefined,
  { json }: JsonOption,
  context: Context,
): Promise<void> {
  const [summary] = await withRuns([wanted], context, async (run, { library }) =>
    note === undefined ? run : library.label(run.run, { note }),
  );
  if (json) return context.print(JSON.stringify(summary));
  context.print(note === undefined ? (summary?.note ?? '') : `The note of run ${summary?.run} is written.`);
}

export async function starRuns(
  wanted: readonly string[],
  { off = false, json }: OffOption,
  context: Context,
): Promise<void> {
  const done = await withRuns(wanted, context, ({ run }, { library }) => library.label(run, { starred: !off }));
  report(done, json, (run) => `Run ${run} ${off ? 'has no star any more' : 'has a star'}.`, context);
}

export async function archiveRuns(
  wanted: readonly string[],
  { off = false, json }: OffOption,
  context: Context,
): Promise<void> {
  const done = await withRuns(wanted, context, ({ run }, { library }) => library.label(run, { archived: !off }));
  report(done, json, (run) => `Run ${run} is ${off ? 'listed again' : 'archived'}.`, context);
}

function report(
  runs: readonly RunSummary[],
  json: boolean | undefined,
  words: (run: string) => string,
  context: Context,
): void {
  if (json) context.print(JSON.stringify(runs));
  else for (const { run } of runs) context.print(words(run));
}
