const quantity = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Texts of system dialogs, notifications and the tray about runs. */
export const training = {
  leaving: {
    question: (name: string) => `${name} is training. What is to become of it?`,
    detail: (waiting: number) =>
      [
        'Kept on, it trains in the background without a window; start the studio again to bring the window back. Stopped, it keeps a checkpoint and can be resumed.',
        ...(waiting > 0
          ? [`${quantity(waiting, 'run waits', 'runs wait')} in the queue; what is left goes on at the next start.`]
          : []),
      ].join('\n\n'),
    background: 'Keep Training',
    stop: 'Stop with a Checkpoint',
    cancel: 'Cancel',
    remember: 'Remember my choice',
  },
  tray: {
    idle: 'No run is training',
    training: (name: string) => `${name} is training`,
    open: 'Open Residual Studio',
    stop: 'Stop This Run with a Checkpoint',
    quit: 'Quit',
  },
  notices: {
    finished: (name: string) => `${name} is finished`,
    failed: (name: string) => `${name} failed`,
    interrupted: (name: string) => `${name} was interrupted`,
    result: (error: string) => `Error: ${error}`,
    background: 'The training goes on',
    backgroundHint: 'Start the studio again to bring its window back.',
  },
};
