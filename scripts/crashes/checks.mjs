import { join } from 'node:path';
import { checkpointFiles, curveOf, readEvents, readWholeTensors } from './folder.mjs';

/**
 * What must hold of a run whose processes were killed.
 * @param told The newest step that anybody was told of.
 * @returns how the run is shown, and how far it got.
 * @throws Error that says what does not hold.
 */
export async function checkKilled({ host, run, folder, told }) {
  const { state, reason } = await host.show(run);
  if (!['interrupted', 'failed', 'finished'].includes(state)) throw new Error(`Run ${run} is shown as ${state}.`);
  if (state !== 'finished' && !reason) throw new Error(`Run ${run} is shown as ${state} without a reason.`);
  const files = Object.fromEntries(
    checkpointFiles(folder).map((name) => [name, readWholeTensors(join(folder, 'checkpoints', name))]),
  );
  const checkpoint = Number(files['last.safetensors']?.metadata.step ?? 0);
  const steps = readEvents(folder).flatMap((event) => (event.event === 'step' ? [event.step] : []));
  const gap = steps.findIndex((step, index) => step !== index + 1);
  if (gap >= 0) throw new Error(`Run ${run} has step ${steps[gap]} where step ${gap + 1} belongs.`);
  const step = steps.at(-1) ?? 0;
  if (step < told) throw new Error(`Run ${run} told step ${told}, and its metrics end with ${step}.`);
  if (step < checkpoint)
    throw new Error(`Run ${run} has a checkpoint of step ${checkpoint}, and metrics up to ${step}.`);
  return { shown: state, step, checkpoint };
}

/** @throws Error where two runs differ in a loss, an evaluation or a weight. */
export function expectEqualRuns(folder, other) {
  const [curve, expected] = [folder, other].map((path) => curveOf(readEvents(path)));
  const place = expected.findIndex((line, index) => line !== curve[index]);
  if (place >= 0 || curve.length !== expected.length) {
    throw new Error(`${folder}: line ${place} of the curve is "${curve[place]}" instead of "${expected[place]}".`);
  }
  const last = (path) => readWholeTensors(join(path, 'checkpoints', 'last.safetensors')).tensors;
  const [tensors, wanted] = [last(folder), last(other)];
  if (Object.keys(tensors).length !== Object.keys(wanted).length) throw new Error(`${folder} has other tensors.`);
  for (const [name, data] of Object.entries(wanted)) {
    if (!data.equals(tensors[name])) throw new Error(`${folder}: tensor ${name} differs.`);
  }
}
