/**
 * Finds many words in a text at once, whatever their case: the automaton of Aho and Corasick, whose time is the length of the text
 * and does not depend on what it says. https://doi.org/10.1145/360825.360855
 */
export class KeywordIndex {
  /** For each state and class of characters the next state. */
  readonly #next: Int32Array;
  /** The class of a character; 0 for those in no word. */
  readonly #classes = new Uint8Array(128);
  readonly #width: number;
  /** 1 for the states in which a word ends. */
  readonly #ends: Uint8Array;
  /** The words that end in a state. */
  readonly #ending: readonly (readonly number[])[];

  /** @param words in small letters of ASCII */
  constructor(readonly words: readonly string[]) {
    let classes = 1;
    for (const word of words) {
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        if (this.#classes[code] === 0) this.#classes[code] = classes++;
      }
    }
    for (let code = 65; code <= 90; code++) this.#classes[code] = this.#classes[code + 32] ?? 0;
    this.#width = classes;
    const states = words.reduce((sum, word) => sum + word.length, 1);
    this.#next = new Int32Array(states * classes).fill(-1);
    this.#ending = this.#linked(this.#trie());
    this.#ends = Uint8Array.from(this.#ending, (own) => (own.length > 0 ? 1 : 0));
  }

  #trie(): number[][] {
    const ending: number[][] = [[]];
    for (const [index, word] of this.words.entries()) {
      let state = 0;
      for (let at = 0; at < word.length; at++) {
        const place = state * this.#width + (this.#classes[word.charCodeAt(at)] ?? 0);
        const known = this.#next[place] ?? -1;
        if (known === -1) {
          this.#next[place] = ending.length;
          ending.push([]);
        }
        state = this.#next[place] ?? 0;
      }
      ending[state]?.push(index);
    }
    return ending;
  }

  /** Completes the trie: where a word does not go on, the longest word that its end begins does. */
  #linked(ending: number[][]): number[][] {
    const fallback = new Int32Array(ending.length);
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      for (let one = 0; one < this.#width; one++) {
        const place = state * this.#width + one;
        const child = this.#next[place] ?? -1;
        const other = state === 0 ? 0 : (this.#next[(fallback[state] ?? 0) * this.#width + one] ?? 0);
        if (child === -1) {
          this.#next[place] = other;
          continue;
        }
        fallback[child] = other;
        ending[child]?.push(...(ending[other] ?? []));
        queue.push(child);
      }
    }
    return ending;
  }

  /** Tells every place where a word stands: the offset after it, and its number. */
  each(text: string, found: (end: number, word: number) => void): void {
    const next = this.#next;
    const classes = this.#classes;
    const ends = this.#ends;
    const width = this.#width;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // The bounds hold by construction, and this loop runs for every character of every file.
      state = code < 128 ? (next[state * width + (classes[code] as number)] as number) : 0;
      if (ends[state] === 1) for (const word of this.#ending[state] ?? []) found(at + 1, word);
    }
  }
}
