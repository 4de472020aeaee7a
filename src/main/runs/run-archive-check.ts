import { openPromise } from 'yauzl';

/** A run has some tens of files; an archive of more is a dataset. */
const mostEntries = 10_000;

/** Whether a file is the zip of a run, from its table of contents alone: a zip of pictures may be large. */
async function isRunArchive(path: string): Promise<boolean> {
  if (!/\.zip$/i.test(path)) return false;
  try {
    const archive = await openPromise(path);
    try {
      if (archive.entryCount > mostEntries) return false;
      for await (const { fileName } of archive.eachEntry()) {
        if (/^([^/]+\/)?config\.json$/.test(fileName)) return true;
      }
      return false;
    } finally {
      archive.close();
    }
  } catch {
    // What is wrong with it is told by whoever is to take it in.
    return false;
  }
}

/** Whether each of the files is the zip of a run. */
export async function areRunArchives(paths: readonly string[]): Promise<boolean> {
  return (await Promise.all(paths.map(isRunArchive))).every(Boolean);
}
