import { textWidth } from './text';

/** Text as it may stand between tags and in attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A number in an attribute: hundredths of a pixel are enough. */
const short = (value: number): number => Math.round(value * 100) / 100;

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

const anchors: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end', end: 'end' };
/** Where the base line lies below a place that names another part of the letters, in parts of their size. */
const baselines: Partial<Record<CanvasTextBaseline, number>> = { middle: 0.36, top: 0.8, hanging: 0.74, bottom: -0.2 };

/** What `save` keeps. */
class State {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  lineCap: CanvasLineCap = 'butt';
  lineDashOffset = 0;
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  protected dash: readonly number[] = [];
  protected matrix = unmoved;
  /** Outline of the clip that is in force; null for none. Each clip of a chart lies inside the one around it. */
  protected clipped: string | null = null;
}

/** A colour "#rrggbbaa" as colour and opacity, which older readers of SVG take only apart. */
function paintOf(kind: 'fill' | 'stroke', colour: string, alpha: number): string {
  const [, solid = colour, part] = /^(#[\da-f]{6})([\da-f]{2})$/i.exec(colour) ?? [];
  const opacity = alpha * (part === undefined ? 1 : Number.parseInt(part, 16) / 255);
  return ` ${kind}="${solid}"${opacity < 1 ? ` ${kind}-opacity="${short(opacity)}"` : ''}`;
}

/**
 * A canvas that writes what is drawn on it as SVG, in which text stays text: the part of the 2D context that Chart.js
 * and our plugins use, without a page around it.
 */
export class SvgContext extends State {
  /** What Chart.js takes for the canvas. */
  readonly canvas: { width: number; height: number; getContext: () => SvgContext };
  #elements: string[] = [];
  #clips = new Map<string, string>();
  #saved: State[] = [];
  #path: string[] = [];
  #halo = { of: '', paint: '' };

  /** @param name Begins the ids in it, so that several drawings can stand in one page. */
  constructor(
    width: number,
    height: number,
    private readonly name: string,
  ) {
    super();
    this.canvas = { width, height, getContext: () => this };
  }

  /** What was drawn, without the tags around it. */
  get content(): string {
    const clips = [...this.#clips].map(([d, id]) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`);
    return [...(clips.length > 0 ? [`<defs>${clips.join('')}</defs>`] : []), ...this.#elements].join('\n');
  }

  save(): void {
    this.#saved.push(Object.assign(new State(), this));
  }
  restore(): void {
    Object.assign(this, this.#saved.pop() ?? new State());
  }

  setTransform(...matrix: [number, number, number, number, number, number]): void {
    this.matrix = matrix;
  }
  resetTransform(): void {
    this.matrix = unmoved;
  }
  translate(x: number, y: number): void {
    const [a, b, c, d] = this.matrix;
    this.matrix = [a, b, c, d, ...this.#moved(x, y)];
  }
  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }
  #moved(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }
  #at(x: number, y: number): string {
    return this.#moved(x, y).map(short).join(' ');
  }

  beginPath(): void {
    this.#path = [];
  }
  closePath(): void {
    if (this.#path.length > 0) this.#path.push('Z');
  }
  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`);
  }
  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length > 0 ? 'L' : 'M'}${this.#at(x, y)}`);
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.push(`C${this.#at(x1, y1)} ${this.#at(x2, y2)} ${this.#at(x, y)}`);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${this.#at(x, y)}L${this.#at(x + width, y)}L${this.#at(x + width, y + height)}`);
    this.#path.push(`L${this.#at(x, y + height)}Z`);
  }
  /** Of at most a whole turn, halves of which are written, since SVG has no arc that ends where it begins. */
  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    const turn = 2 * Math.PI;
    const whole = Math.abs(to - from) >= turn;
    const part = (((backwards ? from - to : to - from) % turn) + turn) % turn;
    const swept = (whole ? turn : part) * (backwards ? -1 : 1);
    const place = (angle: number) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
    this.lineTo(...place(from));
    for (const share of [0.5, 1]) {
      const end = this.#at(...place(from + swept * share));
      this.#path.push(`A${short(radius)} ${short(radius)} 0 0 ${backwards ? 0 : 1} ${end}`);
    }
  }

  clip(): void {
    this.clipped = this.#path.join('');
  }
  fill(): void {
    this.#write(`<path d="${this.#path.join('')}"${this.#fillPaint()}`);
  }
  stroke(): void {
    this.#write(`<path d="${this.#path.join('')}" fill="none"${this.#strokePaint()}`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const [left, top] = this.#moved(x, y).map(short);
    const size = `width="${short(width)}" height="${short(height)}"`;
    this.#write(`<rect x="${left}" y="${top}" ${size}${this.#fillPaint()}`);
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }
  /** Charts clear the whole, before they draw. */
  clearRect(): void {
    this.#elements = [];
    this.#clips.clear();
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }
  getLineDash(): readonly number[] {
    return this.dash;
  }

  measureText(text: string): { readonly width: number } {
    return { width: textWidth(text, this.#fontParts().size) };
  }
  /** Written together with the letters that are filled over it. */
  strokeText(text: string, x: number, y: number): void {
    this.#halo = { of: `${text} ${this.#at(x, y)}`, paint: `${this.#strokePaint()} paint-order="stroke"` };
  }
  fillText(text: string, x: number, y: number): void {
    const { size, weight } = this.#fontParts();
    const [left, top] = this.#moved(x, y + size * (baselines[this.textBaseline] ?? 0));
    const angle = short((Math.atan2(this.matrix[1], this.matrix[0]) * 180) / Math.PI);
    const parts = [
      `<text x="${short(left)}" y="${short(top)}" font-size="${size}"`,
      weight === undefined ? '' : ` font-weight="${weight}"`,
      ` text-anchor="${anchors[this.textAlign] ?? 'start'}"`,
      angle === 0 ? '' : ` transform="rotate(${angle} ${short(left)} ${short(top)})"`,
      this.#fillPaint(),
      this.#halo.of === `${text} ${this.#at(x, y)}` ? this.#halo.paint : '',
      `>${escapeText(text)}</text>`,
    ];
    this.#elements.push(parts.join(''));
  }

  #fontParts(): { readonly size: number; readonly weight: string | undefined } {
    const [, weight, size = '10'] = /(?:(bold|\d{3}) )?([\d.]+)px/.exec(this.font) ?? [];
    return { size: Number(size), weight };
  }
  #fillPaint(): string {
    return paintOf('fill', this.fillStyle, this.globalAlpha);
  }
  #strokePaint(): string {
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.join(' ')}"` : '';
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    const paint = paintOf('stroke', this.strokeStyle, this.globalAlpha);
    return `${paint} stroke-width="${short(this.lineWidth)}"${join}${dash}`;
  }
  #write(element: string): void {
    if (this.clipped === null) {
      this.#elements.push(`${element}/>`);
      return;
    }
    const id = this.#clips.get(this.clipped) ?? `${this.name}-clip-${this.#clips.size + 1}`;
    this.#clips.set(this.clipped, id);
    this.#elements.push(`${element} clip-path="url(#${id})"/>`);
  }
}
