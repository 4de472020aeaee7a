import { isPictureName } from '../../../shared/picture-suffixes';
import type { FoundFile } from '../sources/listing';

/** What lies beside pictures and is none; files of other or no endings are looked into. */
const otherName =
  /\.(txt|md|json|jsonl|xml|ya?ml|csv|tsv|html?|pdf|docx?|xlsx?|py|ipynb|js|css|log|mat|np[yz]|pkl|pickle|h5|hdf5|pth?|ckpt|onnx|safetensors|parquet|tfrecord|arrow|zip|tar|t?gz|bz2|xz|7z|rar|db|ini|url|mp4|avi|mov|mp3|wav|sha256|md5|bin|idx|ubyte)$/i;
const idxName = /-ubyte$/i;

/** Files that may be pictures, by their names; what they hold decides later. */
export function pictureCandidates(files: readonly FoundFile[]): FoundFile[] {
  return files.filter(({ path }) => isPictureName(path) || !(otherName.test(path) || idxName.test(path)));
}
