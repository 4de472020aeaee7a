/** What stands right after a number, and how a day and its time are joined. */
export const units = { percent: ' %', second: ' s', minute: ' min', hour: ' h', day: ' d', dayAndTime: ', ' } as const;
