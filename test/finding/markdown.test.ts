import { describe, expect, it } from '@jest/globals';
import { code, plain } from '#finding/markdown';

describe('code', () => {
  it('cannot be ended by what it quotes', () => {
    expect(code('a`b``c')).toBe('``` a`b``c ```');
    expect(code('`')).toBe('`` ` ``');
    expect(code('x\n\n# heading\u202e')).toBe('`x  # heading`');
    expect(code('   ')).toBe('` `');
  });

  it('is cut by characters, not by halves of them', () => {
    const cut = code('😀'.repeat(200));
    expect([...cut].length).toBe(122);
    expect(cut.endsWith('…`')).toBe(true);
    expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('plain', () => {
  it.each([
    ['<!-- leastwise -->', '&lt;'],
    ['[x](javascript:alert(1))', '\\['],
    ['**bold** _it_', '\\*'],
  ])('leaves no markup in %s', (text, escaped) => {
    expect(plain(text)).toContain(escaped);
    expect(plain(text)).not.toMatch(/[<>]/);
  });

  it('leaves no mention or link; what prints it takes the rest away', () => {
    const out = plain('@octocat at https://evil.example');
    expect(out).not.toMatch(/@\w/);
    expect(out).not.toContain('://');
  });

  it('does not double what it escapes', () => {
    expect(plain('a & b')).toBe('a &amp; b');
  });
});
