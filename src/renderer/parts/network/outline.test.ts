import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import type { Shortcut } from '../../../shared/network/families';
import { findVariant } from '../../../shared/network/variants';
import { outlineOf } from './outline';

const outline = (variant: string, shortcut: Shortcut = 'A') =>
  outlineOf(buildNetwork(findVariant(variant, { shortcut }), [28, 28, 1], 10));
const block = (variant: string, stage: number, index: number, shortcut: Shortcut = 'A') => {
  const found = outline(variant, shortcut).stages[stage]?.blocks[index];
  if (!found) throw new Error('no such block');
  return found;
};

describe('outlineOf', () => {
  it('reads a network from the stem over its stages to the head', () => {
    const { stem, stages, head } = outline('resnet56');
    expect(stem.map(({ label }) => label)).toEqual(['conv1 3×3, 16', 'bn1, relu']);
    expect(stages.map(({ id, filters, blocks }) => [id, filters, blocks.length])).toEqual([
      ['layer1', 16, 9],
      ['layer2', 32, 9],
      ['layer3', 64, 9],
    ]);
    expect(head.map(({ label }) => label)).toEqual(['global average pool', 'fc, 10']);
  });

  it('shows a block with its residual function, its shortcut and the addition', () => {
    const first = block('resnet20', 1, 0);
    expect(first.units.map(({ label }) => label)).toEqual(['conv1 3×3 /2, 32', 'bn1, relu', 'conv2 3×3, 32', 'bn2']);
    expect(first.shortcut).toBe('padded');
    expect(first.shortcutUnit?.id).toBe('layer2.0.downsample');
    expect(first.addition?.layers.map(({ name }) => name)).toEqual(['layer2.0.add', 'layer2.0.relu_1']);
    expect(block('resnet20', 1, 1).shortcut).toBe('identity');
    expect(block('resnet20', 1, 1).shortcutUnit).toBeNull();
  });

  it('shows a projection with its batch normalisation', () => {
    const first = block('resnet20', 1, 0, 'B');
    expect(first.shortcut).toBe('projection');
    expect(first.shortcutUnit?.layers).toHaveLength(2);
    expect(first.shortcutUnit?.parameters).toBe(16 * 32 + 64);
  });

  it('shows the three convolutions of a bottleneck, and the max pooling of the stem', () => {
    const { stem, stages } = outlineOf(buildNetwork(findVariant('resnet50'), [64, 64, 3], 10));
    expect(stem.map(({ label }) => label)).toEqual(['conv1 7×7 /2, 64', 'bn1, relu', 'maxpool 3×3 /2']);
    const first = stages[1]?.blocks[0];
    expect(first?.units.map(({ label }) => label)).toEqual([
      ...['conv1 1×1, 128', 'bn1, relu', 'conv2 3×3 /2, 128', 'bn2, relu', 'conv3 1×1, 512', 'bn3'],
    ]);
    expect(first?.shortcut).toBe('projection');
    expect(first?.addition?.layers.map(({ name }) => name)).toEqual(['layer2.0.add', 'layer2.0.relu_2']);
  });

  it('shows a highway layer with its gate, and a plain one behind its pool', () => {
    const { stages, head } = outlineOf(buildNetwork(findVariant('highway19'), [32, 32, 3], 10));
    const [plain, gated] = stages[2]?.blocks ?? [];
    expect(plain?.units.map(({ label }) => label)).toEqual(['pool 2×2 /2', 'conv1 3×3, 80']);
    expect([plain?.shortcut, plain?.addition]).toEqual([null, null]);
    expect(gated?.units.map(({ label }) => label)).toEqual(['conv1 3×3, 80']);
    expect(gated?.shortcutUnit?.layers.map(({ name }) => name)).toEqual(['layer3.1.gate', 'layer3.1.sigmoid']);
    expect(gated?.shortcut).toBe('gated');
    expect(gated?.addition?.layers.map(({ name }) => name)).toEqual(['layer3.1.add']);
    expect(head.map(({ label }) => label)).toEqual(['conv2 1×1, 128', 'global average pool', 'fc, 10']);
  });

  it('shows a plain block without shortcut and addition', () => {
    const first = block('plain20', 1, 0);
    expect(first.units.at(-1)?.label).toBe('bn2, relu');
    expect([first.shortcut, first.addition]).toEqual([null, null]);
  });

  it('gives a convolution, its batch normalisation and its ReLU the same response', () => {
    const { responses, network } = outline('resnet20');
    expect(responses.get('layer2.0.conv1')).toBe('layer2.0.conv1');
    expect(responses.get('layer2.0.bn1')).toBe('layer2.0.conv1');
    expect(responses.get('layer2.0.relu')).toBe('layer2.0.conv1');
    expect(responses.get('layer2.0.relu_1')).toBeUndefined();
    expect(new Set(responses.values()).size).toBe(19);
    expect([...responses.keys()].every((name) => network.layers.some((layer) => layer.name === name))).toBe(true);
  });
});
