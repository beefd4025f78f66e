import type { FlowStep, Observation, Rewrite } from '#model/handler';
import { withoutDetails } from '#runtimes/binding/without-details';
import type { Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { isSafeFor } from '#runtimes/engine/sinks';
import { type Obj, RETURNED, type Taint, type Value } from '#runtimes/engine/value';
import { environmentAnswered, environmentIn } from '#runtimes/observations/environments';
import { type Field, fieldsOf, only, textOf, writtenField } from '#runtimes/observations/options';
import { type Location, linesOf } from '#source/file';

/** What of an exception the answer may tell: its class, a code, and the faults that a validator found in the input. */
const TOLD =
  /^(?:name|code|status|statusCode|\$metadata|errors|issues|format|flatten|details|inner|retryable|response|type)$/;

/** Classes whose message is meant for the caller, or whose cause is the caller's own input. */
const OUR_FAULT =
  /^(?:BaseException|Exception|ClientError|BotoCoreError|OperationalError|ProgrammingError|DatabaseError|IntegrityError|InterfaceError|Error|OSError|IOError|RuntimeError)$/;

/** Whether the classes that are caught are such that their text tells of the inside: all exceptions, a driver's, the cloud's. */
function tellsOfInside(classes: string): boolean {
  if (classes.trim() === '') return true;
  return classes
    .replaceAll(/[()\s]/g, '')
    .split(',')
    .some((name) => OUR_FAULT.test(name.slice(name.lastIndexOf('.') + 1)));
}

/** Whether the stack is told, or the message alone. */
function part({ path, text }: Taint): 'stack' | 'message' {
  return path.at(-1) === 'stack' || text === 'traceback' ? 'stack' : 'message';
}

/** Parts of what the cloud gives for a secret that are none. */
const NO_SECRET =
  /^(?:ARN|Name|VersionId|VersionStages|CreatedDate|Version|LastModifiedDate|DataType|Type|\$metadata|ResponseMetadata|length)$/;

/** Of the pairs of an environment the first of each: what variables are called is no secret. */
function isVariableName([first, second]: readonly string[]): boolean {
  return first === '[]' && second === '0';
}

/** The marks of secrets themselves, not of what stands beside them. */
export function secretsOf(taints: readonly Taint[]): readonly Taint[] {
  return taints.filter(
    ({ origin, path, safe }) =>
      origin === 'secret' &&
      !path.some((key) => NO_SECRET.test(key)) &&
      !isVariableName(path) &&
      isSecretPart(path) &&
      // A number or a truth value that was made of it tells nothing.
      !isSafeFor(safe, 'sql'),
  );
}

/** Whether a part of a secret's JSON is one: a secret of a database also holds its host and the user's name. */
function isSecretPart(path: readonly string[]): boolean {
  const inside = path.indexOf('<json>');
  const last = path.at(-1) ?? '';
  return inside < 0 || inside === path.length - 1 || /pass|secret|token|key|credential|private/i.test(last);
}

/**
 * Fields of what an authorizer gives to API Gateway, which is no caller: the key of a usage plan, and what the function behind may know.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
const VERDICT = /^(?:policyDocument|usageIdentifierKey|isAuthorized)$/;

/** What a handler answers: details of exceptions, secrets, headers. */
export function answered(machine: Machine, value: Value, at: Location, context: Context): void {
  const taints = deepTaints(machine, value);
  for (const taint of taints) {
    if (taint.origin !== 'exception') continue;
    const last = taint.path.at(-1);
    if (taint.path.some((key) => TOLD.test(key))) continue;
    if (machine.language.name === 'javascript' && (last === undefined || !/^(?:message|stack|toString)$/.test(last)))
      continue;
    if (machine.language.name === 'python' && taint.text !== 'traceback' && !tellsOfInside(taint.text)) continue;
    if (part(taint) === 'message' && taints.some((one) => one.origin === 'exception' && part(one) === 'stack'))
      continue;
    const told = part(taint);
    const place = taint.path.length === 0 ? placeIn(machine, value, taint) : undefined;
    machine.observe('error-details-returned', place ?? taint.at, context, {
      details: { part: told },
      confidence: told === 'stack' ? 'high' : 'low',
      rewrite: withoutDetails(machine, taint),
    });
  }
  const environment = machine.language.name === 'python' ? 'os.environ' : 'process.env';
  const whole = environmentIn(machine, value, environment, at);
  if (whole) environmentAnswered(machine, environment, whole, context);
  const fields = fieldsOf(machine, value);
  const isVerdict = fields.some(({ name }) => VERDICT.test(name));
  for (const taint of isVerdict ? [] : secretsOf(taints)) {
    if (taint.text.startsWith('a presigned')) continue;
    if (taint.text === environment) {
      environmentAnswered(machine, environment, taint.at, context, placeIn(machine, value, taint));
      continue;
    }
    const places = placesIn(machine, value, taint);
    for (const { place, held } of places.length > 0 ? places : [{ place: returnOf(taint) ?? taint.at, held: taint }])
      machine.observe('secret-returned', place, context, {
        callee: taint.text,
        details: { secret: taint.text },
        steps: wayTo(place, held),
      });
  }
  for (const field of fields) {
    const { name, value: headers } = field;
    if (name === 'headers' || name === 'multiValueHeaders') judgeHeaders(machine, headers, at, context);
    if (name === 'cookies' || /^set-cookie$/i.test(name))
      judgeCookies(machine, field, writtenField(field, '[^\\n]{1,200}')?.at ?? field.owner.at ?? at, context);
  }
}

/** The field of an answer that holds what is marked. */
function placeIn(machine: Machine, value: Value, taint: Taint): Location | undefined {
  const [first] = placesIn(machine, value, taint);
  return first && lineWithin(first);
}

/** Of a field that is written over several lines the one where what is marked goes into it. */
function lineWithin({ place, held, owner }: Placed): Location {
  const around = owner.at;
  const { start } = linesOf(place);
  for (let step = held.steps; step && around; step = step.before) {
    const { file, span } = step.at;
    const isInside = file === place.file && file === around.file && span.end <= around.span.end;
    if (isInside && linesOf(step.at).start > start) return step.at;
  }
  return place;
}

/** Where an answer holds what is marked. */
interface Placed {
  readonly place: Location;
  readonly held: Taint;
  readonly owner: Obj;
}

/** The fields of answers that hold what is marked: a handler may answer it at several places. */
function placesIn(machine: Machine, value: Value, { origin, key, at }: Taint): readonly Placed[] {
  return fieldsOf(machine, value).flatMap((field) => {
    const held = field.value.taints.find((one) => one.origin === origin && one.key === key && one.at === at);
    const place =
      held && (writtenField(field, '[^\\n]{1,200}')?.at ?? field.owner.places.get(field.name) ?? field.owner.at);
    return held && place ? [{ place, held, owner: field.owner }] : [];
  });
}

/** Where a handler returns what is marked as its whole answer. */
function returnOf({ steps }: Taint): Location | undefined {
  for (let step = steps; step; step = step.before) if (step.text === RETURNED) return step.at;
  return undefined;
}

/** Places on a way that are told. */
const MAX_TOLD = 6;

/** From where a secret is read to the answer, line by line; nothing where that is one line. */
function wayTo(place: Location, { at, text, steps }: Taint): Observation['steps'] {
  const way: FlowStep[] = [];
  for (let step = steps; step; step = step.before) way.unshift({ at: step.at, text: step.text });
  const name = /^an? /.test(text) ? text : `\`${text.replace(/[`\s]+/g, ' ').slice(0, 120)}\``;
  const seen = new Set([lineOf(at), lineOf(place)]);
  if (seen.size === 1) return [];
  const middle = way.filter((step) => !seen.has(lineOf(step.at)) && seen.add(lineOf(step.at)));
  const kept = middle.length > MAX_TOLD ? [...middle.slice(0, MAX_TOLD / 2), ...middle.slice(-MAX_TOLD / 2)] : middle;
  return [{ at, text: `${name} is read` }, ...kept, { at: place, text: 'is answered' }];
}

function lineOf(at: Location): string {
  return `${at.file.path}:${linesOf(at).start}`;
}

function judgeHeaders(machine: Machine, headers: Value, at: Location, context: Context): void {
  const own = fieldsOf(machine, headers, 1);
  const named = (wanted: string): Field | undefined => own.find(({ name }) => name.toLowerCase() === wanted);
  const origin = named('access-control-allow-origin');
  const credentials = only(named('access-control-allow-credentials')?.value);
  if (!origin || (credentials !== true && String(credentials).toLowerCase() !== 'true')) return;
  const place = writtenField(origin, `[^,\\n}]{1,200}`)?.at ?? origin.owner.at ?? at;
  if (textOf(origin.value) === '*')
    machine.observe('open-cors', place, context, { details: { origin: 'every origin' } });
  const reflected = origin.value.taints.find(
    (taint) => taint.origin === 'event' && /^origin$/i.test(taint.path.at(-1) ?? '') && !isSafeFor(taint.safe, 'url'),
  );
  if (reflected)
    machine.observe('open-cors', place, context, { details: { origin: 'whatever origin asks' }, confidence: 'medium' });
}

/** Names of cookies that say who somebody is. */
const IDENTITY =
  /^(?:[\w-]{0,30}[_-])?(?:session|sess|sid|sessionid|session[_-]id|auth|token|jwt|access[_-]?token|id[_-]?token|refresh[_-]?token)$/i;

/** Whether a cookie's name says that whoever has it is signed in. */
export function isIdentity(cookie: string): boolean {
  return IDENTITY.test(cookie.replace(/^__(?:Host|Secure)-/, ''));
}

function judgeCookies(machine: Machine, field: Field, at: Location, context: Context): void {
  const { value } = field;
  const all = value.objects.length > 0 ? fieldsOf(machine, value, 1).map((one) => one.value) : [value];
  for (const one of all) {
    const pieces = one.text ?? one.constants.filter((each) => typeof each === 'string');
    if (one.constants.length > 1 || pieces.length === 0 || !isComplete(pieces)) continue;
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
    const name = /^([^=;\s]{1,80})=/.exec(text)?.[1];
    if (name === undefined || !isIdentity(name) || /max-age=0|expires=thu, 01[ -]jan[ -]1970/i.test(text)) continue;
    const missing = ['Secure', 'HttpOnly'].filter((flag) => !new RegExp(`;\\s{0,5}${flag}\\b`, 'i').test(text));
    if (missing.length > 0)
      machine.observe('cookie-without-flags', at, context, {
        details: { cookie: name, missing: missing.join(' and ') },
        rewrite: flagged(field, name, missing),
      });
  }
}

/** A text on one line, of either language. */
const WRITTEN_TEXT = `[fF]?(?:'[^'\\\\\\n]{1,300}'|"[^"\\\\\\n]{1,300}"|\`[^\`\\\\\\n]{1,300}\`)(?=\\s{0,200}[,}\\n])`;

/** Attributes at the end of the cookie's text, where that is written as a whole beside the header's name. */
function flagged(field: Field, cookie: string, missing: readonly string[]): Rewrite | undefined {
  const written = writtenField(field, WRITTEN_TEXT)?.value;
  const text = written?.file.slice(written.span);
  if (!written || !text?.replace(/^[fF]?./, '').startsWith(`${cookie}=`)) return undefined;
  const { file, span } = written;
  const end = { start: span.end - 1, end: span.end - 1 };
  const between = /;\s*$/.test(text.slice(0, -1)) ? ' ' : '; ';
  return {
    title: 'Keep scripts and plain http away from the cookie',
    applicability: 'unsafe',
    edits: [{ path: file.path, span: end, text: `${between}${missing.join('; ')}` }],
  };
}

/** Whether what is not known in a cookie is values alone, never attributes: each follows a `=`. */
function isComplete(pieces: readonly (string | Value)[]): boolean {
  return pieces.every((piece, index) => {
    if (typeof piece === 'string') return true;
    const before = pieces[index - 1];
    return typeof before === 'string' && before.trimEnd().endsWith('=');
  });
}
