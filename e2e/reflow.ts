import type { Studio } from './studio';

/**
 * What is wrong with what is shown at this width, by WCAG 1.4.10: a page that scrolls sideways, a part that does so and
 * frames neither a table nor a drawing, text that is cut off and whose whole no title tells, and parts that can be used
 * which lie over each other.
 */
export function reflowFaults({ page }: Studio): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.querySelector('dialog[open]') ?? document.body;
    const nameOf = (element: Element): string => {
      const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
      return `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} "${text.slice(0, 50)}"`;
    };
    const styleOf = (element: Element) => getComputedStyle(element);
    const isShown = (element: Element): boolean =>
      element.checkVisibility() &&
      styleOf(element).visibility === 'visible' &&
      !element.closest('.unseen, [aria-hidden=true], svg');
    const isSticky = (element: Element | null): boolean =>
      element !== null && (styleOf(element).position === 'sticky' || isSticky(element.parentElement));
    /** The part of an element that no frame around it hides. */
    const seenOf = (element: Element, from: { left: number; right: number; top: number; bottom: number }) => {
      let { left, right, top, bottom } = from;
      for (let frame = element.parentElement; frame; frame = frame.parentElement) {
        if (styleOf(frame).overflowX === 'visible') continue;
        const box = frame.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
        if (styleOf(frame).position === 'fixed') break;
      }
      return { left, right, top, bottom };
    };

    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.clientWidth === 0 || !element.checkVisibility()) continue;
      if (element.scrollWidth <= element.clientWidth + 1) continue;
      const isPage = element.matches('main, .shell, dialog');
      const { overflowX } = styleOf(element);
      if (!isPage && overflowX !== 'auto' && overflowX !== 'scroll') continue;
      if (isPage || !element.querySelector('table, canvas, [role=tree], [role=list]')) {
        faults.push(`scrolls sideways: ${nameOf(element)}`);
      }
    }

    const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
    const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    /** The frame that cuts a text off, as far as none between them scrolls that way. */
    const cutBy = (element: Element, text: DOMRect): Element | null => {
      let [across, down] = [true, true];
      for (let frame: Element | null = element; frame && frame !== root; frame = frame.parentElement) {
        const { overflowX, overflowY, position } = styleOf(frame);
        const box = frame.getBoundingClientRect();
        if (scrolls(overflowX)) across = false;
        if (scrolls(overflowY)) down = false;
        if (across && cuts(overflowX) && (text.right > box.right + 1.5 || text.left < box.left - 1.5)) return frame;
        if (down && cuts(overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2)) return frame;
        if (position === 'fixed') return null;
      }
      return null;
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement || !textContent?.trim() || !isShown(parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      const frame = cutBy(parentElement, text);
      if (frame) {
        const box = frame.getBoundingClientRect();
        const across = Math.min(text.right, box.right) - Math.max(text.left, box.left);
        // Of a name whose whole a title tells, enough is to be seen to know it by.
        const told = parentElement.closest('[title]') !== null && across >= Math.min(48, text.width - 1);
        if (!told) faults.push(`cut off: ${nameOf(parentElement)} by ${nameOf(frame)}`);
      } else if (seenOf(parentElement, text).right > innerWidth + 1) {
        faults.push(`beyond the edge: ${nameOf(parentElement)}`);
      }
    }

    const usable = [
      ...root.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], summary, [role=slider]'),
    ]
      .filter((element) => isShown(element) && !element.closest('label:has(> input[type=radio])'))
      .map((element) => ({ element, ...seenOf(element, element.getBoundingClientRect()) }))
      .filter(({ left, right, top, bottom }) => right - left > 2 && bottom - top > 2);
    usable.forEach((one, index) => {
      for (const other of usable.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width <= 2 || height <= 2) continue;
        // What a sticky head or a floating notice covers is scrolled to or dismissed.
        const floats = (element: Element) =>
          element.closest('thead, [role=menu], .notices') !== null || isSticky(element);
        if (floats(one.element) || floats(other.element)) continue;
        faults.push(`over each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
      }
    });
    return [...new Set(faults)];
  });
}

/** Lays the page out as in a window of that size, which may be narrower than windows are allowed to be. */
export async function setViewport({ page }: Studio, width: number, height: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await page.waitForFunction((width) => innerWidth === width, width);
}
