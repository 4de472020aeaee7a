import type { Preview } from '../../../../shared/contract/preview';
import type { Note, Problem, ProblemCounts } from '../../../../shared/contract/problem';
import { formatCount, formatTable } from '../text';

/** The number of problems of a kind that are shown to people; `--json` has all that are kept. */
const mostShown = 5;

/** A preview without its sample pictures. */
export function describePreview(preview: Preview): object {
  return { ...preview, samples: undefined };
}

export function tellPreview(preview: Preview): string {
  const { name, format, classes, sizes, proposal, channels, problems, problemCounts } = preview;
  const count = (split: 'train' | 'validation' | 'test') => ({
    title: split,
    cell: (counts: Preview['classes'][number]) => formatCount(counts[split]),
    alignRight: true,
  });
  return [
    `${name}: ${formatCount(preview.pictures)} pictures, ${format}`,
    ...(sizes ? [tellSizes(sizes)] : []),
    `would be packed at ${proposal.height}x${proposal.width}x${channels}`,
    ...(preview.classesFromNames
      ? ['the classes come from the names of files: --classes-from-names accepts them']
      : []),
    ...(preview.table ? tellColumns(preview.table) : []),
    '',
    formatTable(classes, [
      { title: 'class', cell: (counts) => counts.name },
      count('train'),
      count('validation'),
      count('test'),
    ]),
    ...tellNotes(preview.notes),
    ...tellProblems(problems, problemCounts),
  ].join('\n');
}

function tellColumns({ columns, path, label, split, oneHot, asks }: NonNullable<Preview['table']>): string[] {
  const taken = `columns: path ${path ?? '-'}, label ${oneHot > 0 ? `${oneHot}, one a class` : (label ?? '-')}, split ${split ?? '-'}`;
  if (asks === null) return [taken];
  const shown = columns.map(({ name, samples }) => `  ${name}: ${samples.join(', ')}`);
  return [`--${asks}-column says which column holds the ${asks === 'path' ? 'paths' : 'classes'}:`, ...shown];
}

function tellSizes({ surveyed, width, height }: NonNullable<Preview['sizes']>): string {
  const spread = ({ least, median, most }: typeof width): string => `${least} to ${most} (half below ${median})`;
  return `width ${spread(width)}, height ${spread(height)} pixels, of ${formatCount(surveyed)} that were looked at`;
}

/** How the source was read. */
export function tellNotes(notes: readonly Note[] = []): string[] {
  return notes.length === 0 ? [] : ['', ...notes.map(({ message }) => `Note: ${message}`)];
}

/** Problems by kind, each with its first files. */
export function tellProblems(problems: readonly Problem[], counts: ProblemCounts): string[] {
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = problems.filter((problem) => problem.kind === kind);
    const count = Object.entries(counts).find(([name]) => name === kind)?.[1] ?? own.length;
    const more = count > mostShown ? [`  ... and ${formatCount(count - mostShown)} more`] : [];
    const shown = own
      .slice(0, mostShown)
      .map(({ path, message }) => `  ${message.includes(path) ? '' : `${path}: `}${message}`);
    return ['', `${kind} (${formatCount(count)})`, ...shown, ...more];
  });
}
