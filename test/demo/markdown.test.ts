import { describe, expect, it } from '@jest/globals';
import { html } from '#demo/html';
import { renderMarkdown } from '#demo/page/markdown';

function render(markdown: string): string {
  return renderMarkdown(markdown, (lines) => html`<i>${lines.join('|')}</i>`).text;
}

describe('Markdown on the page', () => {
  it('shows what Leastwise writes: folded sections, small print, tables, diffs', () => {
    const text = render(
      '**High: x**\n\n<details><summary>Why</summary>\n\nBecause `a < b`.\n\n</details>\n\n<sub>small</sub>\n\n| A |\n|---|\n| 1 |\n\n```diff\n-a\n+b\n```',
    );
    expect(text).toContain('<strong>High: x</strong>');
    expect(text).toContain('<details><summary>Why</summary>');
    expect(text).toContain('<code>a &lt; b</code>');
    expect(text).toContain('<sub>small</sub>');
    expect(text).toContain('<td>1</td>');
    expect(text).toContain('<span class="added">+b\n</span>');
  });

  it('hides HTML comments, also in a line and without an end', () => {
    expect(render('<!-- hidden -->\n\nshown <!-- hidden --> too\n\n<!-- hidden')).not.toContain('hidden');
  });

  it('gives suggestions to whoever draws them, line by line', () => {
    expect(render('```suggestion\n  a: 1\n  b: <2>\n```')).toContain('<i>  a: 1|  b: &#60;2&#62;</i>');
    expect(render('```suggestion\n```')).toContain('<i></i>');
    expect(renderMarkdown('```suggestion\na\n```').text).toContain('<pre><code>a</code></pre>');
  });

  it.each([
    '<script>alert(1)</script>',
    'x <img src=x onerror=alert(1)> y',
    '<details open ontoggle=alert(1)><summary>s</summary></details>',
    '![x](http://example.com/" onerror="alert(1))',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](http://example.com/"onmouseover="alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '<!-- --><script>alert(1)</script>',
    '<!--><script>alert(1)</script>',
    '<svg/onload=alert(1)>',
    '<sub><style>*{display:none}</style></sub>',
    '```"><script>alert(1)</script>\nx\n```',
    '`<script>`',
    '<http://example.com/"><script>alert(1)</script>>',
  ])('lets nothing in that runs or loads: %s', (hostile) => {
    const text = render(hostile);
    const tags = [...text.matchAll(/<\/?([a-z0-9]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)];
    for (const [, name = '', attributes = ''] of tags) {
      expect(['p', 'a', 'br', 'code', 'details', 'em', 'li', 'pre', 'strong', 'sub', 'summary', 'ul']).toContain(name);
      expect(attributes.trim()).toMatch(name === 'a' ? /^(?:href="(?:https?:\/\/|#)[^"]*")?$/ : /^$/);
    }
    expect(text).not.toMatch(/<(?!\/?[a-z])/i);
  });

  it('keeps a comment within its box', () => {
    expect(render('<details><summary>open\n\ntext')).toMatch(/<\/summary><\/details>$/);
    expect(render('</details>\n\n</sub>text')).not.toMatch(/<\/(?:details|sub)>/);
    expect(render('</div></section>')).not.toContain('</div>');
  });
});
