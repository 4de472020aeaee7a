/** electron-store needs Array.prototype.toSorted, which Node has since version 20: to be imported before it. */
if (!('toSorted' in Array.prototype)) {
  Object.defineProperty(Array.prototype, 'toSorted', {
    configurable: true,
    writable: true,
    value<Item>(this: readonly Item[], compare?: (one: Item, other: Item) => number): Item[] {
      return [...this].sort(compare);
    },
  });
}
