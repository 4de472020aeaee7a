import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import type { Shortcut } from '../../../shared/network/families';
import { findVariant } from '../../../shared/network/variants';
import { outlineOf } from './outline';
import { describePart, describeUnit, formatAmount, formatShape } from './words';

const stage = (shortcut: Shortcut) => {
  const found = outlineOf(buildNetwork(findVariant('resnet20', { shortcut }), [28, 28, 1], 10)).stages[1];
  const block = found?.blocks[0];
  const unit = block?.units[0];
  if (!found || !block?.shortcutUnit || !unit) throw new Error('ResNet-20 has no second stage');
  return { stage: found, block, unit, shortcut: block.shortcutUnit };
};

describe('the words of the drawing', () => {
  it('describe a layer', () => {
    expect(describePart({ kind: 'unit', unit: stage('A').unit }, 'response 1.28')).toBe(
      'layer2.0.conv1: 3×3 convolution, stride 2, 16 to 32 channels; output 14 × 14 × 32; 4,608 parameters; 903,168 multiply-adds; response 1.28',
    );
  });

  it('describe shortcuts', () => {
    expect(describeUnit(stage('A').shortcut)).toBe(
      'shortcut, option A: every second pixel, 16 channels of zeros added',
    );
    expect(describeUnit(stage('B').shortcut)).toBe('projection shortcut: 1×1 convolution, stride 2, 16 to 32 channels');
  });

  it('describe a bottleneck', () => {
    const { stem, stages } = outlineOf(buildNetwork(findVariant('resnet50'), [64, 64, 3], 10));
    const block = stages[0]?.blocks[0];
    const [first] = block?.units ?? [];
    if (!block || !first || !stem[2]) throw new Error('ResNet-50 has no first block');
    expect(describeUnit(stem[2])).toBe('3×3 max pooling, stride 2');
    expect(describeUnit(first)).toBe('1×1 convolution, 64 to 64 channels');
    expect(describePart({ kind: 'block', block }, null)).toContain(
      'bottleneck block of three convolutions and a projection shortcut',
    );
  });

  it('describe a highway layer', () => {
    const { stages } = outlineOf(buildNetwork(findVariant('highway19'), [32, 32, 3], 10));
    const [plain, gated] = stages[1]?.blocks ?? [];
    if (!plain || !gated?.shortcutUnit) throw new Error('Highway-19 has no second stage');
    expect(describeUnit(gated.shortcutUnit)).toBe(
      'transform gate: 3×3 convolution, 48 to 48 channels, followed by a sigmoid',
    );
    expect(describePart({ kind: 'block', block: gated }, null)).toContain(
      'layer2.1: highway layer: a convolution, its transform gate and a gated shortcut; output',
    );
    expect(describePart({ kind: 'block', block: plain }, null)).toContain('layer2.0: block of one convolution; output');
  });

  it('describe blocks and stages', () => {
    expect(describePart({ kind: 'block', block: stage('A').block }, null)).toContain(
      'layer2.0: block of two convolutions and a shortcut of option A; output 14 × 14 × 32',
    );
    expect(describePart({ kind: 'stage', stage: stage('A').stage }, null)).toContain(
      'layer2: stage of 3 blocks with 32 filters',
    );
  });
});

describe('formatShape and formatAmount', () => {
  it('write figures with their units', () => {
    expect(formatShape([28, 28, 16])).toBe('28 × 28 × 16');
    expect([0, 650, 999.9, 903_168, 999_900, 40_551_040, 1_054_000_000].map(formatAmount)).toEqual([
      ...['0', '650', '1 k', '903 k', '1 M', '40.6 M', '1.05 G'],
    ]);
  });
});
