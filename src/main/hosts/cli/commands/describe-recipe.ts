import type { RecipeName } from '../../../../shared/contract/training';
import { defaultCheckpoints } from '../../../../shared/contract/run';
import { fieldOf, namesOf, type NamesOf } from '../../../../shared/recipe/fields';
import { writeField } from '../../../../shared/recipe/refusal';
import { recipes, recipeValues, type RecipeValues } from '../../../../shared/recipe/table';
import { hasEffect } from '../../../../shared/recipe/values';
import { recipes as recipeWords } from '../../../../shared/words/en/recipes';
import type { Context } from '../context';
import { flagOf } from '../field-options';
import { formatCount, formatTable } from '../text';

/** A value of a recipe for people: as its option takes it, with what it counts, or what stands for none. */
function valueText(name: NamesOf<'recipe' | 'length'>, values: RecipeValues): string {
  const field = fieldOf(name);
  const value = values[name];
  if (value === null && field.open !== undefined) return field.open;
  if (!hasEffect(name, values)) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.kind !== 'number') return writeField(name, value as never).replace(/\s/g, '');
  const text = field.limits.whole ? formatCount(Number(value)) : String(value);
  if (value === 0 && field.zeroIsOff) return 'off';
  return field.unit === undefined ? text : `${text} ${field.unit}`;
}

interface Line {
  readonly name: string;
  readonly text: (values: RecipeValues) => string;
}

/** Of epochs and steps, the one that the recipe sets. */
const length: Line = {
  name: 'length',
  text: (values) => valueText(values.steps === null ? 'epochs' : 'steps', values),
};

/** Each value under the name of its option; epochs and steps are one line. */
const lines: readonly Line[] = namesOf('recipe', 'length').flatMap((name): Line[] => {
  if (name === 'steps') return [];
  return [name === 'epochs' ? length : { name: flagOf(name), text: (values) => valueText(name, values) }];
});

/** Shows a recipe whole. @param variant Network whose own values are wanted, such as `resnet110`. */
export function describeRecipe(name: RecipeName, variant: string | undefined, json: boolean, context: Context): void {
  const { exceptions } = recipes[name];
  const { title, note } = recipeWords[name];
  const values = recipeValues(name, variant);
  if (json) {
    context.print(
      JSON.stringify({
        recipe: name,
        title,
        note,
        variant: variant ?? null,
        values,
        exceptions,
        checkpoints: defaultCheckpoints,
      }),
    );
    return;
  }
  context.print(`${title} (${name}): ${note}\n`);
  context.print(
    formatTable(lines, [
      { title: 'option', cell: (line) => line.name },
      { title: 'value', cell: (line) => line.text(values) },
    ]),
  );
  const { minutes } = defaultCheckpoints;
  context.print(
    `\nThe last checkpoint is written after each epoch, and every ${minutes} minutes (--checkpoint-minutes).`,
  );
  if (variant !== undefined) return;
  for (const [network, changes] of Object.entries(exceptions)) {
    const own = { ...values, ...changes };
    const changed = lines.filter(({ text }) => text(own) !== text(values));
    context.print(`for ${network}: ${changed.map((line) => `${line.name} ${line.text(own)}`).join(', ')}`);
  }
}
