import type { Language } from '#runtimes/engine/language';
import { answered } from '#runtimes/javascript/answers';

/** What is told of JavaScript's code besides calls: fields that are set, values that are dropped, exceptions, answers. */
export const JAVASCRIPT_HOOKS: Partial<Language> = {
  answered,
  assigned: (machine, owner, name, value, at, context) => {
    // `context.res = { … }` of Azure, `ctx.body = …` of Koa.
    if (name === 'res') answered(machine, value, at, context);
    if (name === 'body' && owner.apis.some((one) => one.path === '<response>') && startsMarkup(value.text?.[0]))
      machine.reach('html', value.taints, at, { callee: 'the page that is answered', call: at, context });
  },
};

/** Koa takes a text that begins with markup for a page: https://koajs.com/#ctx-body- */
function startsMarkup(head: unknown): boolean {
  return typeof head === 'string' && /^\s{0,20}</.test(head);
}
