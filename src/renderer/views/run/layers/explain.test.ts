import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../shared/network/build';
import { findVariant } from '../../../../shared/network/variants';
import { explainBlock, explainLayer } from './explain';

const network = (name: string) => buildNetwork(findVariant(name), name === 'resnet50' ? [64, 64, 3] : [32, 32, 3], 10);

function of(name: string, layer: string) {
  const built = network(name);
  const found = built.layers.find((other) => other.name === layer);
  if (!found) throw new Error(`no ${layer}`);
  return { layer: explainLayer(found), block: explainBlock(built, found) };
}

describe('the explanations', () => {
  it('are one sentence for each layer of every kind of network', () => {
    for (const name of ['resnet20', 'plain20', 'resnet50', 'highway19']) {
      const built = network(name);
      for (const layer of built.layers) {
        expect(explainLayer(layer)).toMatch(/^[A-Z].*\.$/);
        expect(explainBlock(built, layer)).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('say what is particular about a layer', () => {
    expect(of('resnet20', 'layer2.0.conv1').layer).toContain(
      'every 2 pixels, which makes height and width 2 times smaller',
    );
    expect(of('resnet50', 'layer1.0.conv1').layer).toContain('Mixes the 64 channels at each place into 64');
    expect(of('resnet50', 'layer1.0.downsample.0').layer).toContain('Brings x to the shape of F(x)');
    expect(of('highway19', 'layer1.0.gate').layer).toContain('how much of the old passes on');
  });

  it('say what its block is there for', () => {
    expect(of('resnet20', 'layer2.0.conv1').block).toBe(
      'Block 1 of 3 in layer2: it turns 32 × 32 × 16 into 16 × 16 × 32, and its shortcut carries x on without weights.',
    );
    expect(of('resnet20', 'layer2.1.bn2').block).toContain('refines 16 × 16 × 32 without changing its shape');
    expect(of('plain20', 'layer2.1.bn2').block).toContain('has no shortcut');
    expect(of('resnet20', 'conv1').block).toContain('before the blocks');
    expect(of('resnet20', 'fc').block).toContain('after the blocks');
  });
});
