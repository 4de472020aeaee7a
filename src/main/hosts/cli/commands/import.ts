import { InvalidArgumentError, Option, type Command } from 'commander';
import { resolve } from 'node:path';
import type { Manifest } from '../../../../shared/contract/dataset';
import {
  channelChoices,
  columnRoles,
  trainingSizes,
  trainingSizeSchema,
  type ColumnRole,
  type ImportChoices,
} from '../../../../shared/contract/import';
import { textEncodings } from '../../../../shared/contract/text-encoding';
import { message } from '../../../../shared/words/message';
import type { Act, Context } from '../context';
import { UsageError } from '../context';
import { fractionOrZero, wholeNumber } from '../options';
import { formatCount, formatTable } from '../text';
import { describePreview, tellNotes, tellPreview, tellProblems } from './import-preview';

type ImportOptions = Omit<ImportChoices, 'columns'> &
  Partial<Record<`${ColumnRole}Column`, string>> & {
    name?: string;
    update?: string;
    preview?: boolean;
    json?: boolean;
  };

/** What a column of a table holds, in the help. */
const columnHelp: Record<ColumnRole, string> = {
  path: 'column of a table that names the pictures, by its name or its number from 1',
  label: 'column of a table that holds the class',
  split: "column of a table that holds the split: train, val, test, or folds; '' for none",
};

export function addImport(program: Command, context: Context, act: Act): void {
  const command = program
    .command('import')
    .description(
      'Takes a dataset into the store: folders of pictures, one a class, perhaps in train, val and test; the same as zip or tar.gz; a CSV table; CIFAR; MNIST-style IDX',
    )
    .argument('[path...]', 'folder, archive or files of one folder; several folders are classes')
    .option('--name <name>', 'what to call the dataset')
    .option('--size <side>', `side to cut and resize pictures to: ${trainingSizes.join(', ')}`, readSize)
    .option('--channels <count>', '1: greyscale, 3: colour; by default as the source or a sample is', readChannels)
    .addOption(
      new Option(
        '--keep <what>',
        'copies at the training size, or the originals where they are, decoded as training needs them; auto: copies where there is room',
      ).choices(['auto', 'copies', 'originals']),
    )
    .option(
      '--validation-share <share>',
      'of the training pictures, where the source has no validation',
      fractionOrZero,
    )
    .option('--test-share <share>', 'of the training pictures, where the source has no test', fractionOrZero)
    .option('--split-seed <seed>', 'draws another choice of these pictures', wholeNumber(0, 2_147_483_647))
    .option(
      '--rename <old=new>',
      'rename a class, which may be repeated; classes of the same name become one; in a name \\= stands for =',
      readRename,
    )
    .option('--leave-out <class>', 'leave the pictures of a class out', (name, before: string[] = []) => [
      ...before,
      name,
    ])
    .addOption(
      new Option(
        '--encoding <encoding>',
        'what names and tables are written in that are not UTF-8; by default it is found, and said',
      ).choices(textEncodings),
    )
    .option('--classes-from-names', 'take classes from the names of files, as in cat_001.jpg');
  for (const role of columnRoles) command.option(`--${role}-column <column>`, columnHelp[role]);
  command
    .option('--validation-fold <fold>', 'fold that validates, where a column of a table holds folds')
    .option('--update <dataset>', 'import a dataset again from where it came from, and put the result in its place')
    .option('--preview', 'tell what would be imported, and keep nothing')
    .option('--json', 'print JSON alone')
    .action(act((paths: string[], options: ImportOptions) => importDataset(paths, options, context)));
}

function readSize(text: string): ImportChoices['size'] {
  const { success, data } = trainingSizeSchema.safeParse(Number(text));
  if (success) return data;
  throw new InvalidArgumentError(`It must be one of ${trainingSizes.join(', ')}.`);
}

function readChannels(text: string): ImportChoices['channels'] {
  const chosen = channelChoices.find((channels) => String(channels) === text);
  if (chosen !== undefined) return chosen;
  throw new InvalidArgumentError(`It must be one of ${channelChoices.join(', ')}.`);
}

/** `old=new`: the first `=` that has no backslash before it parts them; `\\=` is one of a name's, `\\\\` a backslash. */
export function readRename(text: string, before: Record<string, string> = {}): Record<string, string> {
  const [, old, name] = /^((?:\\[\\=]|\\(?![\\=])|[^=\\])+?)=(.+)$/s.exec(text) ?? [];
  if (old === undefined || name === undefined) {
    throw new InvalidArgumentError('It must be old=new; in a name with = write \\= for it.');
  }
  const plain = (written: string): string => written.replace(/\\([\\=])/g, '$1');
  return { ...before, [plain(old)]: plain(name) };
}

/** The options of columns as the contract has them. */
function choicesOf({ pathColumn, labelColumn, splitColumn, ...choices }: ImportOptions): ImportChoices {
  const all = { path: pathColumn, label: labelColumn, split: splitColumn };
  const columns = Object.fromEntries(Object.entries(all).filter(([, column]) => column !== undefined));
  return Object.keys(columns).length > 0 ? { ...choices, columns } : choices;
}

async function importDataset(paths: string[], options: ImportOptions, context: Context): Promise<void> {
  const { name, update, preview, json, ...given } = options;
  const choices = choicesOf(given);
  if (update !== undefined && (paths.length > 0 || preview || name !== undefined || Object.keys(choices).length > 0)) {
    throw new UsageError(message('commandLine.updateAlone'));
  }
  if (update === undefined && paths.length === 0) throw new UsageError(message('commandLine.nothingToImport'));
  const absolute = paths.map((path) => resolve(path));
  const { withProgress, withServices } = await import('../services');
  await withServices(context, async ({ importer }) => {
    if (preview) {
      const seen = await withProgress(context, (watch) => importer.preview(absolute, { ...watch, choices }));
      context.print(json ? JSON.stringify(describePreview(seen)) : tellPreview(seen));
      return;
    }
    const manifest = await withProgress(context, (watch) =>
      update === undefined ? importer.import(absolute, { ...watch, name, choices }) : importer.update(update, watch),
    );
    context.print(json ? JSON.stringify(describeManifest(manifest)) : tellManifest(manifest));
  });
}

function describeManifest(manifest: Manifest): object {
  const [height, width, channels] = manifest.shape;
  const { id, name, format, contentHash, classes, problems, problemCounts = {}, difference, storage } = manifest;
  return {
    dataset: id,
    name,
    format,
    contentHash,
    classes,
    size: [height, width],
    channels,
    storage: storage ?? 'copies',
    problems,
    problemCounts,
    notes: manifest.notes ?? [],
    difference: difference ?? null,
  };
}

type ClassCounts = Manifest['classes'][number];

function tellManifest(manifest: Manifest): string {
  const { id, name, shape, classes, storage } = manifest;
  const count = (split: 'train' | 'validation' | 'test') => ({
    title: split,
    cell: (counts: ClassCounts) => formatCount(counts[split]),
    alignRight: true,
  });
  return [
    `${name} (${id}), pictures of ${shape.join('x')}${storage === 'in-place' ? ', left where they are' : ''}`,
    '',
    formatTable(classes, [
      { title: 'class', cell: (counts) => counts.name },
      count('train'),
      count('validation'),
      count('test'),
    ]),
    ...tellDifference(manifest),
    ...tellNotes(manifest.notes),
    ...tellProblems(manifest.problems, manifest.problemCounts ?? {}),
  ].join('\n');
}

function tellDifference({ difference }: Manifest): string[] {
  if (!difference) return [];
  const { added, removed, relabelled, classesAdded, classesRemoved } = difference;
  const parts = [
    `${formatCount(added)} added`,
    `${formatCount(removed)} removed`,
    `${formatCount(relabelled)} in another class`,
    ...classesAdded.map((name) => `new class "${name}"`),
    ...classesRemoved.map((name) => `class "${name}" is gone`),
  ];
  return ['', `Since the last import from the same place: ${parts.join(', ')}.`];
}
