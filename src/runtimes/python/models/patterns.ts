import type { Model } from '#runtimes/engine/language';
import { cleans, taintsAt } from '#runtimes/engine/models';
import { EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { made, marked, UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { tried } from '#runtimes/patterns/tried';
import { compiled, matchWith, replacedWith } from '#runtimes/python/patterns';

function matching(how: 'match' | 'fullmatch' | 'search'): Model {
  return (view) => {
    view.sink('regex', 0);
    const regex = compiled(view, view.either(0, 'pattern'), view.either(2, 'flags'));
    const taints = taintsAt(view, [1, 'string']);
    if (regex) return matchWith(view, regex, taints, how);
    // A pattern that is ours but cannot be seen is taken for one that does its work.
    const isOurs = view.taints(view.either(0, 'pattern')).length === 0;
    const checked = view.check(taints, isOurs ? EVERYTHING : 0);
    return { ...marked(made(taints, isOurs ? EVERYTHING : 0)), implies: checked.implies };
  };
}

/** Told of the text that a pattern which is known is tried on. */
function attempt(view: CallView): void {
  const regex = compiled(view, view.either(0, 'pattern'), view.either(2, 'flags'));
  if (regex) tried(view, regex, taintsAt(view, [1, 'string']));
}

const found: Model = (view) => {
  view.sink('regex', 0);
  attempt(view);
  return view.list(marked(taintsAt(view, [1])));
};

/** `re` and `regex`. */
export const PATTERNS: Readonly<Record<string, Model>> = Object.fromEntries(
  ['re', 'regex'].flatMap((module): (readonly [string, Model])[] => [
    [`${module}.match`, matching('match')],
    [`${module}.fullmatch`, matching('fullmatch')],
    [`${module}.search`, matching('search')],
    [`${module}.findall`, found],
    [`${module}.finditer`, found],
    [
      `${module}.split`,
      (view) => {
        view.sink('regex', 0);
        attempt(view);
        return view.list(marked(taintsAt(view, [1]).map((one) => ({ ...one, key: `${one.key}.<part>` }))));
      },
    ],
    [
      `${module}.sub`,
      (view) => {
        view.sink('regex', 0);
        const regex = compiled(view, view.arg(0), view.either(4, 'flags'));
        const taints = taintsAt(view, [2, 'string']);
        if (!regex) return { ...UNKNOWN, taints: made(taints, 0, 'replacing characters') };
        return replacedWith(view, regex, taints, taintsAt(view, [1]), view.arg(1));
      },
    ],
    [
      `${module}.compile`,
      (view) => {
        view.sink('regex', 0);
        return { ...UNKNOWN, regex: compiled(view, view.arg(0), view.either(1, 'flags')) };
      },
    ],
    [`${module}.escape`, cleans('escaping for a regular expression', safeFor('regex'), 0)],
  ]),
);
