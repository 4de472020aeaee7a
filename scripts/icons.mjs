// Draws resources/icons/icon.png from icon.svg beside it. Run it after a change to the drawing.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { readFile, writeFile } from 'node:fs/promises';

const side = 512;
const folder = new URL('../resources/icons', import.meta.url);

const drawing = await loadImage(await readFile(new URL('icon.svg', folder)));
const canvas = createCanvas(side, side);
canvas.getContext('2d').drawImage(drawing, 0, 0, side, side);
await writeFile(new URL('icon.png', folder), await canvas.encode('png'));
