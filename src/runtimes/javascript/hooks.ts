import type { Language } from '#runtimes/engine/language';
import { api, NO_ARGUMENTS } from '#runtimes/engine/value';
import { environmentHooks } from '#runtimes/environment';
import { answered } from '#runtimes/javascript/answers';
import { controller } from '#runtimes/javascript/models/nest';

const ENVIRONMENT = environmentHooks('process.env');

/** What is told of JavaScript's code besides calls: fields that are set, values that are dropped, exceptions, answers. */
export const JAVASCRIPT_HOOKS: Partial<Language> = {
  answered,
  decorator: (outside) => (outside.path === '@nestjs/common.Controller()' ? controller : undefined),
  // What a framework injects is made of the class that the parameter is annotated with.
  parameter: (machine, parameter, context) => {
    if (!parameter.isField && parameter.decorators.length === 0) return undefined;
    const node = parameter.annotation;
    if (node?.kind !== 'name') return undefined;
    const cell = context.scope.lookup(node.name);
    const known = cell && machine.state.get(cell);
    const [of] = known?.classes ?? [];
    if (of) return machine.construct(of, NO_ARGUMENTS, node.span, context, undefined);
    const [outside] = known?.apis ?? [];
    return outside && api(`${outside.path}()`);
  },
  // An amount of rounds that somebody else chooses; of what they sent the length is what they paid for.
  looped: (machine, node, _items, context) => {
    const { test } = node;
    if (node.how !== 'for' || test?.kind !== 'binary' || !/^[<>]=?$/.test(test.operator)) return;
    const bound = test.operator.startsWith('<') ? test.right : test.left;
    const { taints } = machine.evaluate(bound, context);
    const at = context.frame.module.at(bound.span);
    machine.reach(
      'allocation',
      taints.filter((taint) => taint.path.at(-1) !== 'length'),
      at,
      { callee: 'the loop', call: at, context },
    );
  },
  ...ENVIRONMENT,
  assigned: (machine, owner, name, value, at, context) => {
    ENVIRONMENT.assigned(machine, owner, name, value, at, context);
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
