import { describe, expect, it } from '@jest/globals';
import { SourceFile } from '#source/file';
import { commentsOf } from '#syntax/comments';

describe('commentsOf', () => {
  it('gives comments, and no # that is text', () => {
    const text = [
      '# head',
      'a: x#y # one',
      'b: "# no"',
      "c: '",
      '  # no',
      "  '",
      'd: |',
      '  # no',
      '',
      '  # no either',
      '# two',
      'e: [ # three',
      '  1, # four',
      ']',
      'f: plain',
      '  text # five',
      '   #six  ',
    ].join('\r\n');
    const file = new SourceFile('a.yaml', text);
    const comments = commentsOf(file, 'yaml');
    expect(comments.map(({ text, line, isAlone }) => [text, line, isAlone])).toEqual([
      ['head', 1, true],
      ['one', 2, false],
      ['two', 11, true],
      ['three', 12, false],
      ['four', 13, false],
      ['five', 16, false],
      ['six', 17, true],
    ]);
    for (const { span, text: words } of comments) expect(file.slice(span).slice(1).trim()).toBe(words);
  });

  it('gives the comments of HCL', () => {
    const text = [
      '# one',
      'a = "# no" # two',
      'b = <<EOT',
      '# no',
      'EOT',
      '/* three',
      ' * four',
      ' */ c = 1 // five',
      'd = /* six */ 2',
      '  /* seven */ # eight',
    ].join('\r\n');
    const file = new SourceFile('main.tf', text);
    const comments = commentsOf(file, 'hcl');
    expect(comments.map(({ text: said, line, isAlone }) => [said, line, isAlone])).toEqual([
      ['one', 1, true],
      ['two', 2, false],
      ['three', 6, true],
      ['four', 7, true],
      ['', 8, false],
      ['five', 8, false],
      ['six', 9, false],
      ['seven', 10, true],
      ['eight', 10, false],
    ]);
  });

  it('gives none of JSON', () => {
    expect(commentsOf(new SourceFile('a.json', '{"a": "# no"}'), 'json')).toEqual([]);
  });

  it('reads half-written text', () => {
    const comments = commentsOf(new SourceFile('a.yaml', 'a: [\nb: }} # one\n- : # two\n'), 'yaml');
    expect(comments.map((comment) => comment.text)).toContain('two');
  });
});
