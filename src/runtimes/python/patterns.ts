import { keepHalfCheck } from '#runtimes/engine/half-checks';
import { safetyOf } from '#runtimes/engine/patterns';
import { EVERYTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import { joinTaints, made, marked, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { tried } from '#runtimes/patterns/tried';
import type { RegularExpression } from '#syntax/code/form';

/** `re.match`, `re.fullmatch`, `re.search` of a text that is marked: what the text is safe for where it matches. */
export function matchWith(
  view: CallView,
  regex: RegularExpression,
  taints: readonly Taint[],
  how: 'match' | 'fullmatch' | 'search',
): Value {
  tried(view, regex, taints, how === 'fullmatch');
  // A pattern that cannot be judged is taken for one that does its work.
  const safe = safetyOf(regex.pattern, regex.flags, how === 'fullmatch', how !== 'search') ?? EVERYTHING;
  if (safe === 0 && /\w\\?\.[a-z]{2}/i.test(regex.pattern)) keepHalfCheck(view.machine, taints, 'pattern', undefined);
  const { implies } = view.check(taints, safe);
  return { ...marked(made(taints, safe)), regex, implies };
}

/** https://docs.python.org/3/library/re.html#flags */
const FLAGS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:M|MULTILINE)\b/, 'm'],
  [/\.(?:I|IGNORECASE)\b/, 'i'],
  [/\.(?:S|DOTALL)\b/, 's'],
  [/\.(?:X|VERBOSE)\b/, 'x'],
];

/** A pattern as a value, as `re.compile` makes it; undefined where its text is not known. */
export function compiled(
  view: CallView,
  value: Value | undefined,
  flags: Value | undefined,
): RegularExpression | undefined {
  if (value?.regex) return value.regex;
  const pattern = view.constant(value);
  if (typeof pattern !== 'string') return undefined;
  const inline = /^\(\?([aiLmsux]{1,6})\)/.exec(pattern);
  const named = flags?.apis.map(({ path }) => path).join(' ') ?? '';
  const letters = `${inline?.[1] ?? ''}${FLAGS.flatMap(([flag, letter]) => (flag.test(named) ? [letter] : [])).join('')}`;
  const at = view.at.span;
  return { kind: 'regex', pattern: pattern.slice(inline?.[0].length ?? 0), flags: letters, span: at };
}

/** What replacing every match of a pattern leaves. */
export function replacedWith(
  view: CallView,
  regex: RegularExpression,
  text: readonly Taint[],
  by: readonly Taint[],
  callback: Value | undefined,
): Value {
  if (callback && callback.closures.length > 0) view.run(callback, marked(text));
  tried(view, regex, text);
  const { pattern } = regex;
  const negated = /^\[\^((?:[^\]\\]|\\.)+)\][+*]?$/.exec(pattern)?.[1];
  const inside = negated ?? (/^\\W[+*]?$/.test(pattern) ? '\\w' : /^\\D[+*]?$/.test(pattern) ? '\\d' : undefined);
  const safe: Safe = inside === undefined ? removedBy(pattern) : (safetyOf(`^[${inside}]*$`, '') ?? EVERYTHING);
  return { ...UNKNOWN, taints: joinTaints(made(text, safe, 'replacing characters'), by) };
}

/** What a text is safe for from which every character of a class was taken out. */
function removedBy(pattern: string): Safe {
  const inside = /^\[((?:[^\]\\]|\\.)+)\][+*]?$/.exec(pattern)?.[1] ?? (pattern.length <= 3 ? pattern : '');
  let safe: Safe = 0;
  if (inside.includes('<')) safe |= safeFor('html', 'mail', 'xml');
  if (/\\n|\n|\\s/.test(inside)) safe |= safeFor('header', 'log');
  if (inside.includes('/') && (inside.includes('.') || inside.includes('\\\\')))
    safe |= safeFor('path', 'module', 'archive');
  return safe;
}

/** `match.group(1)`: as safe as the group is narrow, wherever the pattern found it. */
export function groupOf(view: CallView): Value {
  const { regex, taints } = view.receiver;
  if (!regex) return marked(taints);
  const wanted = view.constant(view.arg(0)) ?? 0;
  const inside = wanted === 0 ? regex.pattern : groupText(regex.pattern, wanted);
  const safe = inside === undefined ? 0 : (safetyOf(inside.replace(/^\^|\$$/g, ''), '', true) ?? 0);
  return marked(made(taints, safe));
}

function groupText(pattern: string, wanted: unknown): string | undefined {
  const open: { readonly at: number; readonly name: string | undefined; readonly index: number }[] = [];
  let count = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const one = pattern[at];
    if (one === '\\') at += 1;
    else if (inClass) inClass = one !== ']';
    else if (one === '[') {
      inClass = true;
      if (pattern[at + 1] === ']') at += 1;
    } else if (one === '(') {
      const name = /^\(\?P<(\w{1,50})>/.exec(pattern.slice(at, at + 60));
      const isGroup = name !== null || pattern[at + 1] !== '?';
      if (isGroup) count += 1;
      open.push({ at: at + (name?.[0].length ?? 1), name: name?.[1], index: isGroup ? count : -1 });
    } else if (one === ')') {
      const group = open.pop();
      if (group && (group.index === wanted || (group.name !== undefined && group.name === wanted)))
        return pattern.slice(group.at, at);
    }
  }
  return undefined;
}
