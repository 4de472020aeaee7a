/** Remainders of each byte by the polynomial of ISO 3309 (PNG specification, annex D; APPNOTE.TXT, 4.4.7). */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/**
 * The CRC-32 of PNG and zip, which Node has itself from version 22.2 on.
 * @param before Of the bytes that come before these.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before >>> 0;
  for (const byte of bytes) sum = (remainders[(sum ^ byte) & 255] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}
