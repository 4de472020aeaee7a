import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { drawingOf, movedPath } from './drawing';
import { firstUnfolded } from './folding';
import { layOut } from './layout';
import { outlineOf } from './outline';
import { svgOf } from './picture-file';

const palette = {
  font: '"Inter", sans-serif',
  panel: '#fff',
  raised: '#eee',
  line: '#ddd',
  edge: '#888',
  text: '#000',
  muted: '#555',
  accent: '#00f',
};
const legend = {
  title: 'ResNet-20',
  quantity: 'Gradient norm, epoch 1',
  ends: ['0', '<1'] as const,
  ramp: [[255, 255, 255] as const, [0, 0, 255] as const] as const,
};
const network = buildNetwork(findVariant('resnet20'), [32, 32, 3], 10);
const layout = layOut(outlineOf(network), firstUnfolded(network), 430);
const drawing = drawingOf(layout, network, 430, palette, legend, () => [0, 0, 255]);

describe('drawingOf', () => {
  it('holds the whole network with shapes, figures, shortcuts and the legend', () => {
    const words = drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    for (const wanted of ['ResNet-20', 'Gradient norm, epoch 1', 'layer1, 16 filters, 3 blocks', 'conv1 3×3 /2, 32']) {
      expect(words).toContain(wanted);
    }
    for (const wanted of ['32 × 32 × 3', '10 classes', '16 × 16 × 32', '4,608', '1.18 M', 'A', '+']) {
      expect(words).toContain(wanted);
    }
    const arcs = drawing.marks.filter((mark) => mark.kind === 'path' && mark.stroke === palette.accent);
    expect(arcs).toHaveLength(3);
  });

  it('keeps everything on the page', () => {
    for (const mark of drawing.marks) {
      if (mark.kind === 'path') continue;
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x).toBeLessThanOrEqual(drawing.width);
      expect(mark.y).toBeLessThanOrEqual(drawing.height);
    }
  });
});

describe('movedPath', () => {
  it('moves every kind of command', () => {
    expect(movedPath('M114 20V30H40Q1 2 3 4V9C1 2 3 4 5 6', 10, 100)).toBe(
      'M124 120V130H50Q11 102 13 104V109C11 102 13 104 15 106',
    );
  });
});

describe('svgOf', () => {
  it('is well formed, with text as text', () => {
    const svg = svgOf(drawing, 'A & B');
    expect(svg).toContain('<title>A &amp; B</title>');
    expect(svg).toContain('font-family="&quot;Inter&quot;, sans-serif"');
    expect(svg).toContain('>&lt;1</text>');
    expect(svg.match(/<text /g)?.length).toBe(drawing.marks.filter(({ kind }) => kind === 'text').length);
    expect(svg).not.toMatch(/NaN|undefined/);
    const open: string[] = [];
    for (const [tag, end, name = '', closed] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
      if (end) expect(open.pop(), tag).toBe(name);
      else if (!closed) open.push(name);
    }
    expect(open).toEqual([]);
  });
});
