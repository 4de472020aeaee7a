import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../shared/charts/ramp';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { firstUnfolded } from './folding';
import { layOut } from './layout';
import { outlineOf } from './outline';
import SavedNetwork from './SavedNetwork.svelte';
import { withoutVariables } from './saved-picture';

const width = 430;
const network = buildNetwork(findVariant('resnet20'), [32, 32, 3], 10);
const layout = layOut(outlineOf(network), firstUnfolded(network), width);
const legend = { quantity: 'Gradient norm, epoch 1', ends: ['0', '<1'] as const };
const colour = (): Rgb => [0, 0, 255];
const font = '"Inter", sans-serif';
const props = { network, layout, width, colour, ratio: () => 0.5, font, legend };
const svg = withoutVariables(render(SavedNetwork, { props }).body.replace(/<!--.*?-->/g, ''), (name) => `[${name}]`);

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
/** The marks of the title and legend, and those of the drawing, with how far they are moved. */
const marks = [...svg.matchAll(/<g transform="translate\((\d+) (\d+)\)">|<(?:rect|path|text)[^>]*>/g)].reduce<
  { tag: string; left: number; top: number }[]
>((found, [tag, left, top]) => {
  if (left === undefined) return [...found, { tag, left: found.at(-1)?.left ?? 0, top: found.at(-1)?.top ?? 0 }];
  return [...found, { tag, left: Number(left), top: Number(top) }];
}, []);

describe('SavedNetwork', () => {
  it('holds the whole network with shapes, figures, shortcuts and the legend', () => {
    for (const wanted of ['ResNet-20', 'Gradient norm, epoch 1', 'layer1, 16 filters', '3 blocks', 'conv1 3×3 /2, 32'])
      expect(texts).toContain(wanted);
    for (const wanted of ['32 × 32 × 3', '10 classes', '16 × 16 × 32', '4,608', '1.18 M', 'A', '+', '|F(x)| / |x| 0.5'])
      expect(texts).toContain(wanted);
    const shortcuts = marks.filter(({ tag }) => /class="(identity|padded)"/.test(tag));
    expect(shortcuts).toHaveLength(3);
    expect(shortcuts.every(({ tag }) => attribute(tag, 'stroke') === '[--accent]')).toBe(true);
  });

  it('keeps everything on the page', () => {
    const [across, down] = ['width', 'height'].map((name) => Number(attribute(svg, name))) as [number, number];
    const placed = marks.filter(({ tag }) => attribute(tag, 'x') !== undefined);
    expect(placed.length).toBeGreaterThan(50);
    for (const { tag, left, top } of placed) {
      const [x, y] = [left + Number(attribute(tag, 'x')), top + Number(attribute(tag, 'y'))];
      const [right, bottom] = [x + Number(attribute(tag, 'width') ?? 0), y + Number(attribute(tag, 'height') ?? 0)];
      expect(Math.min(x, y), tag).toBeGreaterThanOrEqual(0);
      expect(right, tag).toBeLessThanOrEqual(across);
      expect(bottom, tag).toBeLessThanOrEqual(down);
    }
  });

  it('is well formed, with text as text, and says nothing of folding', () => {
    expect(svg).toContain('<title>Architecture of ResNet-20</title>');
    expect(svg).toContain('font-family="&quot;Inter&quot;, sans-serif"');
    expect(svg).toContain('>&lt;1</text>');
    expect(svg).not.toMatch(/NaN|undefined|var\(|treeitem|unfold/);
    const open: string[] = [];
    for (const [tag, end, name = '', closed] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
      if (end) expect(open.pop(), tag).toBe(name);
      else if (!closed) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('draws every layer of a network in the colour of what was measured', () => {
    const coloured = marks.filter(({ tag }) => attribute(tag, 'fill') === 'rgb(0, 0, 255)');
    const folded = layout.nodes.filter(({ part, unfolded }) => part && unfolded !== true);
    expect(coloured).toHaveLength(folded.length);
  });
});

describe('withoutVariables', () => {
  it('puts the values of a theme in their place', () => {
    expect(withoutVariables('<rect fill="var(--panel)" stroke="var(--ramp-low)"/>', (name) => ` ${name.length} `)).toBe(
      '<rect fill="7" stroke="10"/>',
    );
  });
});
