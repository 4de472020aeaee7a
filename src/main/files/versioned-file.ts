import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../../shared/errors';
import { message, type Message } from '../../shared/words/message';
import { errorCode, explainFileError } from './file-errors';

type Content = Record<string, unknown>;

/** What a kind of JSON file holds, and how its earlier versions become the present one. */
export interface FileFormat<Schema extends z.ZodType> {
  /** Of the present version, whose number stands in `version`. */
  readonly schema: Schema;
  /**
   * The step from each version to the next, from version 0, files that say none, on: there are as many as the present
   * version's number says. @param owner Name of the folder that the file is in.
   */
  readonly migrations: readonly ((content: Content, owner: string) => Content)[];
}

/** The file is of a version that does not exist yet. */
export class NewerVersionError extends UserError {}

const contentSchema = z.record(z.string(), z.unknown());
const versionSchema = z.int().nonnegative().default(0);

/**
 * Reads what a file holds, of the present version or an earlier one.
 * @param path How the file is called in errors.
 * @param owner Name of the folder that it is in.
 * @throws UserError that names the file where it is damaged; NewerVersionError where this studio is too old for it.
 */
export function parseVersioned<Schema extends z.ZodType>(
  text: string,
  { schema, migrations }: FileFormat<Schema>,
  path: Message | string,
  owner: string,
): z.infer<Schema> {
  const content = parseContent(text, path);
  const version = versionSchema.safeParse(content['version']).data;
  if (version === undefined) throw new UserError(message('files.badVersion', { path }));
  if (version > migrations.length) {
    throw new NewerVersionError(message('files.newer', { path, version, known: migrations.length }));
  }
  const present = migrations.slice(version).reduce((before, migrate) => migrate(before, owner), content);
  const { data, error } = schema.safeParse(present);
  if (data !== undefined) return data;
  const place = error?.issues[0]?.path.join('.');
  throw new UserError(place ? message('files.damagedAt', { path, place }) : message('files.damaged', { path }));
}

function parseContent(text: string, path: Message | string): Content {
  try {
    return contentSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError(message(text.trim() === '' ? 'files.empty' : 'files.damaged', { path }));
  }
}

/** @throws UserError that names the file and what is wrong with it. */
export async function readVersioned<Schema extends z.ZodType>(
  path: string,
  format: FileFormat<Schema>,
  owner: string,
): Promise<z.infer<Schema>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') throw new UserError(message('files.missing', { path }));
    throw explainFileError(thrown, path);
  }
  return parseVersioned(text, format, path, owner);
}
