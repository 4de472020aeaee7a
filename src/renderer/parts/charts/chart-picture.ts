import { BasicPlatform } from 'chart.js';
import { type AnyChart, Chart, type Size } from '../../../shared/charts/chart';
import type { ChartLook } from '../../../shared/charts/look';
import { painted, sharpnessOf } from './painted';

/** A chart as PNG. @throws Error where it cannot be painted. */
export function chartPicture(chart: AnyChart, size: Size, { panel }: ChartLook): Promise<Blob> {
  return painted({ ...size, ground: panel }, (context) => {
    const canvas = new OffscreenCanvas(size.width, size.height);
    const options = { ...chart.options, devicePixelRatio: sharpnessOf(size), events: [] };
    const drawn = new Chart(canvas as unknown as HTMLCanvasElement, { ...chart, options, platform: BasicPlatform });
    context.drawImage(canvas, 0, 0, size.width, size.height);
    drawn.destroy();
  });
}
