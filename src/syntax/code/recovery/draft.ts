import type { Span } from '#source/span';

/** A change that might make a text whole: what stands between `at` and `at + text.length` is replaced, or `text` is put in at `at`. */
export interface Change {
  readonly at: number;
  readonly text: string;
  readonly how: 'replace' | 'insert';
}

/** A text on its way to one that parses. Every offset of it leads to one of the file. */
export class Draft {
  private constructor(
    readonly text: string,
    /** Offsets of characters that are not in the file, in order. */
    private readonly inserted: readonly number[],
    /** What was taken out or put in, in the file. */
    readonly unread: readonly Span[],
    /** Characters that were taken out or put in. */
    readonly cost: number,
  ) {}

  static of(text: string): Draft {
    return new Draft(text, [], [], 0);
  }

  /** The offset in the file. */
  origin(offset: number): number {
    let low = 0;
    let high = this.inserted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.inserted[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  /** The text with changes made that do not overlap. */
  with(changes: readonly Change[]): Draft {
    let { text, cost } = this;
    let inserted = [...this.inserted];
    const unread = [...this.unread];
    for (const change of [...changes].sort((a, b) => b.at - a.at)) {
      const { at } = change;
      const { length } = change.text;
      const end = change.how === 'insert' ? at : at + length;
      unread.push({ start: this.origin(at), end: this.origin(end) });
      if (change.how === 'insert') {
        inserted = inserted.map((one) => (one >= at ? one + length : one));
        inserted.push(...Array.from({ length }, (_, index) => at + index));
        inserted.sort((a, b) => a - b);
        cost += INSERTED * length;
      } else {
        const before = text.slice(at, end);
        for (let index = 0; index < length; index++)
          if (before[index] !== change.text[index] && (before[index] ?? '').trim() !== '') cost += 1;
        // Names that are left of a line are all that is known of it.
        cost += length === 1 ? REMOVED : change.text.trim() === '' ? FORGOTTEN : REDUCED;
      }
      text = text.slice(0, at) + change.text + text.slice(end);
    }
    return new Draft(text, inserted, unread, cost);
  }
}

/** Signs are rather missing than too many; either is likelier than that a line has no meaning yet. */
const INSERTED = 2;
const REMOVED = 2;
const REDUCED = 4;
const FORGOTTEN = 14;
