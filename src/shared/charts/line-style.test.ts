import { describe, expect, it } from 'vitest';
import { type Appearance, drawMarker, lineColours, lineStyle, markers } from './line-style';
import { SvgContext } from './svg-context';

type Vector = readonly [number, number, number];

const grounds: Record<Appearance, string> = { light: '#ffffff', dark: '#171b21' };

/** What eyes see that lack a kind of cone wholly, on linear sRGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes: Record<string, readonly Vector[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Vector {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (rows: readonly Vector[], v: Vector): Vector => {
  const [a = v, b = v, c = v] = rows;
  return [dot(a, v), dot(b, v), dot(c, v)];
};

/** Oklab, in which equal distances look about equally large (Ottosson 2020). */
function oklab(rgb: Vector): Vector {
  const inside: Vector = [clamp(rgb[0]), clamp(rgb[1]), clamp(rgb[2])];
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    inside,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
  );
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const luminance = (hex: string) => dot(linear(hex), [0.2126, 0.7152, 0.0722]);

describe('lineStyle', () => {
  it.each(['light', 'dark'] as const)('has colours in %s that stand out from the ground, 3 to 1', (appearance) => {
    const ground = luminance(grounds[appearance]);
    for (const colour of lineColours[appearance]) {
      const [low = 0, high = 0] = [ground, luminance(colour)].sort((a, b) => a - b);
      expect((high + 0.05) / (low + 0.05), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(['light', 'dark'] as const)('has colours in %s that eyes without a kind of cone tell apart', (appearance) => {
    const colours = lineColours[appearance];
    for (const [name, rows] of Object.entries(eyes)) {
      const seen = colours.map((colour) => oklab(times(rows, linear(colour))));
      for (const [index, a] of seen.entries())
        for (const b of seen.slice(0, index)) {
          expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), name).toBeGreaterThan(0.1);
        }
    }
  });

  it('gives the first 30 each a style of their own, and tells most of the first twelve apart without colour', () => {
    const styles = Array.from({ length: 30 }, (_, place) => lineStyle(place, 'light'));
    expect(new Set(styles.map(({ colour, dash }) => `${colour} ${dash.join()}`)).size).toBe(30);
    const twelve = styles.slice(0, 12).map(({ dash, marker }) => `${dash.join()} ${marker}`);
    expect(new Set(twelve).size).toBeGreaterThanOrEqual(10);
  });

  it('draws each marker around its place, each another', () => {
    const drawn = markers.map((marker) => {
      const context = new SvgContext(100, 40, 'markers');
      drawMarker(context as unknown as CanvasRenderingContext2D, { colour: '#0a47db', marker }, 50, 20, 3);
      const places = [...context.content.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
      expect(places.length).toBeGreaterThan(0);
      for (const [x = NaN, y = NaN] of places) expect(Math.hypot(x - 50, y - 20)).toBeLessThan(4.5);
      expect(context.content).toMatch(marker === 'cross' ? /stroke="#0a47db"/ : /fill="#0a47db"/);
      return context.content;
    });
    expect(new Set(drawn).size).toBe(markers.length);
  });
});
