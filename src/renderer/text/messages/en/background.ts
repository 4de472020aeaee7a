export const background = {
  title: 'While a run trains',
  closing: 'When the window is closed',
  closings: { ask: 'Ask', background: 'Keep training', stop: 'Stop with a checkpoint' },
  closingNote: 'Kept on, it trains in the background; starting the studio again brings the window back.',
  notifications: 'When a run ends and nobody looks',
  tell: 'Tell me',
  silent: 'Say nothing',
};
