import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeywordIndex } from '#finding/keyword-index';

function places(text: string, words: readonly string[]): readonly string[] {
  const found: string[] = [];
  new KeywordIndex(words).each(text, (end, word) => found.push(`${end} ${words[word]}`));
  return found.sort();
}

/** The same by looking for one word after the other. */
function plainly(text: string, words: readonly string[]): readonly string[] {
  const small = text.replace(/[A-Z]/g, (char) => char.toLowerCase());
  return words
    .flatMap((word) =>
      Array.from({ length: text.length }, (_, at) => at).flatMap((at) =>
        small.startsWith(word, at) ? [`${at + word.length} ${word}`] : [],
      ),
    )
    .sort();
}

it('finds every word in every case, also within another one', () => {
  expect(places('xABCDé abcd', ['abc', 'bcd', 'c', 'abcd'])).toHaveLength(8);
});

it('finds what looking for each word finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', '1'), minLength: 1, maxLength: 5 });
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', 'A', '_', '1', 'é', '\n'), maxLength: 60 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (words, one) => {
      expect(places(one, words)).toEqual(plainly(one, words));
    }),
  );
});
