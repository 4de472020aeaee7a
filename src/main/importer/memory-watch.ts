import { workerData } from 'node:worker_threads';

const intervalMillis = 100;
const { mostBytes } = workerData as { mostBytes: number };

/**
 * A thread that ends its whole process once that holds more memory than it may: before the system has to choose which
 * process dies of it. It is a thread of its own, since the others are busy when it matters.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL');
}, intervalMillis);
