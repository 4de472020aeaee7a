import { describe, expect, it } from 'vitest';
import type { ResponsesEvent } from '../../../shared/contract/metrics';
import { barView, responsesAt, responsesCsv, responseTop } from './response-bars';

const moment = (step: number, standardDeviations: number[]): ResponsesEvent => ({
  event: 'responses',
  step,
  epoch: 1,
  standardDeviations,
  layers: ['conv1', 'layer1.0.conv1', 'layer1.0.conv2', 'layer2.0.conv1'],
});
const history = [moment(0, [1, 1, 1, 1]), moment(40, [1.4, 0.6, 0.2, 0.8]), moment(80, [1.2, 0.5, 0.3, 0.9])];
const middle = responsesAt(history, 40) ?? moment(0, []);

describe('barView', () => {
  it('keeps the order of the layers and names the stages', () => {
    const view = barView(middle, 1.5, 'order', 'layer1.0.conv2');
    expect(view.bars.map(({ value }) => value)).toEqual([1.4, 0.6, 0.2, 0.8]);
    expect(view.groups).toEqual(['', 'layer1', '', 'layer2']);
    expect(view).toMatchObject({ chosen: 'layer1.0.conv2', top: 1.5 });
  });

  it('has another run over the layers of the same name', () => {
    const laid = {
      name: 'Plain-20, epoch 1',
      moment: { ...moment(40, [0.7, 0.4]), layers: ['conv1', 'layer2.0.conv1'] },
    };
    const view = barView(middle, 1.5, 'order', null, laid);
    expect(view.overlaid).toBe('Plain-20, epoch 1');
    expect(view.bars.map(({ over }) => over)).toEqual([0.7, null, null, 0.4]);
    expect(barView(middle, 1.5, 'order', null).overlaid).toBeNull();
  });

  it('sorts by size', () => {
    const view = barView(middle, 1.5, 'size', null);
    expect(view.bars.map(({ id }) => id)).toEqual(['conv1', 'layer2.0.conv1', 'layer1.0.conv1', 'layer1.0.conv2']);
    expect(view.groups.join('')).toBe('');
  });
});

describe('responsesAt', () => {
  it('is the newest, or the first from a step on', () => {
    expect(responsesAt(history, null)?.step).toBe(80);
    expect(responsesAt(history, 0)?.step).toBe(0);
    expect(responsesAt(history, 1)?.step).toBe(40);
    expect(responsesAt([], null)).toBeUndefined();
  });
});

describe('responsesCsv', () => {
  it('has a row a layer and a column a moment', () => {
    const [header, first] = responsesCsv(history).split('\r\n');
    expect(header).toBe('layer,step 0,step 40,step 80');
    expect(first).toBe('conv1,1,1.4,1.2');
    expect(responsesCsv([])).toBe('layer\r\n');
  });

  it('has all moments of the run that is laid over it', () => {
    const other = { name: 'Plain', history: [moment(0, [2, 2, 2, 2]), moment(30, [3, 4, 5, 6])] };
    const [header, first, second] = responsesCsv(history, other).split('\r\n');
    expect(header).toBe('layer,step 0,step 40,step 80,"Plain, step 0","Plain, step 30"');
    expect(first).toBe('conv1,1,1.4,1.2,2,3');
    expect(second).toBe('layer1.0.conv1,1,0.6,0.5,2,4');
  });
});

describe('responseTop', () => {
  it('is a round number above all responses of the moment', () => {
    expect(history.map((moment) => responseTop(moment))).toEqual([1.2, 1.5, 1.5]);
    expect(responseTop(undefined)).toBe(1);
    expect(responseTop(moment(0, [0, 0, 0, 0]))).toBe(1);
  });
});
