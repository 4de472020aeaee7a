import {
  problemKinds,
  type Note,
  type Problem,
  type ProblemCounts,
  type ProblemKind,
} from '../../../shared/contract/problem';
import { inEnglish } from '../../../shared/words/english';
import { briefText, type Message } from '../../../shared/words/message';

/** Problems of a kind that are listed; the others are counted. */
const mostListed = 200;
const mostNotes = 50;

function problem(kind: ProblemKind, place: Message | string, words: Message | string): Problem {
  return {
    kind,
    path: inEnglish(typeof place === 'string' ? briefText(place) : place),
    message: inEnglish(words),
    ...(typeof words !== 'string' && { words }),
    ...(typeof place !== 'string' && { place }),
  };
}

/** What is wrong with a source, counted by kind, with a list that stays readable however much is wrong. */
export class ProblemList {
  private readonly byKind = new Map<ProblemKind, { count: number; listed: Problem[] }>();

  private readonly noted = new Map<string, Note>();

  /** Says how the source was read, once. */
  note(words: Message): void {
    const sentence = inEnglish(words);
    if (this.noted.size < mostNotes) this.noted.set(sentence, { message: sentence, words });
  }

  get notes(): Note[] {
    return [...this.noted.values()];
  }

  /** @param place A path, or words for what is no path alone. */
  add(kind: ProblemKind, place: Message | string, words: Message | string): void {
    const entry = this.byKind.get(kind) ?? { count: 0, listed: [] };
    this.byKind.set(kind, entry);
    entry.count++;
    if (entry.listed.length < mostListed) entry.listed.push(problem(kind, place, words));
  }

  /** In the order of `problemKinds`: what was skipped comes first. */
  get list(): Problem[] {
    return problemKinds.flatMap((kind) => this.byKind.get(kind)?.listed ?? []);
  }

  get counts(): ProblemCounts {
    return Object.fromEntries(
      problemKinds.flatMap((kind) => {
        const count = this.byKind.get(kind)?.count;
        return count === undefined ? [] : [[kind, count]];
      }),
    );
  }
}
