import type { Language } from '#runtimes/engine/language';
import type { Context, Machine } from '#runtimes/engine/machine';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { type Field, fieldAt, fieldsOf, textOf, writtenField } from '#runtimes/observations/options';
import { isSaid } from '#runtimes/observations/written';
import type { Location } from '#source/file';

/** A statement that allows everything, or all that one service does, on whatever there is. */
interface Wide {
  readonly action: string;
  readonly at: Location | undefined;
}

/** What calls give a policy to somebody: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html */
const GIVES =
  /PutRolePolicy|PutUserPolicy|PutGroupPolicy|CreatePolicy|putRolePolicy|putUserPolicy|createPolicy|put_role_policy|put_user_policy|put_group_policy|create_policy|AssumeRole|assumeRole|assume_role|GetFederationToken|get_federation_token/;

/** A statement's texts, of one or of a list. */
function textsOf(machine: Machine, value: Value | undefined): readonly string[] {
  if (!value) return [];
  return [textOf(value), ...fieldsOf(machine, value, 1).map((one) => textOf(one.value))].filter(
    (one) => one !== undefined,
  );
}

/** Where the star is written: in the statement, or in the one place of the file that hands it on to where the statement is made. */
function starOf(resource: Field): Location | undefined {
  const { owner, name } = resource;
  const written = writtenField(resource, `\\[?\\s{0,40}["']\\*["']`)?.at;
  if (written || !owner.at) return written;
  const { file } = owner.at;
  const stars = [...file.text.matchAll(/(["'])\*\1/g)];
  const [one] = stars;
  if (one && stars.length === 1) return { file, span: { start: one.index, end: one.index + one[0].length } };
  return writtenField(resource, '[^\\n]{1,80}')?.at ?? owner.places.get(name) ?? owner.at;
}

function* wideStatements(machine: Machine, policy: Value | undefined): Iterable<Wide> {
  const statements = fieldAt(machine, policy, ['Statement'])?.value;
  if (!statements) return;
  const all = [statements, ...fieldsOf(machine, statements, 1).map((one) => one.value)];
  for (const statement of all) {
    const named = (name: string): Value | undefined => fieldAt(machine, statement, [name])?.value;
    if (textOf(named('Effect')) !== 'Allow' || named('Condition')) continue;
    if (!textsOf(machine, named('Resource')).includes('*')) continue;
    const resource = fieldAt(machine, statement, ['Resource']);
    const at = resource && starOf(resource);
    for (const action of textsOf(machine, named('Action'))) yield { action, at };
  }
}

/** A policy becomes JSON, in code that gives policies to somebody. */
export function policyWritten(view: CallView): undefined {
  const given = view.arg(0);
  if (!given || given.objects.length === 0 || !isSaid(view.machine, GIVES)) return undefined;
  for (const { action, at } of wideStatements(view.machine, given))
    if (action === '*' || action.endsWith(':*'))
      view.observe('wildcard-policy', { at: at ?? view.at, details: { action, to: 'principal' } });
  return undefined;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html */
function answered(machine: Machine, value: Value, at: Location, context: Context): void {
  const policy = fieldAt(machine, value, ['policyDocument'])?.value;
  for (const wide of wideStatements(machine, policy))
    if (/^(?:\*|execute-api:(?:\*|Invoke))$/i.test(wide.action))
      machine.observe('wildcard-policy', wide.at ?? at, context, { details: { action: wide.action, to: 'caller' } });
}

export const POLICIES: Pick<Language, 'answered'> = { answered };
