import { cpus } from 'node:os';
import { wordsOf } from '../../../shared/errors';
import type { InspectorService } from '../inspector-service';
import { cudaWords, explainFallback, listGpus, trainingMemory } from '../../machine/gpus';
import { message } from '../../../shared/words/message';
import type { Handlers } from '../door';
import type { SettingsStore } from '../host';

interface Services {
  inspector: Pick<InspectorService, 'request'>;
  settings: Pick<SettingsStore, 'read'>;
}

/** A library that cannot be loaded is told, not thrown: datasets and runs can be looked at without it. */
export function deviceHandlers({ inspector, settings }: Services): Handlers<'device.read'> {
  return {
    'device.read': async () => {
      const choice = settings.read().device;
      const [gpus, memoryBytes] = await Promise.all([listGpus(), trainingMemory(choice)]);
      const machine = { gpus, memoryBytes };
      try {
        const { tensorflowVersion, devices, cuda } = await inspector.request('information', undefined);
        const chosen = choice === 'auto' ? gpus[0] : gpus.find(({ index }) => index === Number(choice));
        const device = devices.includes('GPU')
          ? (chosen?.name ?? 'GPU')
          : message('devices.processor', { cores: cpus().length });
        const note = explainFallback({ devices, cuda }, gpus, choice);
        return { ...machine, device, tensorflowVersion, cuda: cuda && cudaWords(cuda), note, problem: null };
      } catch (thrown) {
        const nothing = { device: message('devices.none'), tensorflowVersion: null, cuda: null, note: null };
        return { ...machine, ...nothing, problem: wordsOf(thrown) };
      }
    },
  };
}
