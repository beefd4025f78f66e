import type { Model } from '#runtimes/engine/language';
import { sink, taintsAt } from '#runtimes/engine/models';
import { joinTaints, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** Names that a template puts in as they are, without escaping, by its engine. */
const RAW = {
  // https://handlebarsjs.com/guide/#html-escaping, https://mustache.github.io/mustache.5.html
  mustache: /\{\{\{\s{0,9}([\w.]{1,80})\s{0,9}\}\}\}|\{\{&\s{0,9}([\w.]{1,80})\s{0,9}\}\}/g,
  // https://ejs.co/#docs
  ejs: /<%-\s{0,9}([\w.]{1,80})\s{0,9}-?%>/g,
  // https://lodash.com/docs/#template
  lodash: /<%=\s{0,9}([\w.]{1,80})\s{0,9}%>/g,
} as const;

type Engine = keyof typeof RAW;

/** Characters of a template that are looked at, and names in it. */
const MAX_TEMPLATE = 20_000;
const MAX_NAMES = 50;

/** What comes out of a template that the code has: the values that it does not escape. */
function filled(view: CallView, engine: Engine, template: Value | undefined, data: string): Value {
  const text = view.constant(template);
  if (typeof text !== 'string') return UNKNOWN;
  let taints: readonly Taint[] = [];
  for (const [, one, other] of [...text.slice(0, MAX_TEMPLATE).matchAll(RAW[engine])].slice(0, MAX_NAMES)) {
    const value = view.arg(`${data}.${(one ?? other ?? '').replace(/^this\./, '')}`);
    taints = joinTaints(taints, view.taints(value));
  }
  return { ...UNKNOWN, taints };
}

/** A template with its data in one call: `mustache.render('…', { name })`. */
export function rendered(engine: Engine): Model {
  return (view) => {
    view.sink('template', 0);
    return filled(view, engine, view.arg(0), '1');
  };
}

/** The function that a template was compiled to, called with data: `compile('…')({ name })`. */
function compiled(engine: Engine): Model {
  return (view) => {
    const [template, options] = view.settings?.list ?? [];
    const isRaw = options !== undefined && view.constant(view.field(options, 'noEscape')) === true;
    return isRaw ? { ...UNKNOWN, taints: taintsAt(view, [0]) } : filled(view, engine, template, '0');
  };
}

/** Compilers of templates: what they are given is their engine's code. */
const compile = sink('template', 0);

export const TEMPLATES: Readonly<Record<string, Model>> = {
  'handlebars.compile': compile,
  'handlebars.compile()': compiled('mustache'),
  'handlebars.create().compile': compile,
  'handlebars.create().compile()': compiled('mustache'),
  'ejs.compile': compile,
  'ejs.compile()': compiled('ejs'),
  'lodash.template': compile,
  'lodash.template()': compiled('lodash'),
};
