import { posix } from 'node:path';
import type { FoundFile } from '../sources/listing';
import { isPictureName } from '../../../shared/picture-suffixes';

/** Finds the pictures that a table names: by path, without the ending, or by a name that is there once. */
export class FileFinder {
  private readonly byPath = new Map<string, FoundFile>();
  private readonly byStem = new Map<string, FoundFile | null>();
  private readonly byName = new Map<string, FoundFile | null>();

  constructor(files: readonly FoundFile[]) {
    for (const file of files) {
      if (!isPictureName(file.path) && /\.[a-z0-9]{1,5}$/i.test(file.path)) continue;
      const name = posix.basename(file.path);
      this.byPath.set(file.path, file);
      addOnce(this.byName, name, file);
      addOnce(this.byStem, name.replace(/\.[^.]+$/, ''), file);
    }
  }

  /** @param path as it stands in the table, relative to the table or to the folder of all. */
  find(table: FoundFile, path: string): FoundFile | undefined {
    const plain = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
    const beside = posix.normalize(posix.join(posix.dirname(table.path), plain));
    const exact = this.byPath.get(beside) ?? this.byPath.get(plain) ?? this.byAbsolutePath(table, path);
    if (exact) return exact;
    const name = posix.basename(plain);
    return this.byName.get(name) ?? this.byStem.get(name) ?? undefined;
  }

  private byAbsolutePath({ container }: FoundFile, path: string): FoundFile | undefined {
    const start = `${container.place}/`;
    return path.startsWith(start) ? this.byPath.get(`${container.prefix}${path.slice(start.length)}`) : undefined;
  }
}

/** A name that is there twice finds nothing. */
function addOnce(files: Map<string, FoundFile | null>, name: string, file: FoundFile): void {
  files.set(name, files.has(name) ? null : file);
}

/** What lies beside pictures and is none; files of other or no endings are looked into. */
const otherName =
  /\.(txt|md|json|jsonl|xml|ya?ml|csv|tsv|html?|pdf|docx?|xlsx?|py|ipynb|js|css|log|mat|np[yz]|pkl|pickle|h5|hdf5|pth?|ckpt|onnx|safetensors|parquet|tfrecord|arrow|zip|tar|t?gz|bz2|xz|7z|rar|db|ini|url|mp4|avi|mov|mp3|wav|sha256|md5|bin|idx|ubyte)$/i;
const idxName = /-ubyte$/i;

/** Files that may be pictures, by their names; what they hold decides later. */
export function pictureCandidates(files: readonly FoundFile[]): FoundFile[] {
  return files.filter(({ path }) => isPictureName(path) || !(otherName.test(path) || idxName.test(path)));
}
