import type { ImportProgress, Manifest, Picture } from '../../shared/contract/dataset';
import type { Studio } from './studio';

const mostSamplesPerClass = 10;
/** Bytes of all sample pictures of a dataset together, which bounds what travels and what the page holds. */
const sampleBytes = 32 * 1024 * 1024;

/** The datasets in the store and the import that is on. */
export class Datasets {
  readonly #studio: Studio;
  #list = $state.raw<readonly Manifest[]>([]);
  #loaded = $state(false);
  #progress = $state.raw<ImportProgress | null>(null);
  #importing = $state<string | null>(null);
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

  async load(): Promise<void> {
    const list = await this.#studio.request('datasets.list', undefined);
    this.#list = [...list].sort((a, b) => b.importedAt.localeCompare(a.importedAt));
    this.#loaded = true;
  }

  /** @param failed Gets what was thrown when the list could not be read again. @returns a function that ends it. */
  listen(failed: (thrown: unknown) => void): () => void {
    const progressed = this.#studio.on('datasets.progress', (progress) => {
      this.#progress = progress;
    });
    const changed = this.#studio.on('datasets.changed', () => {
      this.load().catch(failed);
    });
    return () => {
      progressed();
      changed();
    };
  }

  /** Asks for a folder or a file and imports it. @returns null where the dialog was dismissed. */
  async choose(): Promise<Manifest | null> {
    const paths = await this.#studio.request('datasets.choose', undefined);
    return paths && paths.length > 0 ? this.import(paths) : null;
  }

  /** @throws Error with main's message, or where another import is on. */
  import(paths: string[]): Promise<Manifest> {
    return this.#while(paths.map(lastPart).join(', '), () => this.#studio.request('datasets.import', { paths }));
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
      return manifest;
    } finally {
      this.#importing = null;
      this.#progress = null;
    }
  }
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}
