import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import { messageOf } from '../../../shared/errors';
import type { InspectorService } from '../../inference/inspector-service';
import type { Handlers } from '../dispatch';

const gpuQuery = ['--query-gpu=name', '--format=csv,noheader'];
const gpuQueryMillis = 5_000;

/** A library that cannot be loaded is told, not thrown: datasets and runs can be looked at without it. */
export function deviceHandlers(inspector: Pick<InspectorService, 'information'>): Handlers<'device.read'> {
  return {
    'device.read': async () => {
      try {
        const { tensorflowVersion, devices } = await inspector.information();
        const device = devices.includes('GPU') ? await gpuName() : `CPU, ${coresWords(cpus().length)}`;
        return { device, tensorflowVersion, problem: null };
      } catch (thrown) {
        return { device: 'No device', tensorflowVersion: null, problem: messageOf(thrown) };
      }
    },
  };
}

const coresWords = (count: number) => (count === 1 ? '1 core' : `${count} cores`);

/** TensorFlow's addon does not tell the GPU's name; the driver's own program does. */
async function gpuName(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('nvidia-smi', gpuQuery, { timeout: gpuQueryMillis });
    return stdout.split('\n')[0]?.trim() || 'GPU';
  } catch {
    return 'GPU';
  }
}
