import type { Layer } from '../../../shared/network/layer';
import {
  isIdentifier,
  isSettingName,
  runSettings,
  settingValue,
  type SettingValue,
} from '../../../shared/recipe/run-settings';
import type { ReportFormats, ReportTexts } from './format';
import { html, type Markup, table } from './markup';
import type { ReportData } from '../../../shared/runs/report-data';
import { facts } from './results';

const shownClasses = 100;

export function datasetSection({ config }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  const { name, contentHash, shape, classes, trainCount } = config.dataset;
  const more = classes.length - shownClasses;
  const [height, width, channels] = shape;
  return html`<section>
    <h2>${texts.dataset}</h2>
    ${facts([
      [texts.datasetName, name],
      [texts.pictureSize, `${width} × ${height} × ${channels}`],
      [texts.trainCount, formats.count(trainCount)],
      [texts.classCount, formats.count(classes.length)],
      [texts.contentHash, html`<code>${contentHash}</code>`],
    ])}
    <p>
      ${texts.classNames}:
      ${classes.slice(0, shownClasses).join(', ')}${more > 0 ? `, ${texts.more({ count: formats.count(more) })}` : ''}
    </p>
  </section>`;
}

function valueText(value: SettingValue, texts: ReportTexts, formats: ReportFormats): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return typeof value === 'number' && Number.isInteger(value) ? formats.count(value) : String(value);
}

/** What the run shows itself in other sections. */
const elsewhere = new Set(['dataset', 'contentHash', 'pictures', 'classes', 'trainCount', 'studioVersion', 'recipe']);

export function settingsSection({ config }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  const deviations = config.recipe?.deviations ?? {};
  const settings = runSettings(config).filter(({ name, value }) => !elsewhere.has(name) && value !== null);
  const changed = settings.filter(({ name }) => Object.hasOwn(deviations, name)).length;
  const nameOf = (name: string): string => (isSettingName(name) ? texts.settingNames[name] : name);
  const rows = settings.map(({ name, value }) => {
    const deviation = Object.hasOwn(deviations, name) ? deviations[name] : undefined;
    const recipe = deviation ? valueText(settingValue(name, deviation.recipe), texts, formats) : '';
    const reason = deviation?.reason ? `. ${formats.said(deviation.reason)}` : '';
    const own = isIdentifier(name) ? String(value) : valueText(value, texts, formats);
    return [nameOf(name), own, recipe + reason];
  });
  return html`<section>
    <h2>${texts.settings}</h2>
    ${config.recipe ? html`<p>${texts.recipeNote({ recipe: config.recipe.name, count: changed })}</p>` : null}
    ${table([{ title: texts.setting }, { title: texts.value }, { title: texts.ofRecipe }], rows, (row) =>
      Object.hasOwn(deviations, settings[row]?.name ?? ''),
    )}
  </section>`;
}

export function environmentSection({ config, made }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  return html`<section>
    <h2>${texts.environment}</h2>
    ${facts([
      [texts.trainedBy, `Residual Studio ${config.studioVersion}`],
      [texts.arithmetic, [config.training.precision, config.precisionReason].filter(Boolean).join(', ')],
      [texts.madeBy, `Residual Studio ${made.studioVersion}`],
      [texts.madeAt, formats.moment(made.at)],
      [texts.madeOn, made.machine],
    ])}
  </section>`;
}

/** Rows of the table at most; more layers are told by block, and more blocks by stage. */
const mostRows = 150;

interface Group {
  readonly name: string;
  readonly layers: Layer[];
}

function groupsBy(layers: readonly Layer[], nameOf: (layer: Layer) => string): Group[] {
  const groups: Group[] = [];
  for (const layer of layers) {
    const name = nameOf(layer);
    const last = groups.at(-1);
    if (last?.name === name) last.layers.push(layer);
    else groups.push({ name, layers: [layer] });
  }
  return groups;
}

export function architectureSection({ network }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  const levels: readonly [string, (layer: Layer) => string][] = [
    [texts.layer, ({ name }) => name],
    [texts.block, ({ block, name }) => block ?? name],
    [texts.stage, ({ stage, name }) => stage ?? name],
  ];
  const all = levels.map(([title, nameOf]) => ({ title, groups: groupsBy(network.layers, nameOf) }));
  const chosen = all.find(({ groups }) => groups.length <= mostRows) ?? all.at(-1);
  const rows = (chosen?.groups ?? []).map(({ name, layers }) => {
    const sum = (of: (layer: Layer) => number) => layers.reduce((n, l) => n + of(l), 0);
    const [first, ...more] = layers;
    return [
      name,
      first && more.length === 0 ? texts.kinds[first.kind] : formats.count(layers.length),
      (layers.at(-1)?.outputShape ?? []).join(' × '),
      formats.count(sum(({ parameters }) => parameters)),
      formats.count(sum(({ multiplyAdds }) => multiplyAdds)),
    ];
  });
  const second = chosen?.title === texts.layer ? texts.kind : `${texts.kind} / ${texts.layers}`;
  const { variant, parameters, multiplyAdds } = network;
  return html`<section>
    <h2>${texts.architecture}: ${variant.title}</h2>
    <p>
      ${texts.architectureNote({ parameters: formats.count(parameters), multiplyAdds: formats.count(multiplyAdds) })}
    </p>
    ${table(
      [
        ...[{ title: chosen?.title ?? '' }, { title: second }, { title: texts.output, isNumber: true }],
        ...[
          { title: texts.parameters, isNumber: true },
          { title: texts.multiplyAdds, isNumber: true },
        ],
      ],
      rows,
    )}
  </section>`;
}
