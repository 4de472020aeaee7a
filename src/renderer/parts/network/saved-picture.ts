import { type ComponentProps, flushSync, mount, unmount } from 'svelte';
import { painted } from '../charts/painted';
import SavedNetwork from './SavedNetwork.svelte';

type Props = Omit<ComponentProps<typeof SavedNetwork>, 'font'>;

/** Draws a network for a file inside an element, whose theme it takes, and takes the drawing away when it was used. */
function withDrawing<Result>(host: Element, props: Props, use: (svg: SVGSVGElement) => Result): Result {
  const target = document.createElement('div');
  // Out of sight, and yet rendered: what is not rendered has no computed colours and places.
  Object.assign(target.style, { position: 'fixed', left: '-100000px', top: '0' });
  target.setAttribute('aria-hidden', 'true');
  host.append(target);
  const drawing = mount(SavedNetwork, { target, props: { ...props, font: getComputedStyle(host).fontFamily } });
  try {
    flushSync();
    const svg = target.querySelector('svg');
    if (!svg) throw new Error('the drawing has no SVG element');
    return use(svg);
  } finally {
    void unmount(drawing);
    target.remove();
  }
}

/** Puts the values of custom properties in the place of their names, for a drawing that stands alone. */
export function withoutVariables(svg: string, valueOf: (property: string) => string): string {
  return svg.replace(/var\((--[\w-]+)\)/g, (_, property: string) => valueOf(property).trim());
}

/** A network as an SVG file in the theme of an element: text stays text, and lines stay lines. */
export function svgOf(host: Element, props: Props): string {
  return withDrawing(host, props, (svg) => {
    const comments = document.createNodeIterator(svg, NodeFilter.SHOW_COMMENT);
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
      comment.parentNode?.removeChild(comment);
    const style = getComputedStyle(host);
    return `${withoutVariables(new XMLSerializer().serializeToString(svg), (name) => style.getPropertyValue(name))}\n`;
  });
}

/** What a canvas fills or strokes with; null for nothing. */
function inkOf(context: CanvasRenderingContext2D, element: SVGGraphicsElement, ink: string) {
  if (ink === 'none') return null;
  const gradient = /^url\("?(#[\w-]+)"?\)/.exec(ink)?.[1];
  if (gradient === undefined) return ink;
  const { x, width } = element.getBBox();
  const across = context.createLinearGradient(x, 0, x + width, 0);
  for (const stop of element.ownerSVGElement?.querySelectorAll(`${gradient} stop`) ?? [])
    across.addColorStop(Number(stop.getAttribute('offset') ?? 0), getComputedStyle(stop).stopColor);
  return across;
}

/** Paints a rectangle, a path or a text where it stands in its drawing, in its computed colours. */
function paint(context: CanvasRenderingContext2D, element: SVGGraphicsElement): void {
  const style = getComputedStyle(element);
  const [fill, stroke] = [inkOf(context, element, style.fill), inkOf(context, element, style.stroke)];
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  context.save();
  const place = element.getCTM();
  if (place) context.transform(place.a, place.b, place.c, place.d, place.e, place.f);
  if (fill) context.fillStyle = fill;
  if (stroke) [context.strokeStyle, context.lineWidth] = [stroke, Number.parseFloat(style.strokeWidth)];
  if (element instanceof SVGTextElement) {
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.textAlign = style.textAnchor === 'middle' ? 'center' : style.textAnchor === 'end' ? 'end' : 'start';
    context.fillText(element.textContent ?? '', number('x'), number('y'));
  } else {
    const path = new Path2D(element.getAttribute('d') ?? '');
    if (element instanceof SVGRectElement)
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
    if (fill) context.fill(path);
    if (stroke) context.stroke(path);
  }
  context.restore();
}

/**
 * A network as PNG in the theme of an element. The marks of the SVG are painted one by one, since an SVG that is loaded
 * as a picture cannot use the fonts of the page.
 * @throws Error where it cannot be painted.
 */
export function pngOf(host: Element, props: Props): Promise<Blob> {
  return withDrawing(host, props, (svg) => {
    const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
    const ground = getComputedStyle(host).getPropertyValue('--panel').trim();
    return painted({ width, height, ground }, (context) => {
      for (const mark of svg.querySelectorAll<SVGGraphicsElement>('rect, path, text')) paint(context, mark);
    });
  });
}
