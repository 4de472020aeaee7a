import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { givenPathsBy } from '../../shared/contract/given-path';
import { UserError } from '../../shared/errors';
import type { HandlersOf, Service } from '../../shared/rpc/service';
import { message } from '../../shared/words/message';
import { mapLimited } from '../files/map-limited';

/** At once: an asked path below a given folder takes a look at the disk. */
const together = 16;

/** Whether whoever sits at a window gave it a path; each host has its own ways to give. */
export interface Given {
  allows(path: string): Promise<boolean>;
}

/** The paths that were given to a window, since it was opened. A folder stands for all that is in it. */
export class GivenPaths implements Given {
  readonly #given = new Set<string>();

  /** What is no absolute path is left out. */
  give(paths: readonly string[]): void {
    for (const path of paths) if (isAbsolute(path)) this.#given.add(path).add(resolve(path));
  }

  /**
   * What was given may be a link to anywhere, for that was chosen. What lies below a given folder has to lie in it on the
   * disk as well: links in the folder lead a page nowhere else. The disk is asked for paths below given folders alone.
   */
  async allows(path: string): Promise<boolean> {
    if (this.#given.has(path)) return true;
    // The system follows links before it takes `..` for the folder above: not what `resolve` does.
    if (!isAbsolute(path) || path !== resolve(path)) return false;
    const folders = foldersAbove(path).filter((folder) => this.#given.has(folder));
    if (folders.length === 0) return false;
    const place = await placeOf(path);
    const places = await Promise.all(folders.map(placeOf));
    return place !== null && places.some((folder) => folder !== null && isWithin(place, folder));
  }
}

/** The same handlers, which refuse requests with paths that were not given. */
export function onlyWithGiven<Of extends Service>(service: Of, handlers: HandlersOf<Of>, given: Given): HandlersOf<Of> {
  const rows = Object.entries(handlers).map(([name, handler]) => {
    const collect = givenPathsBy(service.requests[name]?.input);
    if (!collect) return [name, handler];
    const guarded = async (input: unknown, call: unknown): Promise<unknown> => {
      const allowed = await mapLimited(collect(input), together, (path) => given.allows(path));
      // Every path that was not given has the same answer, whatever is there.
      if (allowed.includes(false)) throw new UserError(message('application.notGiven'));
      return (handler as (input: unknown, call: unknown) => unknown)(input, call);
    };
    return [name, guarded];
  });
  return Object.fromEntries(rows) as HandlersOf<Of>;
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

/** Where a path leads on the disk, with what is not there yet at its end; null where that cannot be told. */
async function placeOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    // A link that leads nowhere, now.
    if (await lstat(path).catch(() => null)) return null;
    const above = dirname(path);
    const folder = above === path ? null : await placeOf(above);
    return folder && join(folder, basename(path));
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !/^\.\.[/\\]/.test(way);
}
