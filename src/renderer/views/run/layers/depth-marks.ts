import { painted } from '../../../parts/charts/painted';

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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const short = (value: number): string => String(Math.round(value * 100) / 100);

function markOf(mark: Mark): string {
  switch (mark.kind) {
    case 'box': {
      const { x, y, width, height, radius, fill, stroke } = mark;
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;
    }
    case 'path':
      return `<path d="${mark.d}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}"/>`;
    case 'text': {
      const { x, y, text, size, bold, anchor, fill } = mark;
      const weight = bold ? ' font-weight="650"' : '';
      return `<text x="${short(x)}" y="${short(y)}" font-size="${size}"${weight} text-anchor="${anchor}" fill="${fill}">${escaped(text)}</text>`;
    }
  }
}

/** A picture as SVG: text stays text, and lines stay lines. @param title For whoever does not see it. */
export function svgOf({ width, height, ground, font, marks }: Drawing, title: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...marks.map(markOf),
    '</svg>\n',
  ].join('\n');
}

function paint(context: CanvasRenderingContext2D, mark: Mark, font: string): void {
  if (mark.kind === 'path') {
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.width;
    context.stroke(new Path2D(mark.d));
  } else if (mark.kind === 'text') {
    context.font = `${mark.bold ? '650 ' : ''}${mark.size}px ${font}`;
    context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
    context.fillStyle = mark.fill;
    context.fillText(mark.text, mark.x, mark.y);
  } else {
    context.beginPath();
    context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
    context.fillStyle = mark.fill;
    context.fill();
    if (mark.stroke === 'none') return;
    context.strokeStyle = mark.stroke;
    context.lineWidth = 1;
    context.stroke();
  }
}

/** @throws Error where the picture cannot be painted. */
export function pngOf(drawing: Drawing): Promise<Blob> {
  return painted(drawing, (context) => {
    for (const mark of drawing.marks) paint(context, mark, drawing.font);
  });
}
