import type { RandomStream } from '../batches/random';

const changes = ['brightness', 'contrast', 'saturation'] as const;

/** What is done to the colours of a picture, in this order, each by a factor of which 1 changes nothing. */
export type ColourChanges = readonly { readonly kind: (typeof changes)[number]; readonly factor: number }[];

/** A factor is from 0.6 to 1.4. */
const strength = 0.4;

/** Brightness, contrast and saturation in a random order, as torchvision's ColorJitter draws them. */
export function drawColours(random: RandomStream): ColourChanges {
  const order = [...changes];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as (typeof changes)[number], order[last] as (typeof changes)[number]];
  }
  return order.map((kind) => ({ kind, factor: 1 - strength + 2 * strength * random.unit() }));
}

const toByte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.trunc(value));

/** Luminance of a pixel as torchvision's rgb_to_grayscale has it. */
const grey = (red: number, green: number, blue: number): number =>
  Math.trunc(0.2989 * red + 0.587 * green + 0.114 * blue);

function meanGrey(pixels: Uint8Array, channels: number): number {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += channels) {
    const first = pixels[at] as number;
    sum += channels === 3 ? grey(first, pixels[at + 1] as number, pixels[at + 2] as number) : first;
  }
  return (sum * channels) / pixels.length;
}

/** Mixes each value with the same other one. */
function mix(pixels: Uint8Array, factor: number, other: number): void {
  const rest = (1 - factor) * other;
  for (let at = 0; at < pixels.length; at++) pixels[at] = toByte(factor * (pixels[at] as number) + rest);
}

function saturate(pixels: Uint8Array, factor: number): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const [red, green, blue] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number];
    const rest = (1 - factor) * grey(red, green, blue);
    pixels[at] = toByte(factor * red + rest);
    pixels[at + 1] = toByte(factor * green + rest);
    pixels[at + 2] = toByte(factor * blue + rest);
  }
}

/**
 * Changes colours in place, each step rounded down to bytes as torchvision's adjust_brightness, adjust_contrast and
 * adjust_saturation do with tensors of bytes. Saturation leaves a picture of other than 3 channels as it is.
 */
export function recolour(pixels: Uint8Array, channels: number, done: ColourChanges): void {
  for (const { kind, factor } of done) {
    if (kind === 'brightness') mix(pixels, factor, 0);
    else if (kind === 'contrast') mix(pixels, factor, meanGrey(pixels, channels));
    else if (channels === 3) saturate(pixels, factor);
  }
}

/** Principal components of the colours of ImageNet's pictures, of x / 255, and their variances (fb.resnet.torch). */
const variances = [0.2175, 0.0188, 0.0045] as const;
const components = [
  [-0.5675, 0.7192, 0.4009],
  [-0.5808, -0.0045, -0.814],
  [-0.5836, -0.6948, 0.4203],
] as const;
const lightingStrength = 0.1;

/** What is added to red, green and blue of every pixel, in 255ths (AlexNet, section 4.1). */
export function drawLighting(random: RandomStream): [red: number, green: number, blue: number] {
  const weights = variances.map((variance) => lightingStrength * normal(random) * variance);
  const along = (row: readonly number[]) =>
    255 * row.reduce((sum, share, index) => sum + share * (weights[index] as number), 0);
  return [along(components[0]), along(components[1]), along(components[2])];
}

/** Of mean 0 and variance 1 (Box and Muller). */
function normal(random: RandomStream): number {
  return Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
}

/** Adds to each pixel of a picture of 3 channels, in place. */
export function light(pixels: Uint8Array, [red, green, blue]: readonly [number, number, number]): void {
  for (let at = 0; at < pixels.length; at += 3) {
    pixels[at] = toByte((pixels[at] as number) + red + 0.5);
    pixels[at + 1] = toByte((pixels[at + 1] as number) + green + 0.5);
    pixels[at + 2] = toByte((pixels[at + 2] as number) + blue + 0.5);
  }
}
