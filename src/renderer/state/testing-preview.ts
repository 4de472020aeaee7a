import type { Preview } from '../../shared/contract/preview';

/** A preview of three classes for tests. */
export function preview(more: Partial<Preview> = {}): Preview {
  const names = ['cat', 'dog', 'owl'];
  return {
    format: 'class folders',
    name: 'Animals',
    place: '/home/me/animals',
    classesFromNames: false,
    classes: names.map((name, index) => ({ name, train: 10 * (index + 1), validation: 0, test: 0 })),
    pictures: 60,
    sourceClasses: names,
    channels: 3,
    storedShape: null,
    proposal: { height: 64, width: 64 },
    choices: [
      { size: 32, bytes: 184_320, work: 1 },
      { size: 64, bytes: 737_280, work: 4 },
    ],
    sizes: null,
    existing: [],
    samples: [],
    problems: [],
    problemCounts: {},
    table: null,
    notes: [],
    readings: [],
    ...more,
  };
}
