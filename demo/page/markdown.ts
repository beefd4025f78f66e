import { Marked, type Tokens } from 'marked';
import { escapeHtml, type Html, html, trusted } from '#demo/html';

/** The only raw HTML that is let through, and without attributes: what Leastwise writes. GitHub lets through more. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)(details|summary|sub|br)>/g;

/** Shows a suggestion: its new lines, for the lines that the comment stands on. */
export type ShowSuggestion = (lines: readonly string[]) => Html;

/**
 * Comments and check runs as HTML: GitHub's flavor of Markdown, HTML comments hidden, other HTML shown as text, links to http,
 * https and fragments only, no images.
 * @param suggestion draws ```suggestion blocks; without it they are plain code
 */
export function renderMarkdown(markdown: string, suggestion?: ShowSuggestion): Html {
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => allowed(text),
      code: (token) => code(token, suggestion).text,
      image: ({ text }) => escapeHtml(text),
      link(token) {
        const content = this.parser.parseInline(token.tokens);
        return isSafe(token.href) ? `<a href="${escapeHtml(token.href)}">${content}</a>` : content;
      },
      heading(token) {
        // The page has headings of its own above these.
        const level = Math.min(6, token.depth + 1);
        return `<h${level}>${this.parser.parseInline(token.tokens)}</h${level}>\n`;
      },
    },
  });
  return trusted(balanced(marked.parse(markdown, { async: false })));
}

/** Raw HTML: comments go, tags that are let through stay, all else is shown as the text that it is. */
function allowed(raw: string): string {
  let shown = '';
  let from = 0;
  for (const match of raw.matchAll(TAG)) {
    // Entities are HTML here already.
    shown += escapeTags(raw.slice(from, match.index));
    if (!match[0].startsWith('<!--')) shown += match[0];
    from = match.index + match[0].length;
  }
  return shown + escapeTags(raw.slice(from));
}

function escapeTags(raw: string): string {
  return raw.replace(/[<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|#)/i.test(href);
}

function code({ text, lang }: Tokens.Code, suggestion: ShowSuggestion | undefined): Html {
  if (lang === 'suggestion' && suggestion !== undefined) return suggestion(text === '' ? [] : text.split('\n'));
  if (lang !== 'diff') return html`<pre><code>${text}</code></pre>\n`;
  const rows = text.split('\n').map((line) => html`<span class="${kindOf(line)}">${line}\n</span>`);
  return html`<pre class="patch"><code>${rows}</code></pre>\n`;
}

function kindOf(line: string): string {
  if (/^(?:---|\+\+\+|@@)/.test(line)) return 'meta';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'deleted' : 'same';
}

/** Closes what raw HTML left open, and drops what closes nothing, so that no comment reaches beyond its box. */
function balanced(rendered: string): string {
  const open: string[] = [];
  const text = rendered.replace(/<(\/?)(details|summary|sub)>/g, (tag, slash: string, name: string) => {
    if (slash === '') {
      open.push(name);
      return tag;
    }
    if (open.at(-1) !== name) return '';
    open.pop();
    return tag;
  });
  return (
    text +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}
