import { describe, expect, it } from '@jest/globals';
import { KNOWN_FORMATS } from '#finding/secret-formats';
import { ALLOWED, FORMATS } from '#finding/secret-formats.generated';
import { convert, faultsOf, MAX_WAYS } from '../../tools/generate/secret-formats/convert.js';
import { longest, parse, print, ways, withoutLead } from '../../tools/generate/secret-formats/expression.js';

const js = (source: string): RegExp => new RegExp(print(parse(source)));

describe('an expression of RE2', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['(?i)abc', ['ABC', 'aBc'], ['abd']],
    ['ab(?i)cd', ['abCD'], ['ABcd']],
    ['(?i)a(?-i:B)c', ['aBC', 'ABc'], ['abc']],
    ['(?i:a)b', ['Ab'], ['aB']],
    ['(?:(?i)a|b)c', ['Ac', 'Bc'], ['aC']],
    ['^[[:alnum:]_]{3}$', ['a1_'], ['a-_']],
    ['^x\\z', ['x'], ['x\n', 'xx']],
    ['(?P<name>a)b', ['ab'], ['b']],
    ['^a.b$', ['axb'], ['a\nb']],
    ['^a(?s:.)b$', ['a\nb', 'axb'], ['ab']],
    ['^[^\\]a-]$', ['b', 'é', '\n'], [']', 'a', '-']],
    ['^\\x60[\\w.-]$', ['`a', '`.', '`-'], ['`+']],
    ['^(?i)[k-m]$', ['K', 'l', 'M'], ['j', 'n']],
  ])('%s means the same in JavaScript', (source, yes, no) => {
    expect(yes.filter((text) => !js(source).test(text))).toEqual([]);
    expect(no.filter((text) => js(source).test(text))).toEqual([]);
  });

  it('that is not understood is refused, not guessed', () => {
    for (const source of ['(?=a)', '(?<!a)b', '\\1', 'a\\pL', '(a', '[a', 'a)'])
      expect(() => parse(source)).toThrow(SyntaxError);
  });

  it('gets an end to every repetition, and loses what tells nothing in front', () => {
    expect(print(parse('a+b*c{3,}'))).toBe('a{1,1000}b{0,1000}c{3,1000}');
    expect(print(withoutLead(parse('[\\w.-]{0,50}?(?:shop)=(x)')))).toBe('(?:shop)=(x)');
    expect(longest(parse('ab{2,5}(?:c|dd)'))).toBe(8);
  });

  it('is measured by the ways in which it may be tried', () => {
    expect(ways(parse('a{0,9}b'))).toBe(1);
    expect(ways(parse('a{0,9}a'))).toBe(10);
    expect(ways(parse('\\w{0,9}[a-z]{0,9}x'))).toBe(100);
    expect(ways(parse('(?:a{1,9}){1,9}'))).toBeGreaterThan(1e9);
  });
});

describe('the formats', () => {
  it('are as the converter writes them, and bounded', () => {
    const lists = [ALLOWED, ...FORMATS.flatMap(({ allow = [] }) => allow)];
    const sources = [
      ...FORMATS.map(({ source }) => source),
      ...lists.flatMap(({ regexes, paths }) => [...regexes, ...paths]),
    ];
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(faultsOf)).toEqual([]);
    expect(faultsOf('(?:a{1,9}){1,9}')).toHaveLength(1);
    expect(faultsOf('a+')).toHaveLength(1);
    expect(faultsOf('(')).toHaveLength(1);
  });

  it('have keywords, matches as long as they say, and ids of their own', () => {
    for (const { id, keywords, source, longest: length } of KNOWN_FORMATS) {
      expect([
        id,
        keywords.length > 0 && keywords.every((word) => /^[\x21-\x7e ]+$/.test(word) && word === word.toLowerCase()),
      ]).toEqual([id, true]);
      // Looking around takes no character, and has no repetition of its own.
      const bare = parse(source.replaceAll(/\(\?<?[!=][^)]*\)/g, ''));
      expect([id, longest(bare) <= length, ways(bare) <= MAX_WAYS]).toEqual([id, true, true]);
    }
    expect(new Set(KNOWN_FORMATS.map(({ id }) => id)).size).toBe(KNOWN_FORMATS.length);
  });
});

describe('the conversion', () => {
  const toml = `title = "t"
minVersion = "v1"
[allowlist]
description = "global"
regexes = ['''^true$''']
stopwords = ["abcabc"]
[[rules]]
id = "shop-key"
description = "A key of the shop."
regex = '''(?i)[\\w.-]{0,50}?(?:shop)[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)([a-z0-9]{8})'''
entropy = 3
keywords = ["SHOP"]
[[rules.allowlists]]
regexTarget = "line"
condition = "AND"
regexes = ['''sample''']
paths = ['''\\.md$''']
[[rules]]
id = "slow"
description = "Slow."
regex = '''(?:a+)+b'''
keywords = ["a"]
[[rules]]
id = "files"
description = "Files."
path = '''\\.p12$'''
`;

  it('keeps keywords, entropy and allow-lists, and says what it leaves out', () => {
    const { typescript, markdown, left } = convert(toml, 'c0ffee');
    expect(typescript).toContain('commit c0ffee');
    expect(typescript).toContain('"keywords":["shop"]');
    expect(typescript).toContain('"named":true,"entropy":3');
    expect(typescript).toContain('"all":true,"target":"line","regexes":["sample"],"paths":["\\\\.md$"]');
    expect(markdown).toContain('| `shop-key` | A key of the shop. |');
    expect(left.map((one) => one.split(':')[0])).toEqual(['slow', 'files']);
  });

  it('refuses what the format of gitleaks did not have', () => {
    expect(() => convert(toml.replace('entropy = 3', 'strength = 3'), 'c0ffee')).toThrow();
  });
});
