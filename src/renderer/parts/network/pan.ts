/** Movement in pixels from which a press is a drag and no click. */
const threshold = 4;

/**
 * Scrolls an element by dragging what it holds, with the mouse alone: fingers scroll by themselves. A press that has
 * become a drag is no click any more.
 */
export function panByDragging(scroller: HTMLElement): () => void {
  let start: { x: number; y: number; left: number; top: number } | null = null;
  let dragging = false;

  function down({ pointerType, button, clientX, clientY }: PointerEvent): void {
    dragging = false;
    if (pointerType === 'mouse' && button === 0) {
      start = { x: clientX, y: clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
    }
  }
  function move(event: PointerEvent): void {
    if (!start || event.buttons !== 1) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    if (!dragging && Math.hypot(x, y) < threshold) return;
    if (!dragging) scroller.setPointerCapture(event.pointerId);
    dragging = true;
    scroller.scrollTo(start.left - x, start.top - y);
  }
  function up(): void {
    start = null;
  }
  function click(event: MouseEvent): void {
    if (dragging) event.stopPropagation();
    dragging = false;
  }

  const listeners = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', up],
  ] as const;
  for (const [name, listener] of listeners) scroller.addEventListener(name, listener);
  scroller.addEventListener('click', click, { capture: true });
  return () => {
    for (const [name, listener] of listeners) scroller.removeEventListener(name, listener);
    scroller.removeEventListener('click', click, { capture: true });
  };
}
