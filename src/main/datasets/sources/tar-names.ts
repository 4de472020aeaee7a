import { extract } from 'tar-stream';

/** What tar-stream keeps of the headers that stand before an entry's own; it has no setting for their encoding. */
interface LongHeaders {
  _header: { type: string | null };
  _pax: Record<string, string> | null;
  _decodeLongHeader: (bytes: Uint8Array) => void;
}

/**
 * A reader of tar archives whose entries have their names' bytes as characters of Latin-1. POSIX wants names in
 * extended headers to be UTF-8, but Python and others write there any bytes that a disk holds.
 */
export function extractBinaryNames(): ReturnType<typeof extract> {
  const entries = extract({ filenameEncoding: 'latin1' } as object);
  const long = entries as unknown as LongHeaders;
  const decode = long._decodeLongHeader.bind(entries);
  long._decodeLongHeader = (bytes) => {
    decode(bytes);
    const path = long._header.type === 'pax-header' && long._pax ? paxPath(bytes) : undefined;
    if (path !== undefined) long._pax = { ...long._pax, path };
  };
  return entries;
}

/** The path in an extended header, whose records are their length, a space, a key, "=", a value and a line feed. */
function paxPath(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  let path: string | undefined;
  for (let at = 0; at < text.length;) {
    const [, digits, key] = /^(\d+) ([^=]*)=/.exec(text.slice(at, at + 300)) ?? [];
    const length = Number(digits);
    if (!digits || key === undefined || length <= 0) break;
    if (key === 'path') path = text.slice(at + digits.length + ' path='.length, at + length - 1);
    at += length;
  }
  return path;
}
