import type { Model } from '#runtimes/engine/language';
import type { Frame, Module, Registration } from '#runtimes/engine/machine';
import { memberOf } from '#runtimes/engine/properties';
import { NO_ARGUMENTS } from '#runtimes/engine/value';
import type { Expression } from '#syntax/code/form';

/** Decorators of methods that are called for requests: https://docs.nestjs.com/controllers */
const ROUTES = /^(?:Get|Post|Put|Patch|Delete|All|Options|Head|Search)$/;

/** The name of a decorator, and what it was given first, where that is a text. */
export function decoratorOf(
  node: Expression,
): { readonly name: string; readonly text: string | undefined } | undefined {
  const callee = node.kind === 'call' ? node.callee : node;
  const name =
    callee.kind === 'name'
      ? callee.name
      : callee.kind === 'member' && typeof callee.property === 'string'
        ? callee.property
        : undefined;
  if (name === undefined) return undefined;
  const first = node.kind === 'call' ? node.args[0]?.value : undefined;
  return { name, text: first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined };
}

/** A class of NestJS whose methods answer requests: each is registered on an instance of it. */
export const controller: Model = (view) => {
  const [target] = view.args.list;
  for (const of of target?.classes ?? []) {
    const frame: Frame = { ...view.context.frame, module: of.module as Module };
    const context = { scope: of.scope, frame };
    const routes = of.code.members.filter(
      (member) => member.code && member.decorators.some((one) => ROUTES.test(decoratorOf(one)?.name ?? '')),
    );
    if (routes.length === 0) continue;
    const self = view.machine.construct(of, NO_ARGUMENTS, of.code.nameSpan, context, undefined);
    for (const member of routes) {
      if (typeof member.name !== 'string') continue;
      const at = of.module.at(member.span);
      const handler = memberOf(view.machine, of, member.name, self, at, context);
      const route = member.decorators.map(decoratorOf).find((one) => ROUTES.test(one?.name ?? ''));
      const label = `${route?.name ?? ''} ${route?.text ?? ''}`.trim();
      const registration: Registration | undefined = handler && { kind: 'nest', handler, label, at };
      if (registration) view.machine.registrations.push(registration);
    }
  }
  return target;
};
