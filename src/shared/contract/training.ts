import { z } from 'zod';
import { fieldNames, fields, floatTypes, namesOf, type FieldName, type Fields, type NamesOf } from '../recipe/fields';

export type { Warmup } from '../recipe/text';

type SchemaOf<Name extends FieldName> = Fields[Name]['schema'];
/** With the default, where the value has one. */
type DefaultedOf<Name extends FieldName> = Fields[Name] extends { readonly default: unknown }
  ? z.ZodDefault<SchemaOf<Name>>
  : SchemaOf<Name>;

/** The schemas of values, as the properties of an object. */
function schemasOf<Name extends FieldName>(names: readonly Name[]): { [Each in Name]: SchemaOf<Each> } {
  return Object.fromEntries(names.map((name) => [name, fields[name].schema])) as { [Each in Name]: SchemaOf<Each> };
}

/** The same, where a value that is left out has its default. */
function defaultedOf<Name extends FieldName>(names: readonly Name[]): { [Each in Name]: DefaultedOf<Each> } {
  const defaulted = names.map((name) => {
    const field = fields[name];
    const schema: z.ZodType = field.schema;
    return [name, 'default' in field ? schema.default(field.default) : schema] as const;
  });
  return Object.fromEntries(defaulted) as { [Each in Name]: DefaultedOf<Each> };
}

export const floatTypeSchema = z.enum(floatTypes);
export const augmentationSchema = fields.augmentation.schema;
export type Augmentation = z.infer<typeof augmentationSchema>;
export type ScheduleKind = z.infer<SchemaOf<'schedule'>>;
export const recipeSchema = z.enum(['paper', 'slides', 'paper-cifar', 'paper-imagenet', 'quick', 'fine-tune']);
export type RecipeName = z.infer<typeof recipeSchema>;

/** What a recipe decides of a run, and what may be chosen otherwise for each. */
export const recipeValuesSchema = z.object(schemasOf(namesOf('recipe')));

/** Passes over the training split, or steps. */
export const lengthSchema = z.object(schemasOf(namesOf('length')));

/** What decides a run besides the recipe's values and its length. */
export const trainingBasisSchema = z.object({
  /** `resnet20`, `plain56`, ... */
  variant: z.string(),
  /** Left out: as the network's family has it. */
  ...z.object(schemasOf(namesOf('network'))).partial().shape,
  ...defaultedOf(namesOf('run')),
});

/** Everything that decides how a run trains; what runs of earlier versions did not have is off. */
export const trainingSchema = z.object({
  ...trainingBasisSchema.shape,
  ...lengthSchema.shape,
  ...defaultedOf(namesOf('recipe')),
});
export type Training = z.infer<typeof trainingSchema>;

/** The values that the form of a new run shows. */
export type FormName = {
  [Name in FieldName]: Fields[Name] extends { readonly form: string } ? Name : never;
}[FieldName];
export const formNames = fieldNames.filter((name): name is FormName => 'form' in fields[name]);

/** Those of them that a recipe, the dataset or the network sets until they are chosen otherwise. */
export type ChangeName = Exclude<FormName, NamesOf<'run'>>;
export const changeNames = formNames.filter((name): name is ChangeName => fields[name].scope !== 'run');

/** Those of them that hold whatever the recipe. */
export type RunChoiceName = Extract<FormName, NamesOf<'run'>>;
export const runChoiceNames = formNames.filter((name): name is RunChoiceName => fields[name].scope === 'run');

/** What the form of a new run held last of them. */
export const formChoicesSchema = z.object({
  ...schemasOf(runChoiceNames),
  /** What was chosen otherwise than the recipe has it. */
  changes: z.object(schemasOf(changeNames)).partial(),
});
