import { spawn } from 'node:child_process';

/**
 * Gives tests that open windows a screen where there is none, for as long as they run.
 * @returns {Promise<() => void>} ends it
 */
export async function setup() {
  if (process.env.DISPLAY || process.platform !== 'linux') return () => {};
  const screen = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  // The server picks a free number itself and writes it once it listens.
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.env.DISPLAY = await new Promise((resolve, reject) => {
    server.stdio[3].setEncoding('utf8').once('data', (number) => resolve(`:${number.trim()}`));
    server.once('error', () => reject(new Error('Xvfb is missing: npm run setup brings it.')));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it listened.`)));
  });
  return () => {
    delete process.env.DISPLAY;
    server.kill();
  };
}
