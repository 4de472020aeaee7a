import type { RecipeName } from '../../../../shared/contract/training';
import { recipes, recipeValues, type RecipeValues } from '../../../../shared/recipe/table';
import { formatPlace, formatWarmup } from '../../../../shared/recipe/text';
import { recipes as recipeWords } from '../../../../shared/words/en/recipes';
import type { Context } from '../context';
import { formatCount, formatTable } from '../text';

const bySize = 'by the size of the dataset';
const offOr = (value: number, text = String(value)): string => (value === 0 ? 'off' : text);
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Each value as a line for people, under the name of its option. */
const lines: readonly [name: string, text: (values: RecipeValues) => string][] = [
  ['optimizer', ({ optimizer }) => optimizer],
  ['batch', ({ batch }) => (batch === null ? bySize : formatCount(batch))],
  [
    'length',
    ({ epochs, steps }) => {
      if (epochs !== null) return `${formatCount(epochs)} epochs`;
      return steps === null ? `${bySize}, about 10,000 steps` : `${formatCount(steps)} steps`;
    },
  ],
  ['learning-rate', ({ learningRate }) => String(learningRate)],
  ['schedule', ({ schedule }) => schedule],
  ['milestones', ({ schedule, milestones }) => (schedule === 'step' ? milestones.map(formatPlace).join(',') : '-')],
  ['warmup', ({ warmup }) => formatWarmup(warmup)],
  ['momentum', ({ optimizer, momentum }) => (optimizer === 'sgd' ? String(momentum) : '-')],
  ['nesterov', ({ nesterov }) => yesOrNo(nesterov)],
  ['weight-decay', ({ weightDecay }) => offOr(weightDecay)],
  ['decay-all', ({ decayAll }) => yesOrNo(decayAll)],
  ['label-smoothing', ({ labelSmoothing }) => offOr(labelSmoothing)],
  ['clip-norm', ({ clipNorm }) => offOr(clipNorm)],
  ['ema', ({ ema }) => offOr(ema)],
  ['patience', ({ patience }) => offOr(patience, `${patience} epochs`)],
  ['augmentation', ({ augmentation }) => augmentation ?? 'none below 10 epochs, standard from there on'],
];

/** Shows a recipe whole. @param variant Network whose own values are wanted, such as `resnet110`. */
export function describeRecipe(name: RecipeName, variant: string | undefined, json: boolean, context: Context): void {
  const { exceptions } = recipes[name];
  const { title, note } = recipeWords[name];
  const values = recipeValues(name, variant);
  if (json) {
    context.print(JSON.stringify({ recipe: name, title, note, variant: variant ?? null, values, exceptions }));
    return;
  }
  const rows = lines.map(([option, text]) => ({ option, value: text(values) }));
  context.print(`${title} (${name}): ${note}\n`);
  context.print(
    formatTable(rows, [
      { title: 'option', cell: ({ option }) => option },
      { title: 'value', cell: ({ value }) => value },
    ]),
  );
  if (variant !== undefined) return;
  for (const [network, changes] of Object.entries(exceptions)) {
    const changed = lines.filter(([, text]) => text({ ...values, ...changes }) !== text(values));
    const texts = changed.map(([option, text]) => `${option} ${text({ ...values, ...changes })}`);
    context.print(`for ${network}: ${texts.join(', ')}`);
  }
}
