import { message, type Message } from '../../../shared/words/message';
import { fullPath, type FoundFile } from '../sources/listing';
import type { Way } from './picture-finder';

interface Found {
  count: number;
  readonly path: string;
  readonly file: FoundFile;
}

/** How the pictures of a table were found, with the first of each way. */
export class WaysFound {
  private readonly found = new Map<Way, Found>();
  private exact = 0;

  add(way: Way | undefined, path: string, file: FoundFile): void {
    const before = way && this.found.get(way);
    if (before) before.count++;
    else if (way) this.found.set(way, { count: 1, path, file });
    if (way !== 'name' && /[\\/]/.test(path)) this.exact++;
  }

  /** Whether the folders that rows name are those that are there, so that their names alone prove nothing. */
  get agree(): boolean {
    return this.exact > 0;
  }

  notes(): Message[] {
    return [...this.found].map(([way, { count, path, file }]) =>
      message(`readers.foundBy.${way}`, { count, path, file: fullPath(file) }),
    );
  }
}
