import { Menu, nativeImage, Tray } from 'electron';
import type { RunSummary } from '../../../shared/contract/run';
import type { Log } from '../../studio/log';
import type { Texts } from './texts';

interface Options {
  icon: string;
  log: Log;
  words: () => Texts;
  open: () => void;
  stop: (run: string) => void;
  quit: () => void;
}

/** Side of the icon, in pixels. */
const side = 22;

/** The studio's sign while it has no window. Where there is no tray, nothing is seen of it. */
export class BackgroundTray {
  readonly #options: Options;
  #tray: Tray | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  show(training: RunSummary | null): void {
    if (this.#tray) return;
    const { icon, log, open } = this.#options;
    try {
      const image = nativeImage.createFromPath(icon).resize({ width: side, height: side });
      this.#tray = new Tray(image);
      this.#tray.on('click', open);
      this.update(training);
    } catch (thrown) {
      log.fault('tray', thrown);
    }
  }

  update(training: RunSummary | null): void {
    const { words, open, stop, quit } = this.#options;
    const { tray } = words();
    const title = training ? tray.training({ name: training.name }) : tray.idle;
    this.#tray?.setToolTip(title);
    this.#tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: title, enabled: false },
        { type: 'separator' },
        { label: tray.open, click: open },
        ...(training ? [{ label: tray.stop, click: () => stop(training.run) }] : []),
        { label: tray.quit, click: quit },
      ]),
    );
  }

  hide(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }
}
