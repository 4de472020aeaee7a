import { painted } from '../charts/painted';
import type { Drawing, Mark } from './drawing';

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
    case 'ramp': {
      const { x, y, width, height, from, to } = mark;
      const stops = `<stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`;
      return `<defs><linearGradient id="ramp">${stops}</linearGradient></defs><rect x="${short(x)}" y="${short(y)}" width="${width}" height="${height}" rx="4" fill="url(#ramp)"/>`;
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
    const { x, y, width, height } = mark;
    context.beginPath();
    context.roundRect(x, y, width, height, mark.kind === 'ramp' ? 4 : mark.radius);
    if (mark.kind === 'ramp') {
      const gradient = context.createLinearGradient(x, 0, x + width, 0);
      gradient.addColorStop(0, mark.from);
      gradient.addColorStop(1, mark.to);
      context.fillStyle = gradient;
    } else context.fillStyle = mark.fill;
    context.fill();
    if (mark.kind !== 'box') return;
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
