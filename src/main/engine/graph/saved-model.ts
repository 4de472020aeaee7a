import protobuf from 'protobufjs';
import type { GraphNode } from './graph';

/** The fields that are written of TensorFlow's messages: saved_model, meta_graph, graph, node_def, attr_value, tensor. */
const schema = `
  syntax = "proto3";
  message SavedModel { int64 saved_model_schema_version = 1; repeated MetaGraphDef meta_graphs = 2; }
  message MetaInfoDef { repeated string tags = 4; }
  message MetaGraphDef { MetaInfoDef meta_info_def = 1; GraphDef graph_def = 2; }
  message VersionDef { int32 producer = 1; }
  message GraphDef { repeated NodeDef node = 1; VersionDef versions = 4; }
  message NodeDef { string name = 1; string op = 2; repeated string input = 3; map<string, AttrValue> attr = 5; }
  message Dim { int64 size = 1; }
  message TensorShapeProto { repeated Dim dim = 2; }
  message TensorProto { int32 dtype = 1; TensorShapeProto tensor_shape = 2; bytes tensor_content = 4; }
  message ListValue { repeated int64 i = 3; }
  message AttrValue {
    oneof value {
      ListValue list = 1;
      bytes s = 2;
      int64 i = 3;
      float f = 4;
      bool b = 5;
      int32 type = 6;
      TensorShapeProto shape = 7;
      TensorProto tensor = 8;
    }
  }
`;

const savedModel = protobuf.parse(schema).root.lookupType('SavedModel');

/** Version of the graph format whose rules TensorFlow applies; TensorFlow 2.13's. */
const graphVersion = 1482;

/** Tag by which the graph is loaded. */
export const savedModelTag = 'serve';

/** The bytes of saved_model.pb for a graph. */
export function encodeSavedModel(nodes: readonly GraphNode[]): Uint8Array {
  const metaGraph = {
    metaInfoDef: { tags: [savedModelTag] },
    graphDef: { node: nodes, versions: { producer: graphVersion } },
  };
  return savedModel.encode({ savedModelSchemaVersion: 1, metaGraphs: [metaGraph] }).finish();
}
