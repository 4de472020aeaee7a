import { describe, expect, it } from 'vitest';
import type { LayersEvent } from '../../../../shared/contract/metrics';
import { barAt, barUnder, depthDrawing, ticksOf } from './depth-drawing';
import { depthCsv, depthLines, flowView, ledgerView } from './depth-view';

const event: LayersEvent = {
  event: 'layers',
  step: 20,
  epoch: 1,
  layers: ['conv1', 'layer1.0.conv1', 'layer2.0.conv1', 'fc'],
  gradientNorms: [1e-4, 0.01, 0.1, 2],
  weightNorms: [1, 2, 3, 4],
  blocks: ['layer1.0', 'layer2.0'],
  ratios: [0.5, 1.5],
  cosines: [-0.25, 0.75],
};
const moment = { responses: undefined, layers: event };
const look = {
  font: 'Inter',
  panel: '#fff',
  raised: '#eee',
  line: '#ddd',
  edge: '#888',
  text: '#000',
  muted: '#555',
  accent: '#00f',
  grid: '#eee',
  chosen: '#f80',
};

describe('the views by depth', () => {
  it('hold a quantity of every layer, logarithmic where the spread needs it', () => {
    const view = flowView(moment, 'gradient', 'fc');
    expect(view?.names).toEqual(event.layers);
    expect(view?.strips[0]).toMatchObject({
      values: event.gradientNorms,
      scale: { low: 1e-4, high: 10, logarithmic: true },
    });
    expect(flowView(moment, 'update', null)).toBeNull();
  });

  it('mark the block of the chosen layer in the ledger', () => {
    const view = ledgerView(event, 'layer2.0.conv1');
    expect(view?.chosen).toBe('layer2.0');
    expect(view?.strips.map(({ label }) => label)).toEqual(['|F(x)| / |x|', 'cosine']);
    expect(view && depthLines(view).map(({ label, cells }) => [label, ...cells.map(({ value }) => value)])).toEqual([
      ['layer1.0', 0.5, -0.25],
      ['layer2.0', 1.5, 0.75],
    ]);
    expect(ledgerView({ ...event, blocks: [], ratios: [], cosines: [] }, null)).toBeNull();
  });

  it('are written with every moment', () => {
    const later = { ...event, step: 40, updateRatios: [0.1, 0.2, 0.3, 0.4] };
    const lines = depthCsv([event, later], 'flow').trim().split('\r\n');
    expect(lines[0]?.split(',').slice(-2)).toEqual(['weight norm at step 40', 'update ratio at step 40']);
    expect(lines[4]).toBe('fc,2,4,,2,4,0.4');
    expect(depthCsv([event], 'ledger')).toBe(
      'block,ratio at step 20,cosine at step 20\r\nlayer1.0,0.5,-0.25\r\nlayer2.0,1.5,0.75\r\n',
    );
  });
});

describe('depthDrawing', () => {
  it('draws a bar a block in each strip, the chosen one in its own colour, and names the stages', () => {
    const view = ledgerView(event, 'layer2.0');
    if (!view) throw new Error('no ledger');
    const { marks } = depthDrawing(view, 300, 200, look);
    const bars = marks.flatMap((mark) => (mark.kind === 'box' ? [mark] : []));
    expect(bars.map(({ fill }) => fill)).toEqual(['#00f', '#f80', '#00f', '#f80']);
    // Below zero and above it.
    expect((bars[2]?.y ?? 0) - 0).toBeGreaterThan(bars[3]?.y ?? Infinity);
    const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toEqual(expect.arrayContaining(['layer1', 'layer2', 'layer2.0 1.5', 'layer2.0 0.75', '-1']));
    expect(JSON.stringify(marks)).not.toMatch(/null|NaN/);
  });

  it('finds the bar under the pointer', () => {
    for (const index of [0, 3, 9]) expect(barUnder(barAt(index, 10, 400), 10, 400)).toBe(index);
    expect([barUnder(10, 10, 400), barUnder(399, 10, 400)]).toEqual([-1, -1]);
  });

  it('has round numbers at its axes', () => {
    expect(ticksOf({ low: 0, high: 1.5, logarithmic: false })).toEqual([0, 0.5, 1, 1.5]);
    expect(ticksOf({ low: 1e-6, high: 10, logarithmic: true })).toEqual([1e-6, 1e-4, 1e-2, 1]);
    expect(ticksOf({ low: -1, high: 1, logarithmic: false })).toEqual([-1, 0, 1]);
  });
});
