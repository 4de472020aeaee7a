import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import type { Shortcut } from '../../../shared/network/families';
import { findVariant } from '../../../shared/network/variants';
import { type Layout, layOut, type PlacedNode } from './layout';
import { type Outline, outlineOf } from './outline';

const outline = (variant: string, shortcut: Shortcut = 'A') =>
  outlineOf(buildNetwork(findVariant(variant, { shortcut }), [32, 32, 3], 10));
const everything = ({ stages }: Outline) =>
  new Set(stages.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)]));
const stagesOnly = ({ stages }: Outline) => new Set(stages.map(({ id }) => id));

/** The layers that a node stands for: those of what is unfolded have nodes of their own. */
const layersOf = ({ part, unfolded }: PlacedNode): string[] => {
  if (part === null || unfolded === true) return [];
  const { layers } = part.kind === 'unit' ? part.unit : part.kind === 'block' ? part.block : part.stage;
  return layers.map(({ name }) => name);
};
const foldings = (drawn: Outline) => [
  new Set<string>(),
  new Set(['layer2', 'layer2.0']),
  stagesOnly(drawn),
  everything(drawn),
];
const shortcuts = ({ edges }: Layout) => edges.filter(({ kind }) => kind !== 'flow');

describe('layOut', () => {
  it.each(['resnet20', 'plain20', 'resnet56'])('shows every layer of %s once, however it is folded', (variant) => {
    const drawn = outline(variant);
    for (const unfolded of foldings(drawn)) {
      const names = layOut(drawn, unfolded, 400).nodes.flatMap(layersOf).sort();
      expect(names).toEqual(drawn.network.layers.map(({ name }) => name).sort());
    }
  });

  it('gives every node and edge a name of its own, and edges ends that exist', () => {
    const drawn = outline('resnet20', 'C');
    for (const unfolded of foldings(drawn)) {
      const { nodes, edges } = layOut(drawn, unfolded, 400);
      const ids = new Set(nodes.map(({ id }) => id));
      expect(ids.size).toBe(nodes.length);
      expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
      expect(edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    }
  });

  it('leads the shortcut of a folded block from the block before to the block', () => {
    const drawn = outline('resnet20');
    const arcs = shortcuts(layOut(drawn, stagesOnly(drawn), 400));
    expect(arcs.map(({ source, target }) => [source, target])).toEqual([
      ['bn1', 'layer1.0'],
      ['layer1.0', 'layer1.1'],
      ['layer1.1', 'layer1.2'],
      ['layer1.2', 'layer2.0'],
      ['layer2.0', 'layer2.1'],
      ['layer2.1', 'layer2.2'],
      ['layer2.2', 'layer3.0'],
      ['layer3.0', 'layer3.1'],
      ['layer3.1', 'layer3.2'],
    ]);
    expect(arcs.filter(({ kind }) => kind === 'padded').map(({ block }) => block)).toEqual(['layer2.0', 'layer3.0']);
  });

  it('leads the shortcut of an unfolded block from its input to its addition', () => {
    const drawn = outline('resnet20', 'B');
    const arcs = shortcuts(layOut(drawn, new Set(['layer2', 'layer2.0', 'layer2.1']), 400));
    expect(arcs.map(({ source, target, kind }) => [source, target, kind])).toEqual([
      ['layer1', 'layer2.0.add', 'projection'],
      ['layer2.0.add', 'layer2.1.add', 'identity'],
      ['layer2.1.add', 'layer2.2', 'identity'],
    ]);
  });

  it('draws no shortcut in a plain network', () => {
    const drawn = outline('plain20');
    expect(shortcuts(layOut(drawn, everything(drawn), 400))).toEqual([]);
  });

  it('joins the picture to the classes in one unbroken flow', () => {
    const drawn = outline('resnet32');
    for (const unfolded of foldings(drawn)) {
      const flow = layOut(drawn, unfolded, 400).edges.filter(({ kind }) => kind === 'flow');
      expect(flow[0]?.source).toBe('input');
      expect(flow.at(-1)?.target).toBe('output');
      expect(flow.slice(1).every(({ source }, index) => source === flow[index]?.target)).toBe(true);
    }
  });

  it('places nothing on top of another, but for frames and what stands on a shortcut', () => {
    const drawn = outline('resnet20');
    const { nodes, height } = layOut(drawn, everything(drawn), 400);
    const rows = nodes.filter(({ kind }) => kind !== 'frame' && kind !== 'shortcut');
    expect(rows.slice(1).every(({ y }, index) => y >= (rows[index]?.y ?? 0) + (rows[index]?.height ?? 0))).toBe(true);
    expect(Math.max(...nodes.map((node) => node.y + node.height))).toBe(height);
  });

  it('is short for ResNet-1202 as it opens', () => {
    const drawn = outline('resnet1202');
    const { nodes } = layOut(drawn, new Set(), 400);
    expect(nodes).toHaveLength(9);
  });
});
