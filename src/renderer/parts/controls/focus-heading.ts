import { tick } from 'svelte';

/** Where the button that was pressed went with what it belonged to, the focus goes to the new heading. */
export async function focusHeading(): Promise<void> {
  await tick();
  const main = document.querySelector('main');
  main?.scrollTo(0, 0);
  if (document.activeElement === document.body) main?.querySelector('h1')?.focus({ preventScroll: true });
}
