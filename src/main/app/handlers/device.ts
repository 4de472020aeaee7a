import { messageOf } from '../../../shared/errors';
import type { InspectorService } from '../../inference/inspector-service';
import type { Handlers } from '../dispatch';

/** A library that cannot be loaded is told, not thrown: datasets and runs can be looked at without it. */
export function deviceHandlers(inspector: InspectorService): Handlers<'device.read'> {
  return {
    'device.read': async () => {
      try {
        const { tensorflowVersion, devices } = await inspector.information();
        return { device: devices.join(', '), tensorflowVersion, problem: null };
      } catch (thrown) {
        return { device: 'None', tensorflowVersion: null, problem: messageOf(thrown) };
      }
    },
  };
}
