import type { Network } from '../../../shared/network/build';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import {
  averageName,
  averagedName,
  averageParameter,
  counterName,
  counterParameter,
  slotName,
  slotParameter,
} from './auxiliary';
import { FlatVariable } from './flat-variable';
import { networkParameters, trainedGroups, type Group, type Parameter } from './parameters';

/**
 * How many parameters lie in one flat variable at most. TensorFlow infers the shape of a node again for each of its
 * inputs, which takes minutes where one node joins the thousand gradients of ResNet-1202.
 */
const parametersPerVariable = 64;

/** A flat variable, and the moving average of it where one is kept. */
interface AveragedVariable {
  readonly value: FlatVariable;
  readonly average: FlatVariable | null;
}

/** A flat variable that is trained, and what the optimiser keeps beside it. */
interface TrainedVariable extends AveragedVariable {
  readonly group: Group;
  readonly slots: readonly FlatVariable[];
}

/** What is kept beside the parameters themselves. */
export interface VariablesOptions {
  /** Type in which the layers compute with the kernels. */
  readonly activationType: FloatType;
  /** Of the optimiser. */
  readonly slots: readonly string[];
  readonly averages: boolean;
  readonly counter: boolean;
}

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
  readonly statistics: readonly AveragedVariable[];
  /** Steps that the optimiser made; null where nothing depends on it. */
  readonly counter: FlatVariable | null;
  /** Parameters and running statistics by name, as they are trained. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  /** The same as they are evaluated and used: the averages where there are some. */
  readonly usedParameters: ReadonlyMap<string, Tensor>;
  readonly #activationType: FloatType;

  constructor(graph: Graph, network: Network, { activationType, slots, averages, counter }: VariablesOptions) {
    this.#activationType = activationType;
    const all = networkParameters(network);
    const averaged = (name: string, parameters: readonly Parameter[]): AveragedVariable => ({
      value: new FlatVariable(graph, name, parameters),
      average: averages ? new FlatVariable(graph, averageName(name), parameters.map(averageParameter)) : null,
    });
    this.trained = trainedGroups.flatMap((group) =>
      portions(all, group).map(({ name, parameters }) => ({
        ...averaged(name, parameters),
        group,
        slots: slots.map((slot) => {
          const beside = parameters.map((parameter) => slotParameter(slot, parameter));
          return new FlatVariable(graph, slotName(slot, name), beside);
        }),
      })),
    );
    this.statistics = portions(all, 'statistics').map(({ name, parameters }) => averaged(name, parameters));
    this.counter = counter ? new FlatVariable(graph, counterName, [counterParameter]) : null;
    const cut = (variableOf: (variable: AveragedVariable) => FlatVariable): [string, Tensor][] => [
      ...this.trained.flatMap((variable) => [...variableOf(variable).cut(this.typeOf(variable.group))]),
      ...this.statistics.flatMap((variable) => [...variableOf(variable).cut('float32')]),
    ];
    this.parameters = new Map(cut(({ value }) => value));
    this.usedParameters = averages
      ? new Map(cut(({ value, average }) => average ?? value).map(([name, cut]) => [averagedName(name) ?? name, cut]))
      : this.parameters;
  }

  /** The type in which the layers compute with the parameters of a group. */
  typeOf(group: Group): FloatType {
    return group === 'kernels' ? this.#activationType : 'float32';
  }

  /** Weights and running statistics as they are used: the averages where there are some. */
  get used(): FlatVariable[] {
    return [...this.trained, ...this.statistics].map(({ value, average }) => average ?? value);
  }

  /** Everything that a checkpoint holds; an average comes after what it is the average of. */
  get all(): FlatVariable[] {
    const pairs = [
      ...this.trained.flatMap(({ value, slots, average }) => [value, ...slots, average]),
      ...this.statistics.flatMap(({ value, average }) => [value, average]),
      this.counter,
    ];
    return pairs.filter((variable) => variable !== null);
  }
}
