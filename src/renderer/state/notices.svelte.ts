import type { Message } from '../../shared/words/message';
import { said } from '../text/words.svelte';

/** What went wrong. */
export interface Notice {
  readonly id: number;
  readonly title: string;
  /** It is said in the language in use where it is shown. */
  readonly message: Message | string;
  /** In milliseconds of `Date.now()`. */
  readonly shownAt: number;
}

interface OfferOptions {
  readonly text: string;
  /** What the button says. Without one the offer is a message that goes by itself. */
  readonly action?: string;
  /** How long it is shown, in milliseconds, while nobody points at it. */
  readonly millis: number;
  readonly onaction?: () => void;
  /** Its time is over, or it was dismissed. */
  readonly onover?: () => void;
}

/** What is offered for a while, such as to undo something. */
export interface Offer extends OfferOptions {
  readonly id: number;
}

/** How long a message without an action is shown, in milliseconds. */
const messageMillis = 8000;

/** How long a notice takes to be read, in milliseconds: 15 characters a second, and some time to look at it. */
const readMillis = ({ title, message }: Notice): number => messageMillis + (title.length + said(message).length) * 65;

/** Notices that stay until they are dismissed or their view was left, offers that go by themselves, and what is said to a screen reader. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #offers = $state.raw<readonly Offer[]>([]);
  #announcement = $state.raw({ text: '' });
  #next = 1;
  /** Ids of notices whose view was left. */
  #left: readonly number[] = [];
  /** Id of the notice that somebody points at. */
  #held: number | null = null;
  /** By the ids of offers, and of notices whose view was left. */
  readonly #timers: Record<number, ReturnType<typeof setTimeout>> = {};

  get list(): readonly Notice[] {
    return this.#list;
  }

  get offers(): readonly Offer[] {
    return this.#offers;
  }

  /** A new object each time, so that the same words are said again. */
  get announcement(): { readonly text: string } {
    return this.#announcement;
  }

  show(title: string, message: Message | string): void {
    const others = this.#list.filter((notice) => notice.title !== title || said(notice.message) !== said(message));
    this.#list = [...others, { id: this.#next++, title, message, shownAt: Date.now() }];
  }

  dismiss(id: number): void {
    this.#stop(id);
    this.#left = this.#left.filter((left) => left !== id);
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  /** Takes the notices away that were shown before another view is, each once there was time to read it. */
  leaveView(): void {
    this.#left = this.#list.map(({ id }) => id);
    for (const notice of this.#list) {
      if (notice.id !== this.#held) this.#dismissAfter(notice, notice.shownAt + readMillis(notice) - Date.now());
    }
  }

  /** Keeps the notice while somebody points at it or is in it with the keyboard. */
  hold({ id }: Notice): void {
    this.#held = id;
    this.#stop(id);
  }

  /** Shows a notice whose view was left for its whole time from now on. */
  release(notice: Notice): void {
    this.#held = null;
    if (this.#left.includes(notice.id)) this.#dismissAfter(notice, readMillis(notice));
  }

  /** Shows it for a while, and says it. @returns a function that takes it away without a word. */
  offer(options: OfferOptions): () => void {
    const offer: Offer = { ...options, id: this.#next++ };
    this.#offers = [...this.#offers, offer];
    this.announce(offer.text);
    this.resume(offer);
    return () => this.#drop(offer.id);
  }

  /** Shows a message for a while. */
  tell(text: string): void {
    this.offer({ text, millis: messageMillis });
  }

  /** Keeps the offer while somebody points at it or is in it with the keyboard. */
  pause({ id }: Offer): void {
    this.#stop(id);
  }

  /** Shows it for its whole time from now on. */
  resume(offer: Offer): void {
    this.pause(offer);
    this.#timers[offer.id] = setTimeout(() => this.decline(offer), offer.millis);
  }

  accept(offer: Offer): void {
    if (this.#drop(offer.id)) offer.onaction?.();
  }

  decline(offer: Offer): void {
    if (this.#drop(offer.id)) offer.onover?.();
  }

  /** Says it once, after whatever is being said. For ends and changes of state, never for progress. */
  announce(text: string): void {
    this.#announcement = { text };
  }

  #dismissAfter({ id }: Notice, millis: number): void {
    this.#stop(id);
    if (millis > 0) this.#timers[id] = setTimeout(() => this.dismiss(id), millis);
    else this.dismiss(id);
  }

  #stop(id: number): void {
    clearTimeout(this.#timers[id]);
    Reflect.deleteProperty(this.#timers, id);
  }

  /** @returns whether it was still there. */
  #drop(id: number): boolean {
    this.#stop(id);
    const left = this.#offers.filter((offer) => offer.id !== id);
    const wasThere = left.length < this.#offers.length;
    this.#offers = left;
    return wasThere;
  }
}
