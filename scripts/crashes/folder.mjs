import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a run's folder holds, read without any code of the studio. */

/** The events of metrics.jsonl, those of whole lines. @throws Error where a whole line is none. */
export function readEvents(folder) {
  const path = join(folder, 'metrics.jsonl');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** What a curve consists of, without the times. */
export function curveOf(events) {
  return events.flatMap((event) => {
    if (event.event === 'step') return [`step ${event.step} ${event.loss} ${event.top1Error} ${event.learningRate}`];
    if (event.event === 'evaluation')
      return [`${event.split} ${event.step} ${event.loss} ${event.top1Error} ${event.top5Error}`];
    return [];
  });
}

/** Names of what is in a run's folder of checkpoints, temporary files left out or alone. */
export function checkpointFiles(folder, { temporary = false } = {}) {
  const path = join(folder, 'checkpoints');
  const names = existsSync(path) ? readdirSync(path) : [];
  return names.filter((name) => name.startsWith('.') === temporary);
}

/**
 * A safetensors file of float32 tensors.
 * @throws Error where it is not whole, or has a value that is not finite.
 */
export function readWholeTensors(path) {
  const bytes = readFileSync(path);
  const start = 8 + Number(bytes.readBigUInt64LE());
  const { __metadata__: metadata, ...entries } = JSON.parse(bytes.toString('utf8', 8, start));
  const tensors = {};
  let end = 0;
  for (const [name, { dtype, shape, data_offsets: offsets }] of Object.entries(entries)) {
    const size = 4 * shape.reduce((product, side) => product * side, 1);
    if (dtype !== 'F32' || offsets[1] - offsets[0] !== size) throw new Error(`${path}: ${name} is not whole`);
    const data = Buffer.from(bytes.subarray(start + offsets[0], start + offsets[1]));
    if (data.length !== size) throw new Error(`${path}: ${name} is cut off`);
    const values = new Float32Array(data.buffer, data.byteOffset, size / 4);
    if (!values.every(Number.isFinite)) throw new Error(`${path}: ${name} is not finite`);
    tensors[name] = data;
    end = Math.max(end, offsets[1]);
  }
  if (start + end !== bytes.length) throw new Error(`${path} has ${bytes.length} bytes instead of ${start + end}`);
  return { metadata, tensors };
}
