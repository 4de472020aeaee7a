import type { Network } from '../../../shared/architecture/build';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import { FlatVariable } from './flat-variable';
import { momentumName, networkParameters, trainedGroups, type Group, type Parameter } from './parameters';

/**
 * How many parameters lie in one flat variable at most. TensorFlow infers the shape of a node again for each of its
 * inputs, which takes minutes where one node joins the thousand gradients of ResNet-1202.
 */
const parametersPerVariable = 64;

/** A flat variable that is trained, and its momentum buffer. */
interface TrainedVariable {
  readonly group: Group;
  readonly value: FlatVariable;
  readonly velocity: FlatVariable;
}

const momentumOf = (parameter: Parameter): Parameter => ({
  ...parameter,
  name: momentumName(parameter.name),
  initial: { value: 0 },
});

/** The parameters of a group, as many as lie in one variable at a time, with a name for the variable. */
function portions(all: readonly Parameter[], group: Group): { name: string; parameters: Parameter[] }[] {
  const members = all.filter((parameter) => parameter.group === group);
  const count = Math.ceil(members.length / parametersPerVariable);
  return Array.from({ length: count }, (_, index) => ({
    name: `${group}.${index}`,
    parameters: members.slice(index * parametersPerVariable, (index + 1) * parametersPerVariable),
  }));
}

/** The flat variables of a network, and its parameters cut out of them. */
export class Variables {
  readonly trained: readonly TrainedVariable[];
  readonly statistics: readonly FlatVariable[];
  /** Parameters and running statistics by name. */
  readonly parameters: ReadonlyMap<string, Tensor>;

  constructor(
    graph: Graph,
    network: Network,
    readonly activationType: FloatType,
  ) {
    const all = networkParameters(network);
    this.trained = trainedGroups.flatMap((group) =>
      portions(all, group).map(({ name, parameters }) => ({
        group,
        value: new FlatVariable(graph, name, parameters),
        velocity: new FlatVariable(graph, momentumName(name), parameters.map(momentumOf)),
      })),
    );
    this.statistics = portions(all, 'statistics').map(
      ({ name, parameters }) => new FlatVariable(graph, name, parameters),
    );
    this.parameters = new Map([
      ...this.trained.flatMap(({ group, value }) => [...value.cut(this.typeOf(group))]),
      ...this.statistics.flatMap((variable) => [...variable.cut('float32')]),
    ]);
  }

  /** The type in which the layers compute with the parameters of a group. */
  typeOf(group: Group): FloatType {
    return group === 'kernels' ? this.activationType : 'float32';
  }

  /** Everything that a checkpoint holds. */
  get all(): FlatVariable[] {
    return [...this.trained.flatMap(({ value, velocity }) => [value, velocity]), ...this.statistics];
  }
}
