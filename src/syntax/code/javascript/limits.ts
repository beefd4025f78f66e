/**
 * The text that the parser gets: as long as the file's, with every offset where it was. The parser's scanner looks ahead for the end of
 * a comment and of a class of characters before it counts a step, so ten thousand of them without an end take minutes. Without an end
 * they are errors wherever they are code, and within quotes only the file's own text is read: so their second character is left blank.
 */
export function forParser(text: string): string {
  return withoutOpenClasses(withoutOpenComments(text));
}

function withoutOpenComments(text: string): string {
  const closed = text.lastIndexOf('*/');
  const from = closed === -1 ? 0 : closed + 2;
  return text.includes('/*', from) ? text.slice(0, from) + text.slice(from).replaceAll('/*', '/ ') : text;
}

/** `/[` that no `]` closes on its line. */
function withoutOpenClasses(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let end = 0;
  for (let at = text.indexOf('/['); at !== -1; at = text.indexOf('/[', at + 2)) {
    if (at >= end) end = endOfClass(text, at + 2);
    if (text[end] === ']') continue;
    pieces.push(text.slice(from, at + 1), ' ');
    from = at + 2;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

/** Where a class of characters or its line ends. A class that starts inside of another ends where that one does. */
function endOfClass(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== ']' && text[at] !== '\n')
    at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
  return at;
}
