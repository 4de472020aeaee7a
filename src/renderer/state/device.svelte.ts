import type { Device } from '../../shared/contract/device';
import { wordsOf } from '../../shared/errors';
import type { Message } from '../../shared/words/message';
import type { Studio } from './studio';

/** The device that trains, and the TensorFlow that drives it; null until it is known. */
export class DeviceState {
  readonly #studio: Studio;
  #value = $state.raw<Device | null>(null);
  #problem = $state.raw<Message | string | null>(null);

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get value(): Device | null {
    return this.#value;
  }

  /** Why nothing can be trained, and the way out. */
  get problem(): Message | string | null {
    return this.#problem ?? this.#value?.problem ?? null;
  }

  async load(): Promise<void> {
    try {
      this.#value = await this.#studio.request('device.read', undefined);
      this.#problem = null;
    } catch (thrown) {
      this.#problem = wordsOf(thrown);
    }
  }
}
