import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { code, plain } from '#finding/markdown';
import { cell, cut, details, fence, inline, inlineCode, inlineText, link, place, plainText } from '#review/markdown';
import { outsideCode } from '#test/review/builder';

describe('inline', () => {
  it('keeps code spans and emphasis', () => {
    expect(inline('`Role` of **all** is `a | b`.')).toBe('`Role` of **all** is `a | b`.');
  });

  it.each([
    ['<!-- leastwise:1 x -->', '&lt;!-- leastwise:1 x --&gt;'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['hello @team/all', 'hello @&#8203;team/all'],
    ['hello &#64;team', 'hello @&#8203;team'],
    ['hello &commat;team', 'hello &amp;commat;team'],
    ['see #12', 'see #&#8203;12'],
    ['[click](https://evil.example)', '&#91;click&#93;(https&#58;//evil.example)'],
    ['![x](y)', '!&#91;x&#93;(y)'],
    ['www.evil.example', 'www&#46;evil.example'],
    ['one\n\n# two', 'one # two'],
    ['# head', '\\# head'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['* item', '\\* item'],
    ['> quote', '&gt; quote'],
    ['```\nfence', '\\`\\`\\` fence'],
    ['a ` b', 'a \\` b'],
    ['right\u202eleft', 'right left'],
    ['`<!-- x -->`', '`<! -- x -->`'],
  ])('shows %j as text', (markdown, shown) => {
    expect(inline(markdown)).toBe(shown);
  });

  it('never lets out HTML, a mention, a link or a line break, whatever comes in', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '`',
        '``',
        '\\',
        '<',
        '!--',
        '-->',
        '@',
        '#1',
        '[',
        ']',
        '(',
        ')',
        '&',
        '&lt;',
        '&#64;',
        '\n',
        'a',
        ' ',
        '|',
        '\u202e',
        '\ud83d',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const shown of [inline(parts.join('')), inlineText(parts.join('')), inlineCode(parts.join(''))]) {
          const text = outsideCode(shown);
          expect(text).not.toMatch(/[<>[\]\n]/);
          expect(text).not.toMatch(/@(?!&#8203;)/);
          expect(shown).not.toContain('<!--');
          expect(shown).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('stays within its limit for 100 KB of anything', () => {
    expect(inline('<'.repeat(100_000), 100).length).toBeLessThanOrEqual(100 * 8);
    expect(inline('`'.repeat(100_000), 100).length).toBeLessThanOrEqual(100 * 8);
  });

  it('shows untrusted text as it is', () => {
    expect(plainText(inlineText('a*b_c`d`<e>@f #1 [g](h)', 200), 200)).toBe('a*b_c`d`<e>@f #1 [g](h)');
    expect(plainText(plain('a <b> & `c`'), 200)).toBe('a <b> & `c`');
    expect(plainText(`the role ${code('a`b')}`, 200)).toBe('the role a`b');
  });
});

describe('pieces', () => {
  it('cuts between characters, not within', () => {
    expect(cut('ab😀', 3)).toBe('ab…');
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('a😀bc', 3)).toBe('a…');
  });

  it('fences with more back-ticks than the content has', () => {
    expect(fence('diff', '+```yaml\n+````')).toBe('`````diff\n+```yaml\n+````\n`````');
  });

  it('writes the heading of a section as HTML, where a code span protects nothing', () => {
    expect(details('Patch: `<img src=x>` @a #1 &', 'text')).toBe(
      '<details><summary>Patch: &#96;&#60;img src=x&#62;&#96; @&#8203;a #&#8203;1 &#38;</summary>\n\ntext\n\n</details>',
    );
  });

  it('escapes the pipes that would end a cell, and only those', () => {
    expect(cell('a|b \\| c \\\\| d')).toBe('a\\|b \\| c \\\\\\| d');
  });

  it('links to http, https and relative addresses only, without letting the address end the link', () => {
    expect(link('x', 'javascript:alert(1)')).toBe('x');
    expect(link('x', 'https://a.example/b (c)/ü')).toBe('[x](https://a.example/b%20%28c%29/%C3%BC)');
    expect(link('x', '../blob/a')).toBe('[x](../blob/a)');
    expect(link('x', undefined)).toBe('x');
  });

  it('shows the end of a long path with its line', () => {
    expect(place(`${'deep/'.repeat(100)}template.yaml`, 12)).toMatch(/^`….*\/template\.yaml:12`$/);
  });
});
