import type { AnyFunction, FunctionCall } from '#frameworks/terraform/functions/function';
import { MAX_TEXT, tried } from '#frameworks/terraform/functions/pattern-replacement';
import { type Match, RegularExpression } from '#frameworks/terraform/functions/regular-expression';
import { openCause } from '#frameworks/terraform/functions/strings';
import { stringOf } from '#frameworks/terraform/values';
import type { SetValue, Value } from '#model/value';

/** What a match is: the text without groups, a list of unnamed groups, a map of named ones. */
function matched(match: Match, { names }: RegularExpression, call: FunctionCall): SetValue | undefined {
  const [whole = '', ...groups] = match.groups;
  const values = groups.map((group): SetValue => call.set(group ?? null));
  const named = names.filter((name) => name !== undefined);
  if (names.length === 0) return call.set(whole);
  if (named.length === 0) return call.set(values);
  if (named.length < names.length) return undefined;
  return call.set(
    new Map(
      names.flatMap((name, i): [string, Value][] => {
        const value = values[i];
        return name !== undefined && value ? [[name, value]] : [];
      }),
    ),
  );
}

/** Runs a pattern: what it gives, or why it gives nothing. */
function searched(
  args: readonly SetValue[],
  call: FunctionCall,
  run: (expression: RegularExpression, text: string) => Value,
): Value {
  const [pattern, text] = [stringOf(args[0]), stringOf(args[1])];
  if (pattern === undefined || text === undefined) return call.unknown(openCause(args[pattern === undefined ? 0 : 1]));
  if (text.length > MAX_TEXT) return call.unknown('a string that is too long');
  return tried(call, () => run(new RegularExpression(pattern), text));
}

/** https://developer.hashicorp.com/terraform/language/functions/regex */
export const patterns: Readonly<Record<string, AnyFunction>> = {
  regex: {
    call: (args, call) =>
      searched(args, call, (expression, text) => {
        const [match] = expression.matches(text, 1);
        if (!match) return call.failed('the pattern does not match');
        return matched(match, expression, call) ?? call.failed('groups with and without names');
      }),
  },
  regexall: {
    call: (args, call) =>
      searched(args, call, (expression, text) => {
        const all = expression.matches(text).map((match) => matched(match, expression, call));
        const found = all.filter((one) => one !== undefined);
        return found.length < all.length ? call.failed('groups with and without names') : call.set(found);
      }),
  },
};
