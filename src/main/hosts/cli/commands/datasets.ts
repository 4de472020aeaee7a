import type { Command } from 'commander';
import type { Manifest, Split } from '../../../../shared/contract/dataset';
import type { Act, Context } from '../context';
import { formatCount, formatTable } from '../text';

export function addDatasets(program: Command, context: Context, act: Act): void {
  program
    .command('datasets')
    .description('The datasets in the store, newest first')
    .option('--json', 'print JSON alone')
    .action(act((options: { json?: boolean }) => listDatasets(options, context)));
}

const countOf = (manifest: Manifest, split: Split): number =>
  manifest.classes.reduce((total, counts) => total + counts[split], 0);

async function listDatasets({ json }: { json?: boolean }, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const manifests = await withServices(context, ({ datasets }) => datasets.list());
  const rows = manifests.map((manifest) => ({
    dataset: manifest.id,
    name: manifest.name,
    classes: manifest.classes.length,
    train: countOf(manifest, 'train'),
    validation: countOf(manifest, 'validation'),
    test: countOf(manifest, 'test'),
  }));
  if (json) return context.print(JSON.stringify(rows));
  if (rows.length === 0) return context.print('There is no dataset yet: `import <path>` takes one in.');
  const number = (key: 'classes' | 'train' | 'validation' | 'test') => ({
    title: key,
    cell: (row: (typeof rows)[number]) => formatCount(row[key]),
    alignRight: true,
  });
  context.print(
    formatTable(rows, [
      { title: 'dataset', cell: ({ dataset }) => dataset },
      { title: 'name', cell: ({ name }) => name },
      ...(['classes', 'train', 'validation', 'test'] as const).map(number),
    ]),
  );
}
