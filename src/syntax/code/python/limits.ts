/** Characters that the parser may read again for escapes of named characters; a file of people's has none or a few. */
const MAX_READ_AGAIN = 1_000_000;

/**
 * Whether the parser gets through a text of Python in time. It looks for the end of every `\N{` up to the next brace, before it counts
 * a step: a hundred thousand of them without an end take minutes.
 */
export function isBounded(text: string): boolean {
  let read = 0;
  let end = -1;
  for (let at = text.indexOf('\\N{'); at !== -1; at = text.indexOf('\\N{', at + 3)) {
    if (end < at) end = text.indexOf('}', at);
    if (end === -1) end = text.length;
    read += end - at;
    if (read > MAX_READ_AGAIN) return false;
  }
  return true;
}
