import { describe, expect, it } from '@jest/globals';
import { stringText } from '#syntax/yaml-text';

describe('text in quotes', () => {
  it.each([
    ['has the quotes of the file', '*', '"', '"*"'],
    [
      'has the other quotes where its own would need escapes',
      '{"id":"$context.requestId"}',
      '"',
      `'{"id":"$context.requestId"}'`,
    ],
    ['has the other quotes where its own would be doubled', "'a': b", "'", `"'a': b"`],
    ['has the quotes of the file where both need escapes', `{"a": 'b'}`, "'", `'{"a": ''b''}'`],
    ['has double quotes where only they have an escape', '"\u0007', "'", '"\\"\\u0007"'],
  ] as const)('%s', (_, text, quote, written) => {
    expect(stringText(text, quote, false)).toBe(written);
  });
});
