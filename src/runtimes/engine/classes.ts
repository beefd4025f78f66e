import type { Context, Machine } from '#runtimes/engine/machine';
import { type ClassValue, NEVER, Obj, Scope, type Value } from '#runtimes/engine/value';
import type { ClassCode } from '#syntax/code/form';

/** A class as a value: what it extends is evaluated, and its static fields. */
export function classOf(machine: Machine, code: ClassCode, context: Context): ClassValue {
  const bases = code.bases.map((base) => machine.evaluate(base, context));
  const statics = new Obj('module', undefined, context.frame.module.at(code.nameSpan));
  const scope = new Scope(context.scope, 'class');
  const made: ClassValue = { code, scope: context.scope, module: context.frame.module, bases, statics };
  const self: Value = { ...NEVER, classes: [made] };
  const inner: Context = { scope, frame: { ...context.frame, self, home: made } };
  if (code.name !== undefined) machine.state.set(scope.declare(code.name), self);
  for (const member of code.members) {
    if (member.kind === 'static-block' && member.code) machine.execute(member.code.body, inner);
    const isOfClass = member.isStatic || machine.language.name === 'python';
    if (member.kind !== 'field' || !isOfClass || !member.value || typeof member.name !== 'string') continue;
    const value = machine.evaluate(member.value, inner);
    machine.state.set(statics.field(member.name), value);
    if (machine.language.name === 'python') machine.state.set(scope.declare(member.name), value);
  }
  return made;
}
