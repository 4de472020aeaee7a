import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const mostMillis = 5000;

/**
 * What nvidia-smi answers to a query such as `--query-gpu=name`, a line each, without titles and units.
 * @throws Error where there is no driver, or it does not answer in time.
 */
export async function askNvidia(query: string): Promise<string> {
  const words = [query, '--format=csv,noheader,nounits'];
  return (await promisify(execFile)('nvidia-smi', words, { timeout: mostMillis })).stdout;
}
