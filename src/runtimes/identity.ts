import type { Trigger } from '#model/handler';
import { descend, type Property } from '#model/property';
import type { CallRecord, Machine, Reached } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { isSafeFor } from '#runtimes/engine/sinks';
import type { Taint, Value } from '#runtimes/engine/value';
import type { HandlerEntry } from '#runtimes/handlers/entry';

/** Triggers behind which an authorizer may know who calls. */
const KINDS: ReadonlySet<Trigger['kind']> = new Set(['rest-api', 'http-api', 'graphql']);

/**
 * Records that a caller chooses by an id of the request alone, in a handler that is told who the caller is and never asks: whose record
 * it is depends on nothing. Only where every way in has an authorizer, and where nothing from outside gets to see who calls.
 */
export function chosenRecords(machine: Machine, entry: HandlerEntry): readonly Reached[] {
  const { triggers } = entry;
  const isKnown = triggers.length > 0 && triggers.every(isOfUsers);
  if (
    !isKnown ||
    machine.asksWho ||
    machine.missing.size > 0 ||
    machine.calls.some(({ path, args }) => handsOn(machine, path, args.list))
  )
    return [];
  return machine.calls.flatMap((call) => {
    const key = keyOf(machine, call);
    if (!key) return [];
    const taints = key.flatMap((value) => deepTaints(machine, value));
    const [taint] = taints;
    if (!taint || !taints.every(isOfRequest)) return [];
    const { path, at, frame } = call;
    return [
      {
        sink: 'identity',
        callee: path,
        at,
        call: at,
        taint,
        weak: true,
        within: frame.name,
        rewrite: undefined,
        payload: undefined,
      },
    ];
  });
}

/** Who signs in with a user pool or a token is a person; with IAM it is a service, and an authorizer of one's own may have compared ids. */
function isOfUsers({ kind, reach, entry }: Trigger): boolean {
  if (!KINDS.has(kind) || reach !== 'authenticated' || !entry?.decidedBy) return false;
  return isSignIn(entry.decidedBy);
}

/** Whether the property that decides asks for a user pool's or an issuer's token: by its name, or through schemes of an OpenAPI document. */
function isSignIn(decidedBy: Property): boolean {
  if (decidedBy.is(...SIGN_INS)) return true;
  const asked = new Set(decidedBy.items().flatMap((one) => one.entries().map(([name]) => name)));
  if (asked.size === 0) return false;
  const schemes = [['components', 'securitySchemes'], ['securityDefinitions']].flatMap((path) =>
    decidedBy.resource.read(['Body', ...path]).flatMap((one) => one.entries()),
  );
  return [...asked].every((name) =>
    schemes.some(([scheme, definition]) => scheme === name && asksForToken(definition)),
  );
}

function asksForToken(definition: Property): boolean {
  const is = (path: readonly string[], value: string): boolean =>
    descend(definition, path).some((one) => one.is(value));
  return (
    is(['x-amazon-apigateway-authtype'], 'cognito_user_pools') ||
    is(['x-amazon-apigateway-authorizer', 'type'], 'cognito_user_pools') ||
    is(['x-amazon-apigateway-authorizer', 'type'], 'jwt')
  );
}

const SIGN_INS = ['COGNITO_USER_POOLS', 'JWT', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT'];

/** Fields of a request that its caller writes. */
const WRITTEN = /^(?:pathParameters|queryStringParameters|multiValueQueryStringParameters|body|arguments)$/;

function isOfRequest({ origin, path, safe }: Taint): boolean {
  return (
    origin === 'event' &&
    !isSafeFor(safe, 'identity') &&
    path.length > 1 &&
    WRITTEN.test(path[0] ?? '') &&
    path.at(-1) !== '<json>'
  );
}

/** Whether something outside is given the whole event, or the part of it that tells who calls. */
export function handsOn(machine: Machine, path: string, args: readonly Value[]): boolean {
  if (
    /^(?:console\.|JSON\.|json\.|builtins\.(?:print|str|repr)|<(?:callback|context)>|format$)|[lL]ogg(?:er|ing)/.test(
      path,
    )
  )
    return false;
  return args.some((value) =>
    deepTaints(machine, value).some(
      ({ origin, path: [first, second] }) =>
        origin === 'event' && (first === undefined || (/^(?:requestContext|headers|identity)$/.test(first) && !second)),
    ),
  );
}

const DYNAMODB = /dynamodb/i;
const OF_ONE =
  /(?:^|[.])(?:Get|GetItem|Delete|DeleteItem|Update|UpdateItem|get|delete|update|get_?[iI]tem|delete_?[iI]tem|update_?[iI]tem)(?:Command)?$/;
const OF_SOME = /(?:^|[.])(?:Query|query)(?:Command)?$/;
const MONGO = /^(?:mongodb|mongoose|pymongo|motor)\b/;
const BY_ID = /[.]findById(?:And(?:Update|Delete|Remove|Replace))?$/;
const BY_FILTER =
  /[.](?:findOne(?:And(?:Update|Delete|Replace))?|(?:delete|update|replace)One|find_one(?:_and_\w{1,9})?|(?:delete|update|replace)_one)$/;
const PRISMA =
  /^@prisma\/client\b.{0,120}[.](?:findUnique|findFirst|findUniqueOrThrow|findFirstOrThrow|delete|update)$/;
const STATEMENT = /[.](?:query|execute)$/;

/** The values that choose the record of a call, all of them; undefined of calls that choose none, or by something else too. */
function keyOf(machine: Machine, { path, args }: CallRecord): readonly Value[] | undefined {
  const named = (name: string): Value | undefined => args.named.get(name) ?? fieldOf(machine, args.list[0], name);
  if (DYNAMODB.test(path)) {
    // A condition may hold the owner.
    if (named('ConditionExpression') || named('FilterExpression')) return undefined;
    if (OF_ONE.test(path)) return parts(machine, named('Key'));
    return OF_SOME.test(path) ? parts(machine, named('ExpressionAttributeValues')) : undefined;
  }
  const [text, bound] = args.list;
  if (MONGO.test(path)) {
    if (BY_ID.test(path)) return text && text.objects.length === 0 && text.taints.length > 0 ? [text] : undefined;
    return BY_FILTER.test(path) ? parts(machine, text) : undefined;
  }
  if (PRISMA.test(path)) return parts(machine, named('where'));
  const statement = text?.constants.length === 1 && !text.open ? text.constants[0] : undefined;
  if (!STATEMENT.test(path) || typeof statement !== 'string' || !/^\s*(?:select|delete|update)\b/i.test(statement))
    return undefined;
  return /\bwhere\b/i.test(statement) && !/\bjoin\b/i.test(statement) ? parts(machine, bound) : undefined;
}

function fieldOf(machine: Machine, value: Value | undefined, name: string): Value | undefined {
  for (const one of value?.objects ?? []) {
    const cell = one.fields.get(name);
    const held = cell && machine.state.get(cell);
    if (held) return held;
  }
  return undefined;
}

/** The values of a map or list that are no constants; undefined where one of them is neither that nor somebody else's. */
function parts(machine: Machine, value: Value | undefined): readonly Value[] | undefined {
  const [one, other] = value?.objects ?? [];
  if (!one || other || (value?.taints.length ?? 0) > 0) return undefined;
  const values = [...one.fields.values(), one.rest, one.spread].flatMap((cell) => machine.state.get(cell) ?? []);
  const open = values.filter((each) => each.open || each.constants.length !== 1);
  return open.length > 0 && open.every((each) => deepTaints(machine, each).length > 0) ? open : undefined;
}
