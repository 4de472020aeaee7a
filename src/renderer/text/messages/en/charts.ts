export const charts = {
  notSaved: 'The chart was not saved',
  notDrawn: 'The chart is not drawn.',
  notDrawnYet: 'The chart is not drawn yet.',
  noCanvas: 'no canvas to draw the picture on',
  notWritten: 'the picture could not be written',
  showData: (title: string) => `Show data of ${title}`,
  data: 'Data',
  savePng: (title: string) => `Save ${title} as PNG`,
  saveSvg: (title: string) => `Save ${title} as SVG`,
  saveCsv: (title: string) => `Save ${title} as CSV`,
  logScale: 'Log scale',
  log: 'Log',
};
