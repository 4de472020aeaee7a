import type { Command } from 'commander';
import type { Manifest } from '../../../shared/contract/dataset';
import type { Act, Context } from '../context';
import { formatCount, formatTable } from '../text';

interface ImportOptions {
  name?: string;
  json?: boolean;
}

export function addImport(program: Command, context: Context, act: Act): void {
  program
    .command('import')
    .description('Takes a dataset into the store: MNIST-style IDX files, plain or gz')
    .argument('<path...>', 'folder, or files of one folder')
    .option('--name <name>', 'what to call the dataset')
    .option('--json', 'print JSON alone')
    .action(act((paths: string[], options: ImportOptions) => importDataset(paths, options, context)));
}

async function importDataset(paths: string[], { name, json }: ImportOptions, context: Context): Promise<void> {
  const { importWithProgress, withServices } = await import('../services');
  const manifest = await withServices(context, ({ datasets }) => importWithProgress(context, datasets, paths, name));
  if (json) context.print(JSON.stringify(describeManifest(manifest)));
  else context.print(tellManifest(manifest));
}

function describeManifest(manifest: Manifest): object {
  const [height, width, channels] = manifest.shape;
  const { id, name, contentHash, classes, problems } = manifest;
  return { dataset: id, name, contentHash, classes, size: [height, width], channels, problems };
}

type ClassCounts = Manifest['classes'][number];

function tellManifest({ id, name, shape, classes, problems }: Manifest): string {
  const count = (split: 'train' | 'validation' | 'test') => ({
    title: split,
    cell: (counts: ClassCounts) => formatCount(counts[split]),
    alignRight: true,
  });
  return [
    `${name} (${id}), pictures of ${shape.join('x')}`,
    '',
    formatTable(classes, [
      { title: 'class', cell: (counts) => counts.name },
      count('train'),
      count('validation'),
      count('test'),
    ]),
    ...problems.map((problem) => `${problem.path}: ${problem.message}`),
  ].join('\n');
}
