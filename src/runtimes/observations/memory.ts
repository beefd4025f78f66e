import type { CallRecord, Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { type Obj, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import { textOf } from '#runtimes/observations/options';
import { isSaid } from '#runtimes/observations/written';
import type { Location } from '#source/file';

function holdsRequest(machine: Machine, value: Value): boolean {
  return deepTaints(machine, value).some(
    (taint) =>
      isCallers(taint) ||
      (taint.origin === 'event' && taint.triggers.length > 0 && (taint.shape !== undefined || taint.path.length > 0)),
  );
}

/** Claims that are the same for all callers. */
const SHARED =
  /^(?:iss|aud|token_use|client_id|exp|iat|nbf|auth_time|version|scopes?|groups|cognito:groups|accountId|apiKey\w*|integrationLatency|principalId)$/;

function isCallers({ origin, path, triggers }: Taint): boolean {
  return origin === 'caller' && triggers.length > 0 && !SHARED.test(path.at(-1) ?? '');
}

/** Whether a value was asked for by who calls: `table.get_item(Key={'owner': sub})['Item']`. */
function isOfCaller(machine: Machine, { apis: [first] }: Value): boolean {
  let one = first;
  for (let depth = 0; one && depth < 6; depth++) {
    const given = one.args ? [...one.args.list, ...one.args.named.values()] : [];
    const inside = given.flatMap(({ apis }) => apis.flatMap(({ args }) => args?.list ?? []));
    if ([...given, ...inside].some((value) => deepTaints(machine, value).some(isCallers))) return true;
    one = one.receiver?.apis[0];
  }
  return false;
}

/** A variable of the module that is given what a request holds, but only the first time. */
export function kept(machine: Machine, name: string, value: Value, at: Location, context: Context): void {
  if (context.frame.depth === 0 || !/^\w{1,60}$/.test(name)) return;
  if (!holdsRequest(machine, value) && !isOfCaller(machine, value)) return;
  const { file } = context.frame.module.code;
  const cell = context.scope.lookup(name);
  if (!cell || cell !== context.scope.module.own(name) || context.frame.module.scope.own(name) !== cell) return;
  const before = file.text.slice(Math.max(0, at.span.start - 200), at.span.start);
  const after = file.text.slice(at.span.end, at.span.end + 30);
  const once = new RegExp(
    `(?:if\\s{0,3}\\(\\s{0,3}!\\s{0,3}${name}\\s{0,3}\\)|if not ${name}\\s{0,3}:|if ${name} is None\\s{0,3}:)\\s{0,3}\\{?\\s{0,40}(?:global \\w+\\s{0,40})?$`,
  );
  if (!once.test(before) && !/^\s{0,3}(?:\|\||\?\?)=/.test(after)) return;
  machine.observe('state-kept-between-invocations', at, context, {
    details: { name, how: 'first' },
    confidence: 'medium',
  });
}

/** Lists of a module that grow with every request and are answered with. */
export function answeredWith(machine: Machine, value: Value, context: Context): void {
  const ours = new Map<Obj, string>();
  for (const module of machine.modules.values()) {
    for (const name of module.scope.names) {
      const cell = module.scope.own(name);
      const held = cell && machine.state.get(cell);
      for (const one of held?.objects ?? [])
        if (one.kind === 'list' && one.at?.file.path === module.path) ours.set(one, name);
    }
  }
  if (ours.size === 0) return;
  const written = machine.calls.filter(({ path }) => path === 'JSON.stringify' || path === 'json.dumps');
  for (const answer of [value, ...written.flatMap(({ args }) => args.list)])
    visit(machine, answer, 0, (one) => {
      const name = ours.get(one);
      const items = name === undefined ? undefined : machine.state.get(one.rest);
      if (name !== undefined && one.at && items && holdsRequest(machine, items) && isKept(one, name))
        machine.observe('state-kept-between-invocations', one.at, context, {
          details: { name, how: 'grows' },
          confidence: 'medium',
        });
    });
}

/** Whether nothing empties a list: `items = []`, `items.length = 0`, `items.clear()`. */
function isKept(one: Obj, name: string): boolean {
  const text = one.at?.file.text ?? '';
  if (!/^\w{1,60}$/.test(name)) return false;

  return (
    !new RegExp(
      `\\b${name}\\s{0,3}(?:\\.length\\s{0,3}=|\\.clear\\(|\\.splice\\(|\\.pop\\(|\\.shift\\()|\\bdel ${name}\\b`,
    ).test(text) && (text.match(new RegExp(`\\b${name}\\s{0,3}(?::[^=\\n]{1,60})?=(?!=)`, 'g')) ?? []).length <= 1
  );
}

function visit(machine: Machine, value: Value, depth: number, each: (one: Obj) => void): void {
  if (depth > 4) return;
  for (const one of value.objects) {
    each(one);
    for (const cell of [...one.fields.values(), one.rest])
      visit(machine, machine.state.get(cell) ?? UNKNOWN, depth + 1, each);
  }
}

/** A field of a map of the module that is given what a request holds, but only the first time. */
export function keptField(
  machine: Machine,
  owner: Value,
  name: string,
  value: Value,
  at: Location,
  context: Context,
): void {
  if (context.frame.depth === 0 || !/^\w{1,60}$/.test(name) || !holdsRequest(machine, value)) return;
  const { file } = context.frame.module.code;
  const [, holder] = /^([A-Za-z_]\w{0,60})(?:\.|\[)/.exec(file.slice(at.span)) ?? [];
  const cell = holder === undefined ? undefined : context.frame.module.scope.own(holder);
  const held = cell && machine.state.get(cell);
  if (!held || holder === undefined || !owner.objects.some((one) => held.objects.includes(one))) return;
  const before = file.text.slice(Math.max(0, at.span.start - 120), at.span.start);
  const after = file.text.slice(at.span.end, at.span.end + 10);
  const member = `${holder}(?:\\.${name}|\\[['"]${name}['"]\\]|\\.get\\(['"]${name}['"]\\))`;
  const once = new RegExp(
    `(?:if\\s{0,3}\\(\\s{0,3}!\\s{0,3}${member}\\s{0,3}\\)|if not ${member}\\s{0,3}:|if ['"]${name}['"] not in ${holder}\\s{0,3}:)\\s{0,3}\\{?\\s{0,40}$`,
  );
  if (!once.test(before) && !/^\s{0,3}(?:\|\||\?\?)=/.test(after)) return;
  machine.observe('state-kept-between-invocations', at, context, {
    details: { name: `${holder}.${name}`, how: 'first' },
    confidence: 'medium',
  });
}

const WRITES = /^(?:fs(?:\/promises|\.promises)?|fs-extra)\.(?:writeFile|writeFileSync)$/;
const READS =
  /^(?:(?:fs(?:\/promises|\.promises)?|fs-extra)\.(?:existsSync|access|accessSync|stat|statSync|pathExists)|os\.path\.(?:exists|isfile))$/;

/** What takes files away again, or makes a folder of its own for each request. */
const DELETES = /unlink|\brm(?:Sync|dir|tree)?\b|os\.remove|mkdtemp|TemporaryDirectory|NamedTemporaryFile|\btruncate\b/;

/** A file that is written. */
interface Writing {
  readonly path: string;
  readonly data: Value;
  /** Where its path is told. */
  readonly at: Location;
}

/** The path that is written to, and what: in Python to what was opened for that last. */
function writing(
  name: string,
  { args, at }: CallRecord,
  before: readonly (readonly [string, CallRecord])[],
): Writing | undefined {
  const isPython = name === 'builtins.open().write' || name === 'json.dump';
  if (!isPython && !WRITES.test(name)) return undefined;
  const opened = isPython ? before.findLast(([one]) => one === 'builtins.open')?.[1] : undefined;
  const given = isPython ? opened?.args : args;
  const mode = textOf(given?.list[1] ?? given?.named.get('mode'));
  if (isPython && (mode === undefined || !/^[wax]/.test(mode))) return undefined;
  const path = textOf(given?.list[0]);
  const data = isPython ? args.list[0] : args.list[1];
  return path?.startsWith('/tmp/') && data ? { path, data, at: opened?.at ?? at } : undefined;
}

/** A file of one name that a request's data is written to: it is asked for before, or nothing ever deletes it. */
export function keptFiles(machine: Machine, context: Context): void {
  const calls = machine.calls.map((one) => [one.path.replaceAll('.default', ''), one] as const);
  for (const [index, [callee, write]] of calls.entries()) {
    const written = writing(callee, write, calls.slice(0, index));
    if (!written || !holdsRequest(machine, written.data)) continue;
    const { path, at } = written;
    if (calls.some(([read, { args }]) => READS.test(read) && textOf(args.list[0]) === path))
      machine.observe('file-kept-between-invocations', write.at, context, {
        callee,
        details: { path },
        confidence: 'medium',
      });
    else if (!isSaid(machine, DELETES))
      machine.observe('file-kept-between-invocations', at, context, {
        callee,
        details: { path, how: 'left' },
        confidence: 'medium',
      });
  }
}
