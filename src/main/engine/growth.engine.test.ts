import { expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { Engine } from './engine';
import { loadRuntime } from './runtime';

it('keeps no tensor of a step, an evaluation or a reading of the state', async () => {
  const { tf } = await loadRuntime();
  const network = buildNetwork(findVariant('resnet8'), [8, 8, 1], 2);
  const normalization = { mean: [0.5], standardDeviation: [0.25] };
  const engine = await Engine.create({ network, normalization, precision: 'float32' });
  try {
    engine.initialise(1);
    const images = Uint8Array.from({ length: 16 * 64 }, (_, index) => (index * 37) % 256);
    const labels = Int32Array.from({ length: 16 }, (_, index) => index % 2);
    const counts = new Set<string>();
    for (let step = 0; step < 200; step += 1) {
      engine.trainStep(images, labels, 0.01);
      if (step % 20 === 0) {
        engine.evaluate(images, labels);
        engine.responses(images);
        engine.writeState(engine.readState());
      }
      const { numTensors, numDataBuffers } = tf.memory();
      counts.add(`${numTensors} tensors, ${numDataBuffers} buffers`);
    }
    expect([...counts]).toHaveLength(1);
  } finally {
    engine.dispose();
  }
});
