import { describe, expect, it } from 'vitest';
import { depthChart } from '../../../../shared/charts/depth';
import { drawnChart, sampleLook } from '../../../../shared/charts/testing';
import type { LayersEvent } from '../../../../shared/contract/metrics';
import { depthCsv, depthLines, flowView, contributionView } from './depth-view';

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

  it('mark the block of the chosen layer in the block contribution', () => {
    const view = contributionView(event, 'layer2.0.conv1');
    expect(view?.chosen).toBe('layer2.0');
    expect(view?.strips.map(({ label }) => label)).toEqual(['|F(x)| / |x|', 'cosine']);
    expect(view && depthLines(view).map(({ label, cells }) => [label, ...cells.map(({ value }) => value)])).toEqual([
      ['layer1.0', 0.5, -0.25],
      ['layer2.0', 1.5, 0.75],
    ]);
    expect(contributionView({ ...event, blocks: [], ratios: [], cosines: [] }, null)).toBeNull();
  });

  it('are written with every moment', () => {
    const later = { ...event, step: 40, updateRatios: [0.1, 0.2, 0.3, 0.4] };
    const lines = depthCsv([event, later], 'flow').trim().split('\r\n');
    expect(lines[0]?.split(',').slice(-2)).toEqual(['weight norm at step 40', 'update ratio at step 40']);
    expect(lines[4]).toBe('fc,2,4,,2,4,0.4');
    expect(depthCsv([event], 'contribution')).toBe(
      'block,ratio at step 20,cosine at step 20\r\nlayer1.0,0.5,-0.25\r\nlayer2.0,1.5,0.75\r\n',
    );
  });
});

describe('the chart by depth', () => {
  it('draws a bar a block in each strip, the chosen one in its own colour, and names the stages', () => {
    const view = contributionView(event, 'layer2.0');
    if (!view) throw new Error('no contribution');
    const size = { width: 300, height: 200 };
    const { svg, texts, axes } = drawnChart(depthChart(view, sampleLook, size), size);
    const fills = [...svg.matchAll(/fill="(#2463d1|#b04b08)" clip/g)].map(([, fill]) => fill);
    expect(fills.sort()).toEqual(['#2463d1', '#2463d1', '#b04b08', '#b04b08']);
    expect(texts).toEqual(expect.arrayContaining(['layer1', 'layer2', 'layer2.0 1.5', 'layer2.0 0.75', '-1']));
    // Both strips have axes of their own, one below the other.
    expect(axes).toMatchObject({ y0: { high: 2 }, y1: { low: -1, high: 1 } });
    expect(svg).not.toMatch(/null|NaN/);
  });

  it('has whole powers where it is logarithmic', () => {
    const view = flowView(moment, 'gradient', null);
    if (!view) throw new Error('no flow');
    const { axes } = drawnChart(depthChart(view, sampleLook, { width: 300, height: 200 }));
    expect(axes['y0']).toMatchObject({ low: 1e-4, high: 10, ticks: ['1e-4', '0.001', '0.01', '0.1', '1', '10'] });
  });
});
