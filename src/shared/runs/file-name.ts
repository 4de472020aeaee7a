/** Longest name that is proposed, in characters, which leaves room for endings on every system. */
const longest = 100;

/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name for a file that every system takes: what a path, a shell or Windows has a use of its own for becomes a hyphen.
 * @param otherwise Where nothing is left of the name.
 */
export function safeFileName(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, '-')
    .replace(/\s+/g, ' ');
  const short = Array.from(plain).slice(0, longest).join('');
  const safe = short.replace(/^[\s.]+|[\s.]+$/g, '');
  if (safe === '' || /^-+$/.test(safe)) return otherwise;
  return reserved.test(safe) ? safe.replace(reserved, '$1-$2') : safe;
}
