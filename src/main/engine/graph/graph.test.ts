import { describe, expect, it } from 'vitest';
import { Graph } from './graph';
import { binary, split } from './operations';
import { encodeSavedModel } from './saved-model';

describe('Graph', () => {
  it('names nodes by scope and op, each once', () => {
    const graph = new Graph();
    const input = graph.placeholder('input', 'float32', [-1, 2]);
    const twice = graph.inScope('a', () => graph.inScope('b', () => binary(graph, 'AddV2', input, input)));
    const again = graph.inScope('a', () => graph.inScope('b', () => binary(graph, 'AddV2', twice, input)));
    expect([input.name, twice.name, again.name]).toEqual(['input', 'a/b/AddV2', 'a/b/AddV2_1']);
    expect(graph.nodes.at(-1)?.input).toEqual(['a/b/AddV2', 'input']);
  });

  it('shares equal constants, and tells types and shapes apart', () => {
    const graph = new Graph();
    expect(graph.integers([1, 2])).toBe(graph.inScope('a', () => graph.integers([1, 2])));
    const others = [graph.integers([1, 2], [2, 1]), graph.floats([1, 2]), graph.integers([12])];
    expect(new Set([graph.integers([1, 2]), ...others].map(({ name }) => name)).size).toBe(4);
  });

  it('numbers the outputs of a node, and waits by control inputs', () => {
    const graph = new Graph();
    const vector = graph.placeholder('vector', 'float32', [5]);
    const pieces = split(graph, vector, [2, 3]);
    expect(pieces.map(({ name }) => name)).toEqual(['SplitV', 'SplitV:1']);
    const last = graph.waitFor(vector, ['SplitV'], 'last');
    expect(graph.nodes.find(({ name }) => name === last.name)?.input).toEqual(['vector', '^SplitV']);
  });
});

describe('encodeSavedModel', () => {
  it('writes the bytes that TensorFlow documents', () => {
    const graph = new Graph();
    graph.placeholder('x', 'int32', [-1]);
    const bytes = Buffer.from(encodeSavedModel(graph.nodes)).toString('hex');
    // Schema version 1; tag "serve"; node x of op Placeholder; dtype DT_INT32 (3); a shape of one dimension, -1.
    expect(bytes.startsWith('0801')).toBe(true);
    expect(bytes).toContain('2205' + Buffer.from('serve').toString('hex'));
    expect(bytes).toContain('0a0178' + '120b' + Buffer.from('Placeholder').toString('hex'));
    expect(bytes).toContain('0a05' + Buffer.from('dtype').toString('hex') + '1202' + '3003');
    expect(bytes).toContain('3a0d' + '120b' + '08' + 'ff'.repeat(9) + '01');
  });
});
