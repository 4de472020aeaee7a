import { type Figure, haloWidth, type Mark } from '../../../shared/charts/marks';
import { painted } from './painted';

function paint(context: CanvasRenderingContext2D, mark: Mark, font: string): void {
  if (mark.kind === 'text') {
    context.font = `${mark.bold ? '650 ' : ''}${mark.size}px ${font}`;
    context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
    context.fillStyle = mark.fill;
    context.save();
    context.translate(mark.x, mark.y);
    if (mark.turned) context.rotate(-Math.PI / 2);
    if (mark.halo !== undefined) {
      [context.strokeStyle, context.lineWidth, context.lineJoin] = [mark.halo, haloWidth, 'round'];
      context.setLineDash([]);
      context.strokeText(mark.text, 0, 0);
    }
    context.fillText(mark.text, 0, 0);
    context.restore();
    return;
  }
  const path = new Path2D(mark.d);
  if (mark.kind === 'area') {
    context.fillStyle = mark.fill;
    context.fill(path);
    return;
  }
  context.globalAlpha = mark.opacity;
  context.strokeStyle = mark.stroke;
  context.lineWidth = mark.width;
  context.lineJoin = 'round';
  context.setLineDash([...mark.dash]);
  context.stroke(path);
  context.globalAlpha = 1;
}

/** A figure as PNG. @throws Error where it cannot be painted. */
export function figurePicture(figure: Figure): Promise<Blob> {
  return painted(figure, (context) => {
    for (const mark of figure.marks) paint(context, mark, figure.font);
  });
}
