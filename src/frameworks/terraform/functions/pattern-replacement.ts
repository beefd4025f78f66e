import type { FunctionCall } from '#frameworks/terraform/functions/function';
import { type Match, PatternError, RegularExpression } from '#frameworks/terraform/functions/regular-expression';
import type { Value } from '#model/value';

/** Text in which a pattern is searched. */
export const MAX_TEXT = 100_000;

/** Runs a pattern; one that is wrong fails, one that is not understood or takes too long is unknown. */
export function tried(call: FunctionCall, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return error.isWrong ? call.failed('the pattern is wrong') : call.unknown('a pattern that is not understood');
  }
}

/** `$1`, `${name}` and `$$` in the text that replaces a match. Source: Go's `Regexp.Expand`. */
function expanded(template: string, match: Match, names: readonly (string | undefined)[]): string {
  return template.replace(/\$(?:\$|(\w{1,50})|\{(\w{1,50})\})/g, (whole, bare?: string, braced?: string) => {
    if (whole === '$$') return '$';
    const name = bare ?? braced ?? '';
    const index = /^\d{1,4}$/.test(name) ? Number(name) : names.lastIndexOf(name) + 1;
    return index === 0 && name !== '0' ? '' : (match.groups[index] ?? '');
  });
}

/** Replaces what a pattern matches, as `replace` does with `/pattern/`. */
export function patternReplaced(text: string, pattern: string, replacement: string, call: FunctionCall): Value {
  if (text.length > MAX_TEXT) return call.unknown('a string that is too long');
  return tried(call, () => {
    const expression = new RegularExpression(pattern);
    const points = [...text];
    let made = '';
    let done = 0;
    for (const match of expression.matches(text)) {
      made += points.slice(done, match.start).join('') + expanded(replacement, match, expression.names);
      done = match.end;
    }
    return call.set(made + points.slice(done).join(''));
  });
}
