import type { Classification } from '../../../shared/contract/classification';

/** A cell as RFC 4180 has it. */
function toCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line a picture: its path, its classes with the most probable first, and what is wrong with it. */
export function classificationsToCsv(classifications: readonly Classification[]): string {
  const most = Math.max(0, ...classifications.map((one) => ('error' in one ? 0 : one.predictions.length)));
  const places = Array.from({ length: most }, (_, index) => index);
  const header = ['path', ...places.flatMap((place) => [`class ${place + 1}`, `probability ${place + 1}`]), 'error'];
  const rows = classifications.map((one) => {
    const predictions = 'error' in one ? [] : one.predictions;
    const cells = places.flatMap((place) => [predictions[place]?.class ?? '', predictions[place]?.probability ?? '']);
    return [one.path, ...cells, 'error' in one ? one.error : ''];
  });
  return [header, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}
