import type { Classification } from '../../../shared/contract/classification';

const header = ['path', 'rank', 'class', 'probability', 'error'];

/** A line for each class of each picture, and one for each picture that could not be read. */
export function classificationCsv(results: readonly Classification[]): string {
  const lines = results.flatMap((result) =>
    'error' in result
      ? [[result.path, '', '', '', result.error]]
      : result.predictions.map(({ class: name, probability }, index) => {
          return [result.path, String(index + 1), name, String(probability), ''];
        }),
  );
  return [header, ...lines].map((cells) => cells.map(quoted).join(',') + '\r\n').join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
