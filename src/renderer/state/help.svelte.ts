/** What explains the studio: the list of shortcuts, and the tour. */
export class Help {
  shortcutsShown = $state(false);
  #tours = $state(0);

  /** How often the tour was asked for. */
  get tours(): number {
    return this.#tours;
  }

  takeTour(): void {
    this.shortcutsShown = false;
    this.#tours += 1;
  }
}
