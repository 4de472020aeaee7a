import type { ImportProgress, Manifest, Picture } from '../../shared/contract/dataset';
import { messageOf } from '../../shared/errors';
import { fileName } from '../text/names';
import type { Studio } from './studio';

const mostSamplesPerClass = 24;
/** Bytes of all sample pictures of a dataset together, which bounds what travels and what the page holds. */
const sampleBytes = 32 * 1024 * 1024;

/** The datasets in the store, the one that is looked at, and the import that is on. */
export class Datasets {
  readonly #studio: Studio;
  #list = $state.raw<readonly Manifest[]>([]);
  #loaded = $state(false);
  #problem = $state<string | null>(null);
  #selected = $state<string | null>(null);
  #importing = $state<string | null>(null);
  #progress = $state.raw<ImportProgress | null>(null);
  #samples: { readonly id: string; readonly pictures: Promise<readonly Picture[]> } | null = null;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  /** Newest first. */
  get list(): readonly Manifest[] {
    return this.#list;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Why the list could not be read. */
  get problem(): string | null {
    return this.#problem;
  }

  /** The one that was chosen, else the newest. */
  get selected(): Manifest | undefined {
    return this.find(this.#selected) ?? this.#list[0];
  }

  /** What is being imported, in words; null when nothing is. */
  get importing(): string | null {
    return this.#importing;
  }

  /** How far the import is; null before its first report and when there is none. */
  get progress(): ImportProgress | null {
    return this.#progress;
  }

  find(id: string | null | undefined): Manifest | undefined {
    return this.#list.find((dataset) => dataset.id === id);
  }

  select(id: string): void {
    this.#selected = id;
  }

  /** Reads the list again; a failure stands in `problem`. */
  async load(): Promise<void> {
    try {
      const list = await this.#studio.request('datasets.list', undefined);
      this.#list = [...list].sort((a, b) => b.importedAt.localeCompare(a.importedAt));
      this.#loaded = true;
      this.#problem = null;
    } catch (thrown) {
      this.#problem = messageOf(thrown);
    }
  }

  /** @returns a function that ends it. */
  listen(): () => void {
    const ends = [
      this.#studio.on('datasets.progress', (progress) => {
        this.#progress = progress;
      }),
      this.#studio.on('datasets.changed', () => void this.load()),
    ];
    return () => ends.forEach((end) => end());
  }

  /** Asks for a folder or a file and imports it. @returns null where the dialog was dismissed. */
  async choose(): Promise<Manifest | null> {
    const paths = await this.#studio.request('datasets.choose', undefined);
    return paths && paths.length > 0 ? this.import(paths) : null;
  }

  /** @throws Error with main's message, or where another import is on. */
  import(paths: string[]): Promise<Manifest> {
    return this.#while(paths.map(fileName).join(', '), () => this.#studio.request('datasets.import', { paths }));
  }

  importSample(): Promise<Manifest> {
    return this.#while('the Fashion-MNIST sample', () => this.#studio.request('datasets.importSample', undefined));
  }

  async remove(id: string): Promise<void> {
    await this.#studio.request('datasets.remove', { dataset: id });
    await this.load();
  }

  /** Some pictures of each class, in the order of the classes; those of the dataset asked for last are kept. */
  samples(dataset: Manifest): Promise<readonly Picture[]> {
    if (this.#samples?.id === dataset.id) return this.#samples.pictures;
    const [height, width] = dataset.shape;
    const affordable = Math.floor(sampleBytes / (dataset.classes.length * height * width * 4));
    const perClass = Math.min(mostSamplesPerClass, Math.max(1, affordable));
    const pictures = this.#studio.request('datasets.samples', { dataset: dataset.id, perClass });
    this.#samples = { id: dataset.id, pictures };
    pictures.catch(() => {
      this.#samples = null;
    });
    return pictures;
  }

  async #while(what: string, action: () => Promise<Manifest>): Promise<Manifest> {
    if (this.#importing !== null) throw new Error(`Wait until the import of ${this.#importing} has ended.`);
    this.#importing = what;
    this.#progress = null;
    try {
      const manifest = await action();
      await this.load();
      this.#selected = manifest.id;
      return manifest;
    } finally {
      this.#importing = null;
      this.#progress = null;
    }
  }
}
