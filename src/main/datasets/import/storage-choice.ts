import { totalmem } from 'node:os';
import type { Shape } from '../../../shared/network/layer';
import type { ImportOptions } from '../../../shared/contract/import';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { freeDisk } from '../../machine/free-disk';
import type { FoundPicture } from '../readers/reader';

/** Copies are written twice on the way, and a run holds them in memory. */
const [shareOfDisk, shareOfMemory] = [1 / 4, 1 / 4];

/**
 * Whether pictures are left where they are: where that was chosen, or where copies would take more than a quarter of
 * the free disk or of the memory.
 * @throws UserError where they would have to stay but lie in an archive, of which a single picture cannot be read fast
 * enough.
 */
export async function staysInPlace(
  keep: ImportOptions['keep'],
  items: readonly FoundPicture[],
  shape: Shape,
  folder: string,
): Promise<boolean> {
  if (keep === 'copies') return false;
  const bytes = items.length * shape[0] * shape[1] * shape[2];
  const room = Math.min(shareOfDisk * (await freeDisk(folder)), shareOfMemory * totalmem());
  if (keep === 'auto' && bytes <= room) return false;
  const archived = items.find(({ file }) => file.container.kind !== 'folder');
  if (archived && keep === 'auto') {
    throw new UserError(
      message('imports.copiesTooLarge', { count: items.length, place: archived.file.container.place, bytes, room }),
    );
  }
  if (archived) {
    throw new UserError(message('imports.archived', { place: archived.file.container.place }));
  }
  return true;
}
