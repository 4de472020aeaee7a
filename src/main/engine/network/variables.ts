import type { Network } from '../../../shared/architecture/build';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import { FlatVariable } from './flat-variable';
import { momentumName, networkParameters, trainedGroups, type Group, type Parameter } from './parameters';

const momentumOf = (parameter: Parameter): Parameter => ({
  ...parameter,
  name: momentumName(parameter.name),
  initial: { value: 0 },
});

/** The flat variables of a network, and its parameters cut out of them. */
export class Variables {
  readonly statistics: FlatVariable;
  /** Each trained group with its momentum buffer, in the order of `trainedGroups`. */
  readonly trained: readonly { readonly group: Group; readonly value: FlatVariable; readonly velocity: FlatVariable }[];
  /** Parameters and running statistics by name. */
  readonly parameters: ReadonlyMap<string, Tensor>;

  constructor(
    graph: Graph,
    network: Network,
    readonly activationType: FloatType,
  ) {
    const all = networkParameters(network);
    const inGroup = (group: Group): Parameter[] => all.filter((parameter) => parameter.group === group);
    this.trained = trainedGroups.map((group) => ({
      group,
      value: new FlatVariable(graph, group, inGroup(group)),
      velocity: new FlatVariable(graph, momentumName(group), inGroup(group).map(momentumOf)),
    }));
    this.statistics = new FlatVariable(graph, 'statistics', inGroup('statistics'));
    this.parameters = new Map(
      [...this.trained.map(({ value }) => value), this.statistics].flatMap((variable) => [
        ...variable.cut(this.typeOf(variable.name)),
      ]),
    );
  }

  /** The type in which the layers compute with what lies in that variable. */
  typeOf(group: string): FloatType {
    return group === 'kernels' ? this.activationType : 'float32';
  }

  /** Everything that a checkpoint holds. */
  get all(): FlatVariable[] {
    return [...this.trained.flatMap(({ value, velocity }) => [value, velocity]), this.statistics];
  }
}
