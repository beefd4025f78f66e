/** The number that is written, or undefined for an imaginary one. Python 2's `0777` is octal and its `10L` an integer. */
export function numberOf(text: string): number | undefined {
  const digits = text.replaceAll('_', '').toLowerCase();
  if (/^0[xob]/.test(digits)) return Number(digits.replace(/l$/, ''));
  if (digits.endsWith('j')) return undefined;
  if (/^0[0-7]+l?$/.test(digits)) return Number.parseInt(digits, 8);
  return Number(digits.replace(/l$/, ''));
}
