export const saving = {
  classesOf: (dataset: string) => `Classes of ${dataset}`,
  pictures: 'Pictures',
  report: 'Export report…',
  reported: (name: string, path: string) => `The report of ${name} is in ${path}.`,
  noReport: (name: string) => `No report of ${name} was written`,
};
