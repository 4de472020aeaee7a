import { spawn } from 'node:child_process';

/**
 * Gives windows of this process and its children a screen where there is none.
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
  const close = () => {
    delete process.env.DISPLAY;
    server.kill();
  };
  process.once('exit', close);
  return close;
}
