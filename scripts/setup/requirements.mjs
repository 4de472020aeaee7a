import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Wheel
 * @property {string} requirement the line for pip: name, version and hash
 * @property {string} name
 * @property {string} version
 * @property {number} bytes of the download
 */

/**
 * Reads a requirement file: one wheel a line, `name==version --hash=sha256:... # N bytes`, and a comment `# unpacked: N bytes`.
 * @param {string} path
 * @returns {{ wheels: Wheel[], unpackedBytes: number, hash: string }}
 */
export function readRequirements(path) {
  const text = readFileSync(path, 'utf8');
  const wheels = [...text.matchAll(/^(([\w-]+)==(\S+) --hash=sha256:[0-9a-f]{64}) +# (\d+) bytes$/gm)].map(
    ([, requirement, name, version, bytes]) => ({ requirement, name, version, bytes: Number(bytes) }),
  );
  const unpacked = /^# unpacked: (\d+) bytes$/m.exec(text);
  const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('#'));
  if (wheels.length === 0 || wheels.length !== lines.length || !unpacked)
    throw new Error(`${path} has a line that is no wheel with hash and size`);
  return { wheels, unpackedBytes: Number(unpacked[1]), hash: createHash('sha256').update(text).digest('hex') };
}
