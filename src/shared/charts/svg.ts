import type { Figure, Mark } from './marks';
import { haloWidth, short } from './marks';

/** Text as it may stand between tags and in attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function markText(mark: Mark): string {
  if (mark.kind === 'area') return `<path d="${mark.d}" fill="${mark.fill}"/>`;
  if (mark.kind === 'line') {
    const dash = mark.dash.length > 0 ? ` stroke-dasharray="${mark.dash.join(' ')}"` : '';
    const opacity = mark.opacity < 1 ? ` stroke-opacity="${mark.opacity}"` : '';
    return `<path d="${mark.d}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}" stroke-linejoin="round"${dash}${opacity}/>`;
  }
  const { x, y, text, size, bold, anchor, fill, halo, turned } = mark;
  const weight = bold ? ' font-weight="650"' : '';
  const around = halo
    ? ` stroke="${halo}" stroke-width="${haloWidth}" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const turn = turned ? ` transform="rotate(-90 ${short(x)} ${short(y)})"` : '';
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}"${weight} text-anchor="${anchor}" fill="${fill}"${around}${turn}>${escapeText(text)}</text>`;
}

/**
 * A figure as SVG: text stays text, and lines stay lines.
 * @param title What is seen, for whoever does not see it.
 */
export function figureSvg({ width, height, ground, font, marks }: Figure, title: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeText(font)}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...marks.map(markText),
    '</svg>\n',
  ].join('\n');
}
