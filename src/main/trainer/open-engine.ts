import type { RunConfig } from '../../shared/contract/run';
import type { Network } from '../../shared/network/build';
import { networkOf } from '../../shared/network/run-network';
import { inEnglish } from '../../shared/words/english';
import { message } from '../../shared/words/message';
import { benchmark, compileForGpus, Engine, type Precision, tensorflowInfo, usedWeights } from '../engine';
import { choosePrecision } from '../engine/precision';
import { readTensors } from '../engine/weights/safetensors';
import { chosenDevice, explainFallback, listGpus } from '../machine/gpus';
import type { ResumePoint } from '../runs/resume-point';
import type { RunStore } from '../runs/run-store';
import { startingState } from '../runs/starting-weights';
import type { RunRecord } from './run-record';

export interface RunEngine {
  readonly engine: Engine;
  /** With the precision that was decided on. */
  readonly config: RunConfig;
  readonly usesGpu: boolean;
}

/** Loads TensorFlow, decides on the precision, and builds the engine of a run with the state that it starts or goes on from. */
export async function openEngine(
  given: RunConfig,
  start: ResumePoint,
  store: RunStore,
  record: Pick<RunRecord, 'log' | 'note'>,
): Promise<RunEngine> {
  const network = networkOf(given);
  const devices = await loadTensorflow(given, record);
  const config = await decidePrecision(given, network, devices, store, record);
  const engine = await Engine.create({
    network,
    normalization: config.normalization,
    quantities: true,
    ...config.training,
    precision: config.training.precision as Precision,
  });
  try {
    engine.initialise(config.training.seed);
    if (start.tensors) {
      engine.writeState(start.tensors);
      await record.log(`Goes on after step ${start.position.step}.`);
    } else if (config.weights) {
      const { tensors } = await readTensors(store.checkpoints.path(config.run, 'initial'));
      const { head } = config.weights;
      engine.writeState(startingState(network, engine.readState(), usedWeights(tensors), head?.rows));
      await record.log([`Starts from ${config.weights.source}.`, ...config.weights.notes].join('\n'));
    }
  } catch (error) {
    engine.dispose();
    throw error;
  }
  return { engine, config, usesGpu: devices.includes('GPU') };
}

/** @returns the devices that TensorFlow found. */
async function loadTensorflow({ training }: RunConfig, record: Pick<RunRecord, 'log' | 'note'>): Promise<string[]> {
  compileForGpus();
  const { tensorflowVersion, devices, cuda } = await tensorflowInfo();
  await record.log(
    `TensorFlow ${tensorflowVersion} on ${devices.join(', ')}; ${training.variant}, ${training.steps} steps`,
  );
  const fallback = explainFallback({ devices, cuda }, await listGpus(), chosenDevice(process.env));
  if (fallback !== null) await record.note(fallback);
  if (devices.includes('GPU')) {
    await record.note(message('training.compiles'));
  }
  return devices;
}

/** The precision that was asked for; where it was left open, one that is chosen here and kept in config.json, with the reason. */
async function decidePrecision(
  config: RunConfig,
  network: Network,
  devices: string[],
  store: RunStore,
  record: Pick<RunRecord, 'note'>,
): Promise<RunConfig> {
  const { precision, batch } = config.training;
  if (precision !== 'auto') return config;
  const choice = await choosePrecision({ network, batch, devices, time: benchmark });
  await record.note(choice.reason);
  const decided = {
    ...config,
    training: { ...config.training, precision: choice.precision },
    precisionReason: inEnglish(choice.reason),
    precisionWords: choice.reason,
  };
  await store.writeConfig(decided);
  return decided;
}
