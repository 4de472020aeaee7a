import {
  additionRadius,
  blockBox,
  centre,
  flowPath,
  foldedArc,
  layerBox,
  shortcutSigns,
  signX,
  unfoldedArc,
} from './paths';
import type { Block, Outline, ShortcutKind, Stage, Unit } from './outline';

/** What a node is about; null for the frame around a stage and for the captions. */
export type Part =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'stage'; readonly stage: Stage };

export type NodeKind =
  'input' | 'output' | 'layer' | 'stack' | 'frame' | 'stage' | 'block' | 'openBlock' | 'addition' | 'shortcut';

/** Pixels from the left edge of the drawing. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

/** A row of the drawing, in pixels from its upper left corner. */
export interface PlacedNode {
  /** Name of the stage or block, or of the unit's first layer. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly part: Part | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What is drawn of it at its height, from left to right; the figures stand beside it. */
  readonly box: Span;
  /** Depth in the tree: 1 for stem, stages and head, 2 for blocks, 3 for the layers of a block; 0 outside of it. */
  readonly level: number;
  /** Null where there is nothing to unfold. */
  readonly unfolded: boolean | null;
}

export interface PlacedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: 'flow' | ShortcutKind;
  /** SVG path in the coordinates of the drawing. */
  readonly path: string;
  /** The block that a shortcut leads around. */
  readonly block: string | null;
  /** What the shortcut of a folded block is, with the right end of its base line; null where it is an identity, or drawn. */
  readonly sign: { readonly text: string; readonly x: number; readonly y: number } | null;
}

export interface Layout {
  /** Those of the tree in the order of its items. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly height: number;
}

const heights = {
  caption: 20,
  layer: 24,
  stack: 42,
  header: 28,
  block: 20,
  addition: 2 * additionRadius,
  shortcut: 18,
};
const gaps = { layer: 8, stage: 14, block: 6, frame: 10 };
const frame = { x: 8, width: 204 };
const boxes: Record<NodeKind, Span> = {
  input: { x: 0, width: 228 },
  output: { x: 0, width: 228 },
  layer: layerBox,
  stack: layerBox,
  frame,
  stage: { x: 9, width: 202 },
  block: blockBox,
  openBlock: { x: 30, width: 160 },
  addition: { x: centre - additionRadius, width: 2 * additionRadius },
  shortcut: { x: frame.x + 3, width: 30 },
};

type Placing = Omit<PlacedNode, 'x' | 'y' | 'width' | 'box' | 'unfolded'> & Partial<PlacedNode>;

/** Places nodes from top to bottom and joins each to the one before it. */
class Column {
  readonly nodes: PlacedNode[] = [];
  readonly edges: PlacedEdge[] = [];
  readonly width: number;
  y = 0;
  #last: { id: string; bottom: number } | null = null;

  constructor(width: number) {
    this.width = width;
  }

  get last(): string {
    return this.#last?.id ?? '';
  }

  put(node: Placing): void {
    const box = node.kind === 'layer' && node.level === 3 ? blockBox : boxes[node.kind];
    this.nodes.push({ x: 0, y: this.y, width: this.width, box, unfolded: null, ...node });
  }

  /** A node of the flow over the whole width, joined to the one before. */
  flow(node: Placing, gap: number): void {
    this.put(node);
    const { id, height } = node;
    if (this.#last) {
      const path = flowPath(this.#last.bottom, this.y);
      this.edges.push({
        id: `${this.#last.id}>${id}`,
        source: this.#last.id,
        target: id,
        kind: 'flow',
        path,
        block: null,
        sign: null,
      });
    }
    this.#last = { id, bottom: this.y + height };
    this.y += height + gap;
  }
}

function placeUnits(column: Column, units: readonly Unit[], level: number): void {
  for (const unit of units) {
    const part = { kind: 'unit', unit } as const;
    column.flow({ id: unit.id, kind: 'layer', part, height: heights.layer, level }, gaps.layer);
  }
}

function placeFoldedBlock(column: Column, block: Block): void {
  const [source, top] = [column.last, column.y];
  const part = { kind: 'block', block } as const;
  column.flow({ id: block.id, kind: 'block', part, height: heights.block, level: 2, unfolded: false }, gaps.block);
  if (block.shortcut === null) return;
  const path = foldedArc(top, top + heights.block);
  const text = shortcutSigns[block.shortcut];
  const sign = text === undefined ? null : { text, x: signX, y: top + heights.block / 2 + 4 };
  column.edges.push({ ...shortcut(block, block.shortcut, source, block.id), path, sign });
}

function shortcut(
  { id }: Block,
  kind: ShortcutKind,
  source: string,
  target: string,
): Omit<PlacedEdge, 'path' | 'sign'> {
  return { id: `${id}:shortcut`, source, target, kind, block: id };
}

function placeUnfoldedBlock(column: Column, block: Block): void {
  const source = column.last;
  const part = { kind: 'block', block } as const;
  column.put({ id: block.id, kind: 'openBlock', part, height: heights.block, level: 2, unfolded: true });
  column.y += heights.block + gaps.block;
  const branch = column.y;
  column.y += gaps.layer;
  placeUnits(column, block.units, 3);
  if (block.addition === null || block.shortcut === null) return;
  const middle = column.y + additionRadius;
  const unit = block.addition;
  if (block.shortcutUnit) {
    const { x, width } = boxes.shortcut;
    const y = (branch + middle - heights.shortcut) / 2;
    const part = { kind: 'unit', unit: block.shortcutUnit } as const;
    column.put({ id: block.shortcutUnit.id, kind: 'shortcut', part, x, y, width, height: heights.shortcut, level: 3 });
  }
  column.flow(
    { id: unit.id, kind: 'addition', part: { kind: 'unit', unit }, height: heights.addition, level: 3 },
    gaps.layer,
  );
  const path = unfoldedArc(branch, middle);
  column.edges.push({ ...shortcut(block, block.shortcut, source, unit.id), path, sign: null });
}

function placeStage(column: Column, stage: Stage, unfolded: ReadonlySet<string>): void {
  const part = { kind: 'stage', stage } as const;
  if (!unfolded.has(stage.id)) {
    column.flow({ id: stage.id, kind: 'stack', part, height: heights.stack, level: 1, unfolded: false }, gaps.stage);
    return;
  }
  const top = column.y;
  const place = column.nodes.length;
  column.put({ id: stage.id, kind: 'stage', part, height: heights.header, level: 1, unfolded: true });
  column.y += heights.header + gaps.block;
  for (const block of stage.blocks) {
    if (unfolded.has(block.id)) placeUnfoldedBlock(column, block);
    else placeFoldedBlock(column, block);
  }
  const height = column.y - top + gaps.frame - gaps.block;
  const around = { id: `${stage.id}:frame`, kind: 'frame', part: null, level: 0, unfolded: null, box: frame } as const;
  column.nodes.splice(place, 0, { ...around, ...frame, y: top, height });
  column.y = top + height + gaps.stage;
}

/**
 * Places a network's parts below each other.
 * @param unfolded Names of the stages and blocks whose parts are shown.
 * @param width Of the drawing, in pixels; the columns of figures take what the boxes leave.
 */
export function layOut(outline: Outline, unfolded: ReadonlySet<string>, width: number): Layout {
  const column = new Column(width);
  const caption = { part: null, height: heights.caption, level: 0 };
  column.flow({ id: 'input', kind: 'input', ...caption }, gaps.layer);
  placeUnits(column, outline.stem, 1);
  column.y += gaps.stage - gaps.layer;
  for (const stage of outline.stages) placeStage(column, stage, unfolded);
  placeUnits(column, outline.head, 1);
  column.flow({ id: 'output', kind: 'output', ...caption }, 0);
  return { nodes: column.nodes, edges: column.edges, height: column.y };
}
