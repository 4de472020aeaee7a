import type { ImportProgress, Manifest, Picture } from '../../shared/contract/dataset';
import { wordsOf } from '../../shared/errors';
import type { Message } from '../../shared/words/message';
import { StageRate, type StageSpeed } from '../../shared/numbers/stage-rate';
import { words } from '../text/words.svelte';
import { ImportDraft } from './import-draft.svelte';
import type { Studio } from './studio';

const mostSamplesPerClass = 24;
/** Bytes of all sample pictures of a dataset together, which bounds what travels and what the page holds. */
const sampleBytes = 32 * 1024 * 1024;

/** The datasets in the store, the one that is looked at, and the import that is on. */
export class Datasets {
  readonly #studio: Studio;
  #list = $state.raw<readonly Manifest[]>([]);
  #loaded = $state(false);
  #problem = $state.raw<Message | string | null>(null);
  #selected = $state<string | null>(null);
  #importing = $state<string | null>(null);
  #progress = $state.raw<ImportProgress | null>(null);
  #speed = $state.raw<StageSpeed | null>(null);
  #rate = new StageRate();
  #draft = $state.raw<ImportDraft | null>(null);
  #cancelled = false;
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
  get problem(): Message | string | null {
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

  /** How fast the import gets on; null before that can be told. */
  get speed(): StageSpeed | null {
    return this.#speed;
  }

  /** What was dropped and is looked at before it is imported. */
  get draft(): ImportDraft | null {
    return this.#draft;
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
      this.#problem = wordsOf(thrown);
    }
  }

  /** @returns a function that ends it. */
  listen(): () => void {
    const ends = [
      this.#studio.on('datasets.progress', (progress) => {
        this.#progress = progress;
        this.#speed = progress && this.#rate.measure(progress);
      }),
      this.#studio.on('datasets.changed', () => void this.load()),
    ];
    return () => ends.forEach((end) => end());
  }

  /** Asks for a folder, or for files. @returns none where the dialog was dismissed. */
  async choose(kind: 'dataset' | 'datasetFiles'): Promise<string[]> {
    return (await this.#studio.request('host.choose', kind)) ?? [];
  }

  /**
   * Looks through what was dropped; `draft` shows what is found. Nothing is kept.
   * @throws Error with main's message, or where an import is on.
   */
  async look(paths: readonly string[]): Promise<void> {
    this.#refuseWhileImporting();
    const draft = new ImportDraft(paths);
    this.#draft = draft;
    this.#progress = null;
    try {
      draft.show(await this.#studio.request('datasets.preview', { paths: [...paths] }));
    } catch (thrown) {
      // Another one was dropped since, or this one put away.
      if (this.#draft !== draft) return;
      this.#draft = null;
      throw thrown;
    }
  }

  /**
   * Looks through the draft's source once more, read in another way.
   * @throws Error with main's message, such as that the encoding does not fit; the draft then stays as it was.
   */
  async readAs(change: Partial<Pick<ImportDraft, 'columns' | 'validationFold' | 'encoding'>>): Promise<void> {
    const draft = this.#draft;
    if (!draft?.preview) return;
    this.#refuseWhileImporting();
    const { columns, validationFold, encoding } = draft;
    const before = { columns, validationFold, encoding };
    Object.assign(draft, change);
    try {
      const preview = await this.#studio.request('datasets.preview', {
        paths: [...draft.paths],
        options: draft.reading,
      });
      if (this.#draft === draft) draft.show(preview);
    } catch (thrown) {
      Object.assign(draft, before);
      throw thrown;
    }
  }

  /** Puts the draft away, whether it is still looked through or not. */
  async discard(): Promise<void> {
    const isLooking = this.#draft?.preview === null;
    this.#draft = null;
    if (isLooking) await this.#studio.request('datasets.cancel', undefined);
  }

  /** @returns what became of the draft; null where it was cancelled. @throws Error with main's message. */
  async import(): Promise<Manifest | null> {
    const draft = this.#draft;
    if (!draft) return null;
    const { choices, name } = draft;
    const request = { paths: [...draft.paths], options: choices, ...(name.trim() ? { name: name.trim() } : {}) };
    const manifest = await this.#while(draft.title, () => this.#studio.request('datasets.import', request));
    if (manifest) this.#draft = null;
    return manifest;
  }

  importSample(): Promise<Manifest | null> {
    return this.#while(words.datasets.sample, () => this.#studio.request('datasets.importSample', undefined));
  }

  /** Imports a dataset again from where it came from, in its place. */
  async update(id: string): Promise<Manifest | null> {
    const manifest = await this.#while(this.find(id)?.name ?? id, () =>
      this.#studio.request('datasets.update', { dataset: id }),
    );
    if (manifest) {
      this.#draft = null;
      this.#samples = null;
    }
    return manifest;
  }

  /** Ends the import that is on; nothing of it is kept. */
  async cancel(): Promise<void> {
    this.#cancelled = true;
    await this.#studio.request('datasets.cancel', undefined);
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

  #refuseWhileImporting(): void {
    if (this.#importing !== null) throw new Error(words.datasets.waitForImport({ name: this.#importing }));
  }

  /** @returns null where it was cancelled. */
  async #while(what: string, action: () => Promise<Manifest>): Promise<Manifest | null> {
    this.#refuseWhileImporting();
    this.#importing = what;
    this.#progress = null;
    this.#cancelled = false;
    try {
      const manifest = await action();
      await this.load();
      this.#selected = manifest.id;
      return manifest;
    } catch (thrown) {
      if (this.#cancelled) return null;
      throw thrown;
    } finally {
      this.#importing = null;
      this.#progress = null;
    }
  }
}
