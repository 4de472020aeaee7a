import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { layOut } from './layout';
import { outlineOf } from './outline';
import { drawnRange, windowOf } from './window';

const drawn = outlineOf(buildNetwork(findVariant('resnet1202'), [32, 32, 3], 10));
const layout = layOut(drawn, new Set(['layer1', 'layer2', 'layer3']), 400);

describe('windowOf', () => {
  it('draws a small part of an unfolded ResNet-1202, with all that is seen', () => {
    const seen = layout.nodes.filter(({ y, height }) => y + height > 5000 && y < 5600);
    const { nodes, edges } = windowOf(layout, drawnRange(5000, 600));
    const ids = new Set(nodes.map(({ id }) => id));
    expect(seen.every(({ id }) => ids.has(id))).toBe(true);
    expect(nodes.length).toBeLessThan(90);
    expect(edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    const arcs = new Set(edges.map(({ block }) => block));
    const blocks = seen.filter(({ kind }) => kind === 'block');
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.every(({ id }) => arcs.has(id))).toBe(true);
  });

  it('draws everything where everything is near', () => {
    const folded = layOut(drawn, new Set(), 400);
    expect(windowOf(folded, drawnRange(0, 600))).toEqual({ nodes: folded.nodes, edges: folded.edges });
  });
});

describe('drawnRange', () => {
  it('covers what is seen and changes only now and then', () => {
    expect(drawnRange(0, 600)).toEqual([-240, 840]);
    expect(drawnRange(0.5, 599)).toEqual([-240, 840]);
    expect(drawnRange(450, 600)).toEqual([120, 1320]);
  });
});
