/**
 * An untrusted name as inline code: back-ticks, line breaks and control characters cannot end it, mentions and links in it
 * stay text. Cut to 120 characters.
 */
export function code(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').trim();
  const cut = [...clean].length > 120 ? `${[...clean].slice(0, 119).join('')}…` : clean;
  if (cut === '') return '` `';
  let fence = '`';
  while (cut.includes(fence)) fence += '`';
  return cut.includes('`') ? `${fence} ${cut} ${fence}` : `${fence}${cut}${fence}`;
}

/** Untrusted text as plain Markdown text: nothing in it is markup, a mention, a link or an HTML comment. */
export function plain(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//');
}
