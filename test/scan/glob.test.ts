import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pathGlob, wildcard } from '#scan/glob';

describe('wildcard', () => {
  it('agrees with a regular expression', () => {
    const piece = fc.constantFrom('a', 'b', '*', '?', '.', '/');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '.', '/'), { maxLength: 10 }),
        (p, t) => {
          const source = p.map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one === '.' ? '\\.' : one)).join('');
          expect(wildcard(p.join(''), t.join(''))).toBe(new RegExp(`^${source}$`).test(t.join('')));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends soon on a hostile pattern', () => {
    expect(wildcard(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
  });
});

describe('pathGlob', () => {
  it.each([
    ['vendor/', 'vendor/a/template.yaml', true],
    ['vendor/', 'src/vendor/template.yaml', true],
    ['/vendor', 'src/vendor/template.yaml', false],
    ['*.json', 'deep/down/x.json', true],
    ['examples/**', 'examples/a/b.yaml', true],
    ['examples/*', 'examples/a/b.yaml', true],
    ['examples/*.yaml', 'examples/a/b.yaml', false],
    ['**/test/*.yaml', 'a/b/test/x.yaml', true],
    ['**/test/*.yaml', 'test/x.yaml', true],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['a/**/z', 'a/b/c/y', false],
    ['templat?.yaml', 'template.yaml', true],
  ])('%s against %s is %s', (glob, path, expected) => {
    expect(pathGlob(glob, path)).toBe(expected);
  });
});
