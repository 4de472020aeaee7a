import { type Figure, haloWidth, type Mark } from '../../../shared/figure/marks';

/** Twice as many pixels as on screen, for print. */
const sharpness = 2;

function paint(context: CanvasRenderingContext2D, mark: Mark, font: string): void {
  if (mark.kind === 'text') {
    context.font = `${mark.bold ? '650 ' : ''}${mark.size}px ${font}`;
    context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
    if (mark.halo !== undefined) {
      [context.strokeStyle, context.lineWidth, context.lineJoin] = [mark.halo, haloWidth, 'round'];
      context.setLineDash([]);
      context.strokeText(mark.text, mark.x, mark.y);
    }
    context.fillStyle = mark.fill;
    context.fillText(mark.text, mark.x, mark.y);
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
export function figurePicture({ width, height, ground, font, marks }: Figure): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(width * sharpness), Math.ceil(height * sharpness)];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw the picture on');
  context.scale(sharpness, sharpness);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (const mark of marks) paint(context, mark, font);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be written'))),
      'image/png',
    );
  });
}
