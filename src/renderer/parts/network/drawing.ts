import type { Network } from '../../../shared/network/build';
import { formatCount } from '../../text/format';
import { words } from '../../text/words.svelte';
import type { Layout, Part, PlacedEdge, PlacedNode } from './layout';
import { blockBox, shortcutSigns } from './paths';
import { formatColour, type Rgb, textOn } from '../../../shared/charts/ramp';
import { amountsOf, formatAmount, formatShape, labelOf } from './words';

/** One mark of a picture, in pixels. */
export type Mark =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke: string;
    }
  | { readonly kind: 'path'; readonly d: string; readonly stroke: string; readonly width: number }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: string;
    }
  | {
      readonly kind: 'ramp';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly from: string;
      readonly to: string;
    };

/** A picture that is written as vectors or as pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly font: string;
  readonly marks: readonly Mark[];
}

/** What a picture of a network is painted with. */
export interface Palette {
  readonly font: string;
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
}

export interface PictureLegend {
  readonly title: string;
  /** "Gradient norm, epoch 3, step 1,266"; null where nothing is measured. */
  readonly quantity: string | null;
  readonly ends: readonly [string, string];
  readonly ramp: readonly [Rgb, Rgb];
}

const margin = 16;
const head = 62;

type Box = Extract<Mark, { kind: 'box' }>;

const looks: Partial<
  Record<PlacedNode['look'], { readonly x: number; readonly width: number; readonly radius: number }>
> = {
  stack: { x: 34, width: 160, radius: 5 },
  stage: { x: 9, width: 202, radius: 8 },
  block: { x: 50, width: 128, radius: 5 },
  openBlock: { x: 30, width: 160, radius: 5 },
  addition: { x: 104, width: 20, radius: 10 },
};

function boxOf({ look, level, x, y, width, height }: PlacedNode): Omit<Box, 'kind' | 'fill' | 'stroke'> {
  if (look === 'shortcut' || look === 'frame') return { x, y, width, height, radius: look === 'frame' ? 9 : 5 };
  const found = looks[look] ?? (level === 3 ? { x: 50, width: 128, radius: 5 } : { x: 34, width: 160, radius: 5 });
  return { ...found, y, height };
}

function figures(part: Part, y: number, width: number, fill: string): Mark[] {
  const { shape, parameters, multiplyAdds } = amountsOf(part);
  const columns: readonly [string, number][] = [
    [formatShape(shape), width - 122],
    [parameters > 0 ? formatCount(parameters) : '', width - 56],
    [multiplyAdds > 0 ? formatAmount(multiplyAdds) : '', width],
  ];
  return columns
    .filter(([text]) => text !== '')
    .map(([text, x]) => ({ kind: 'text', x, y, text, size: 11.5, bold: false, anchor: 'end', fill }));
}

function nodeMarks(node: PlacedNode, network: Network, width: number, palette: Palette, own: Rgb | null): Mark[] {
  const { look, part, y, height } = node;
  const middle = y + height / 2 + 4;
  const text = (content: string, x: number, fill: string, bold = false, size = 12): Mark => ({
    kind: 'text',
    x,
    y: middle,
    text: content,
    size,
    bold,
    anchor: 'middle',
    fill,
  });
  if (look === 'input' || look === 'output') {
    const shown = look === 'input' ? formatShape(network.inputShape) : words.architecture.classes(network.classes);
    return [text(shown, 114, palette.muted)];
  }
  const box = boxOf(node);
  const circled = look === 'addition' || look === 'shortcut';
  const fill = own
    ? formatColour(own)
    : circled
      ? palette.panel
      : look === 'openBlock'
        ? palette.panel
        : palette.raised;
  const stroke = circled ? palette.accent : own ? fill : palette.line;
  const marks: Mark[] = [{ kind: 'box', ...box, fill, stroke }];
  if (!part) return marks;
  if (look === 'stack')
    marks.unshift({ kind: 'box', ...box, x: box.x + 4, y: box.y + 4, fill: palette.panel, stroke: palette.edge });
  const ink = circled ? palette.accent : own ? formatColour(textOn(own)) : palette.text;
  const label = look === 'addition' ? '+' : labelOf(part, look === 'stack');
  marks.push(text(label, box.x + box.width / 2, ink, part.kind === 'stage' || circled, circled ? 10.5 : 12));
  return look === 'shortcut' || look === 'openBlock'
    ? marks
    : [...marks, ...figures(part, middle, width, palette.muted)];
}

/** What a shortcut around a folded block is, beside its arc. */
function signMarks({ kind, target, block }: PlacedEdge, nodes: ReadonlyMap<string, PlacedNode>, fill: string): Mark[] {
  const [node, text] = [nodes.get(target), shortcutSigns[kind]];
  if (!node || target !== block || text === undefined) return [];
  const y = node.y + node.height / 2 + 4;
  return [{ kind: 'text', x: blockBox.x - 20, y, text, size: 10.5, bold: true, anchor: 'end', fill }];
}

function edgeMark({ kind, path }: PlacedEdge, { accent, edge }: Palette): Mark {
  return { kind: 'path', d: path, stroke: kind === 'flow' ? edge : accent, width: kind === 'flow' ? 1 : 1.5 };
}

function legendMarks({ title, quantity, ends, ramp }: PictureLegend, width: number, palette: Palette): Mark[] {
  const line = (text: string, x: number, y: number, anchor: 'start' | 'end', bold = false): Mark => ({
    kind: 'text',
    x,
    y,
    text,
    size: bold ? 14 : 11.5,
    bold,
    anchor,
    fill: bold ? palette.text : palette.muted,
  });
  const { outputHead, parametersHead, multiplyAddsHead } = words.architecture;
  const marks = [line(title, 0, 12, 'start', true), line(outputHead, width - 122, 46, 'end')];
  marks.push(line(parametersHead, width - 56, 46, 'end'), line(multiplyAddsHead, width, 46, 'end'));
  if (quantity === null) return marks;
  const [from, to] = ramp.map(formatColour) as [string, string];
  const bar: Mark = { kind: 'ramp', x: width - 130, y: 22, width: 80, height: 8, from, to };
  return [
    ...[...marks, line(quantity, 0, 30, 'start'), bar],
    ...[line(ends[0], width - 136, 30, 'end'), line(ends[1], width - 44, 30, 'start')],
  ];
}

/** Moved by whole groups: every mark but paths, which are moved where they are written. */
function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind === 'path') return { ...mark, d: movedPath(mark.d, x, y) };
  return { ...mark, x: mark.x + x, y: mark.y + y };
}

/** A path of absolute commands M, H, V, Q and C moved. */
export function movedPath(d: string, x: number, y: number): string {
  return d.replace(/([MHVQC])([^MHVQC]*)/g, (_, command: string, rest: string) => {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const shift = (index: number) => (command === 'V' ? y : command === 'H' ? x : index % 2 === 0 ? x : y);
    return `${command}${numbers.map((number, index) => number + shift(index)).join(' ')}`;
  });
}

/** The whole network as it is unfolded, with its legend. */
export function drawingOf(
  { nodes, edges, height }: Layout,
  network: Network,
  width: number,
  palette: Palette,
  legend: PictureLegend,
  colour: (part: Part) => Rgb | null,
): Drawing {
  const frames = nodes.filter(({ look }) => look === 'frame');
  const others = nodes.filter(({ look }) => look !== 'frame');
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = ({ part, unfolded }: PlacedNode) => (part && unfolded !== true ? colour(part) : null);
  const marks = [
    ...frames.flatMap((node) => nodeMarks(node, network, width, palette, null)),
    ...edges.map((edge) => edgeMark(edge, palette)),
    ...edges.flatMap((edge) => signMarks(edge, byId, palette.accent)),
    ...others.flatMap((node) => nodeMarks(node, network, width, palette, own(node))),
  ];
  return {
    width: width + 2 * margin,
    height: height + head + 2 * margin,
    ground: palette.panel,
    font: palette.font,
    marks: [
      ...legendMarks(legend, width, palette).map((mark) => moved(mark, margin, margin)),
      ...marks.map((mark) => moved(mark, margin, margin + head)),
    ],
  };
}
