const linesEvery = 5000;
const redrawEvery = 100;

/**
 * Tells on standard error what the set-up does: on a terminal one line that is rewritten, elsewhere a line now and then.
 * @typedef {ReturnType<typeof createReport>} Report
 * @param {NodeJS.WritableStream & { isTTY?: boolean }} stream
 */
export function createReport(stream = process.stderr) {
  let shownAt = 0;
  let drawn = false;
  const clear = () => {
    if (drawn) stream.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    /** A line that stays. */
    line(text) {
      clear();
      stream.write(`${text}\n`);
      shownAt = Date.now();
    },
    /** How far a part is; called as often as is convenient. */
    progress(text) {
      const now = Date.now();
      if (now - shownAt < (stream.isTTY ? redrawEvery : linesEvery)) return;
      shownAt = now;
      clear();
      drawn = Boolean(stream.isTTY);
      stream.write(stream.isTTY ? `  ${text}` : `  ${text}\n`);
    },
  };
}

/** Bytes in decimal units, as disks and downloads are labelled. */
export function formatBytes(bytes) {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** Seconds since a moment of Date.now(), for people. */
export function formatElapsed(since, now = Date.now()) {
  return `${((now - since) / 1000).toFixed(1)} s`;
}

/**
 * A function that takes the bytes there are so far and reports them with their rate.
 * @param {Report} report
 * @param {string} label
 * @param {number} total in bytes; 0 where it is not known
 */
export function bytesProgress(report, label, total) {
  const startedAt = Date.now();
  let first;
  return (bytes) => {
    first ??= bytes;
    const seconds = (Date.now() - startedAt) / 1000;
    const rate = seconds > 0 ? `, ${formatBytes((bytes - first) / seconds)}/s` : '';
    const amount = total ? `${formatBytes(Math.min(bytes, total))} of ${formatBytes(total)}` : formatBytes(bytes);
    report.progress(`${label}: ${amount}${rate}`);
  };
}
