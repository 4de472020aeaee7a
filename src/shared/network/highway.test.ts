import { describe, expect, it } from 'vitest';
import { buildNetwork } from './build';
import { responseLayers } from './responses';
import { chooseVariant, findVariant, plainTwin } from './variants';

const network = (name: string) => buildNetwork(findVariant(name), [32, 32, 3], 10);
const shapeOf = (name: string, layer: string) =>
  network(name).layers.find((candidate) => candidate.name === layer)?.outputShape;

describe('highway networks', () => {
  // Srivastava et al. 2015, table 1: about 2.3 and 1.25 million.
  it.each([
    ['highway19', 19, 2.3, 1],
    ['highway32', 32, 1.25, 2],
  ])('%s has %i layers and %d million parameters', (name, depth, millions, decimals) => {
    const { layers, parameters } = network(name);
    const weighted = layers.filter(
      (layer) => (layer.kind === 'convolution' && !layer.name.endsWith('.gate')) || layer.kind === 'dense',
    );
    expect(weighted).toHaveLength(depth);
    expect(parameters / 1e6).toBeCloseTo(millions, decimals);
  });

  it("has the widths and the pooling of FitNet's 19 layers", () => {
    expect(shapeOf('highway19', 'layer1.1.add')).toEqual([32, 32, 32]);
    expect(shapeOf('highway19', 'layer2.1.add')).toEqual([32, 32, 48]);
    expect(shapeOf('highway19', 'layer3.5.add')).toEqual([16, 16, 80]);
    expect(shapeOf('highway19', 'layer4.5.add')).toEqual([8, 8, 128]);
    expect(shapeOf('highway19', 'conv2')).toEqual([8, 8, 128]);
  });

  it('has a gate in every layer but where the width changes, and biases instead of batch normalisation', () => {
    const { layers } = network('highway19');
    const gates = layers.filter(({ kind }) => kind === 'gatedAddition').map(({ block }) => block);
    expect(gates).toHaveLength(2 + 1 + 5 + 5);
    expect(gates).not.toContain('layer3.0');
    expect(layers.find(({ name }) => name === 'layer3.1.add')?.inputs).toEqual([
      ...['layer3.1.relu', 'layer3.0.relu', 'layer3.1.sigmoid'],
    ]);
    for (const layer of layers) {
      if (layer.kind === 'convolution') expect(layer.initialBias).toBe(layer.name.endsWith('.gate') ? -2 : 0);
    }
    expect(layers.some(({ kind }) => kind === 'batchNormalization')).toBe(false);
  });

  it('responds in its 3x3 convolutions but not in its gates', () => {
    const layers = responseLayers(network('highway32'));
    expect(layers).toHaveLength(30);
    expect(layers[1]).toEqual({ layer: 'layer1.0.conv1', measured: 'layer1.0.conv1' });
  });

  it('refuses other depths, other shortcuts, and a plain twin', () => {
    expect(() => findVariant('highway20')).toThrow('the highway networks are highway19 and highway32');
    expect(() => chooseVariant('highway19', { shortcut: 'B' })).toThrow('has shortcuts with gates');
    expect(() => plainTwin(findVariant('highway19'))).toThrow('has no plain twin');
  });
});
