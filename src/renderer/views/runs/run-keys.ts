/** What a key does in the list of runs, where the row of a run has the focus. */
export type RunKey =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'rename' | 'delete' | 'select' | 'selectAll' | 'menu' };

interface Place {
  /** Index of the row that has the focus. */
  readonly at: number;
  readonly count: number;
  /** Rows that are seen at a time. */
  readonly page: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** @returns null where the key is none of the list's. */
export function runKey(event: Pressed, { at, count, page }: Place): RunKey | null {
  const { key } = event;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'a' ? { kind: 'selectAll' } : null;
  if (key === 'ContextMenu' || (event.shiftKey && key === 'F10')) return { kind: 'menu' };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step !== undefined) return { kind: 'move', to: Math.max(0, Math.min(count - 1, at + step)) };
  if (key === 'F2') return { kind: 'rename' };
  if (key === 'Delete') return { kind: 'delete' };
  return key === ' ' ? { kind: 'select' } : null;
}
