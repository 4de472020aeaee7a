import type { Classification } from '../../../shared/contract/classification';
import { csvOf } from '../../../shared/csv';

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
  return csvOf(header, rows);
}
