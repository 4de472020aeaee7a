/**
 * Text in Unicode's composed form (NFC), in which names are shown, kept and compared: Windows and Linux write "ü" and
 * "한" as one character, macOS may write them as several.
 */
export function composed(text: string): string {
  return text.normalize('NFC');
}

/** Orders text by its code points, as Python and with it torchvision's ImageFolder does; `<` orders by UTF-16 units. */
export function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    // Units of pairs stand below the last of single ones, the characters that they write above.
    return isPaired(one) === isPaired(other) ? one - other : isPaired(one) ? 1 : -1;
  }
  return a.length - b.length;
}

function isPaired(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
