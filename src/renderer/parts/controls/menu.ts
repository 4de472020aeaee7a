export interface MenuItem {
  readonly text: string;
  /** What the keyboard has for it: "F2". */
  readonly key?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onchoose: () => void;
}

/** Where a menu opens, in CSS pixels of the window: its right or left edge, and the line under which it hangs. */
export interface MenuPlace {
  readonly left?: number;
  readonly right?: number;
  readonly top: number;
  /** The line above which it stands where there is no room below. */
  readonly bottom: number;
}
