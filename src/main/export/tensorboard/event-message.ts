import protobuf from 'protobufjs';
import { maskedCrc32c } from './crc32c';

/** The fields that are written of TensorFlow's messages: event, summary, graph, node_def, attr_value, tensor_shape. */
const schema = `
  syntax = "proto3";
  message Event {
    double wall_time = 1;
    int64 step = 2;
    oneof what {
      string file_version = 3;
      bytes graph_def = 4;
      Summary summary = 5;
      SessionLog session_log = 7;
    }
  }
  message SessionLog { int32 status = 1; }
  message Summary { repeated Value value = 1; }
  message Value { string tag = 1; oneof value { float simple_value = 2; HistogramProto histo = 5; } }
  message HistogramProto {
    double min = 1;
    double max = 2;
    double num = 3;
    double sum = 4;
    double sum_squares = 5;
    repeated double bucket_limit = 6;
    repeated double bucket = 7;
  }
  message GraphDef { repeated NodeDef node = 1; }
  message NodeDef { string name = 1; string op = 2; repeated string input = 3; map<string, AttrValue> attr = 5; }
  message Dim { int64 size = 1; }
  message TensorShapeProto { repeated Dim dim = 2; }
  message ListValue { repeated TensorShapeProto shape = 7; }
  message AttrValue { oneof value { ListValue list = 1; } }
`;

const { root } = protobuf.parse(schema);
const eventType = root.lookupType('Event');
const graphType = root.lookupType('GraphDef');

/** One value of a curve. */
export interface Scalar {
  /** Name of the curve; what stands before its first slash groups curves. */
  readonly tag: string;
  readonly value: number;
}

/** Values counted in equal spans from `low` to `high`. */
export interface TaggedHistogram {
  readonly tag: string;
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
}

/** A node of the graph that TensorBoard draws; slashes in names nest. */
export interface DrawnNode {
  readonly name: string;
  readonly op: string;
  /** Names of nodes. */
  readonly input: readonly string[];
  /** Of the output; -1 stands for the batch. */
  readonly shape: readonly number[];
}

/** What an event file holds. */
export type EventContent =
  | { readonly kind: 'version' }
  /** What is already told of that step and later ones is void, but for the first of these events. */
  | { readonly kind: 'start'; readonly step: number }
  | { readonly kind: 'graph'; readonly nodes: readonly DrawnNode[] }
  | { readonly kind: 'scalars'; readonly step: number; readonly scalars: readonly Scalar[] }
  | { readonly kind: 'histograms'; readonly step: number; readonly histograms: readonly TaggedHistogram[] };

/** SessionLog.START */
const sessionStart = 1;

function encodeGraph(nodes: readonly DrawnNode[]): Uint8Array {
  const node = nodes.map(({ name, op, input, shape }) => {
    const dim = shape.map((size) => ({ size }));
    return { name, op, input, attr: { _output_shapes: { list: { shape: [{ dim }] } } } };
  });
  return graphType.encode({ node }).finish();
}

/** The sums are those of values in the middle of their spans. */
function histogramFields({ low, high, counts }: TaggedHistogram): Record<string, unknown> {
  const width = (high - low) / counts.length;
  const sum = (power: number): number =>
    counts.reduce((total, count, index) => total + count * (low + width * (index + 0.5)) ** power, 0);
  return {
    min: low,
    max: high,
    num: sum(0),
    sum: sum(1),
    sumSquares: sum(2),
    bucketLimit: counts.map((_, index) => low + width * (index + 1)),
    bucket: counts,
  };
}

function fieldsOf(content: EventContent): Record<string, unknown> {
  switch (content.kind) {
    case 'version':
      return { fileVersion: 'brain.Event:2' };
    case 'start':
      return { step: content.step, sessionLog: { status: sessionStart } };
    case 'graph':
      return { graphDef: encodeGraph(content.nodes) };
    case 'scalars':
      return {
        step: content.step,
        summary: { value: content.scalars.map(({ tag, value }) => ({ tag, simpleValue: value })) },
      };
    case 'histograms':
      return {
        step: content.step,
        summary: { value: content.histograms.map((each) => ({ tag: each.tag, histo: histogramFields(each) })) },
      };
  }
}

/**
 * One record of an event file: the length, its masked CRC-32C, the message Event, and its masked CRC-32C
 * (TensorFlow's TFRecord format).
 * @param wallTime Seconds since 1970.
 */
export function encodeEvent(wallTime: number, content: EventContent): Uint8Array {
  const message = eventType.encode({ wallTime, ...fieldsOf(content) }).finish();
  const record = Buffer.alloc(16 + message.length);
  record.writeBigUInt64LE(BigInt(message.length));
  record.writeUInt32LE(maskedCrc32c(record.subarray(0, 8)), 8);
  record.set(message, 12);
  record.writeUInt32LE(maskedCrc32c(message), 12 + message.length);
  return record;
}
