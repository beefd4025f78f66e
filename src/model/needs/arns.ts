import { arnCovers, type Certainty } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import { arnFormat } from '#model/iam-resource';
import { nameProperty, resolveKey, resolveText, textKey } from '#model/name';
import type { PassedText } from '#model/needs/argument';
import { ARN_OF, type Kind } from '#model/needs/kinds';
import type { NeededArn } from '#model/needs/need';
import type { Resource } from '#model/resource';
import { type Hole, type Part, partsOf, type ResourceRef, Text } from '#model/text';

const hole = (name: string): Hole => ({ kind: 'hole', why: name, name });

const FILLED: Readonly<Record<string, Hole>> = {
  Partition: hole('AWS::Partition'),
  Region: hole('AWS::Region'),
  Account: hole('AWS::AccountId'),
};

/** Where the name of a resource stands in a call or template. */
export interface Place {
  /** Absent where nothing that is declared can be meant. */
  readonly cloud: Cloud | undefined;
  /** The stack of the function that makes the call. */
  readonly stack: string;
  /** The region of the call may be another than the stack's. */
  readonly anyRegion: boolean;
  /** What is passed is an ARN: the parameter takes nothing else. */
  readonly isArn: boolean;
}

/** The resource of a kind that a text names, as an ARN; or why that cannot be said: a short phrase. */
export function neededArn(place: Place, kind: Kind, passed: PassedText): NeededArn | { readonly unknown: string } {
  const target = declaredBy(place, kind, passed.text);
  if (target) {
    const own = arnOfDeclared(target, kind);
    if (own) return { arn: own, written: own, target };
  }
  const isArn = place.isArn || startOf(passed.text).startsWith('arn:');
  const of = (text: string | Text): string | Text | undefined =>
    isArn ? completed(kind, text) : arnOfName(kind, text, place.anyRegion);
  const arn = of(passed.text);
  if (arn === undefined) return { unknown: 'is no name of a resource' };
  const written = passed.written === undefined ? undefined : of(passed.written);
  return written === undefined ? { arn } : { arn, written };
}

/** The text before anything is filled in. */
function startOf(text: string | Text): string {
  const [start] = partsOf(text);
  return typeof start === 'string' ? start : '';
}

/** A text with something around a reference is another resource's name; an ARN or a URL holds the name within. */
function declaredBy({ cloud, stack }: Place, kind: Kind, text: string | Text): Resource | undefined {
  const types = Object.keys(kind.declared);
  if (!cloud || types.length === 0) return undefined;
  if (text instanceof Text && text.ref) {
    const resource = cloud.get(text.ref.resource);
    return resource && types.includes(resource.type) ? resource : undefined;
  }
  const start = partsOf(text)[0];
  const holdsName = typeof start === 'string' && /^(?:arn|https?):/.test(start);
  return holdsName
    ? resolveText(cloud, text, stack, ...types)
    : resolveKey(cloud, textKey(text, stack), stack, ...types);
}

/** The ARN of a declared resource as a policy names it, with what is within it where the kind is a part. */
export function arnOfDeclared(target: Resource, kind: Kind): Text | string | undefined {
  const attribute = kind.declared[target.type];
  if (attribute === undefined) return undefined;
  if (attribute !== '') return target.ref(attribute, kind.within);
  if (target.isA('AWS::SSM::Parameter')) {
    const [start] = nameParts(target);
    const slash = typeof start === 'string' && start.startsWith('/') ? '' : '/';
    const [name] = target.at('Name');
    if (name && name.text === undefined && !name.isAbsent) return undefined;
    if (name?.text !== undefined && typeof start !== 'string') return undefined;
    return Text.of(['arn:', ...usual('ssm'), `:parameter${slash}`, ...partsOf(target.ref())]);
  }
  return filled(kind, partsOf(target.ref()), false);
}

const usual = (service: string): Part[] => [
  hole('AWS::Partition'),
  `:${service}:`,
  hole('AWS::Region'),
  ':',
  hole('AWS::AccountId'),
];

function arnOfName(kind: Kind, text: string | Text, anyRegion: boolean): string | Text | undefined {
  const parts = partsOf(text);
  const [start, ...rest] = parts;
  const plain = typeof text === 'string' ? text : undefined;
  if (kind.id === 'sqs:queue') {
    const url =
      plain === undefined ? undefined : /^https:\/\/[\w.-]{1,100}\/(\d{12})\/([\w-]{1,80}(?:\.fifo)?)$/.exec(plain);
    if (url) return Text.of(['arn:', hole('AWS::Partition'), `:sqs:*:${url[1]}:${url[2]}`]);
    if (typeof start !== 'string' || !/^[\w-]/.test(start) || start.startsWith('https:')) return undefined;
  }
  if (kind.id === 'kms:key' && (typeof start !== 'string' || /^alias\//.test(start))) return undefined;
  if (kind.id === 'ssm:parameter') {
    if (typeof start !== 'string' || start.startsWith('*')) return undefined;
    return filled(kind, [start.replace(/^\//, ''), ...rest], anyRegion);
  }
  // What may be an ARN or a name can be compared as neither.
  if (typeof start === 'object' && start.kind === 'hole' && /arn/i.test(start.name ?? '')) return undefined;
  if (typeof start !== 'string' && kind.id !== 's3:bucket' && kind.id !== 's3:object' && kind.id !== 'dynamodb:table')
    return undefined;
  return filled(kind, parts, anyRegion);
}

/** An ARN that was passed, as a policy names it. */
function completed(kind: Kind, text: string | Text): string | Text | undefined {
  const parts = partsOf(text);
  // An access point asks for the bucket as well: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
  if (kind.id.startsWith('s3:') && parts.some((part) => typeof part === 'string' && part.includes(':accesspoint/')))
    return undefined;
  const last = parts.at(-1);
  if (kind.id === 'secretsmanager:Secret' && typeof last === 'string' && !/-[A-Za-z0-9?]{6}$|\*$/.test(last))
    return Text.of([...parts, '-??????']);
  return kind.within === undefined ? text : Text.of([...parts, kind.within]);
}

/** The format of the kind's ARN with the name in its first own placeholder, wildcards in the others. */
function filled(kind: Kind, name: readonly Part[], anyRegion: boolean): string | Text | undefined {
  const [service = '', type = ''] = kind.id.split(':');
  const format = arnFormat(service, type);
  if (!format) return undefined;
  let named = false;
  const parts = format.flatMap((part): readonly Part[] => {
    if (typeof part === 'string') return [part];
    if (anyRegion && part.placeholder === 'Region') return ['*'];
    const given = FILLED[part.placeholder];
    if (given) return [given];
    if (named) return ['*'];
    named = true;
    return name;
  });
  return Text.of(kind.id === 'secretsmanager:Secret' ? [...parts, '-??????'] : parts);
}

/** A resource's name as far as it is known; what CloudFormation makes up is one hole, equal only to itself. */
function nameParts(resource: Resource): readonly Part[] {
  const [name] = nameProperty(resource);
  return name?.text === undefined ? [{ kind: 'hole', why: `name of ${resource.id}` }] : partsOf(name.text);
}

/**
 * A text with the references to declared resources replaced by what is known of their names and ARNs, so that `!GetAtt Orders.Arn`
 * and `arn:aws:dynamodb:*:*:table/orders` can be compared.
 */
export function canonical(cloud: Cloud, text: string | Text): string | Text {
  if (typeof text === 'string' || text.refs.length === 0) return text;
  return Text.of(
    text.parts.flatMap((part) => (typeof part === 'object' && part.kind === 'ref' ? expanded(cloud, part) : [part])),
  );
}

/** Attributes that give a name, besides `Ref`. */
const NAME_ATTRIBUTES = new Set(['QueueName', 'TopicName', 'Name', 'TableName', 'FunctionName', 'BucketName', 'Id']);

function expanded(cloud: Cloud, ref: ResourceRef): readonly Part[] {
  const resource = cloud.get(ref.resource);
  const known = resource && ARN_OF.get(resource.type);
  if (!resource || !known) return [ref];
  if (known.attribute !== '' && ref.attribute === known.attribute) {
    const arn = filled(known.kind, nameParts(resource), false);
    if (arn === undefined) return [ref];
    return resource.isA('AWS::Logs::LogGroup') ? [...partsOf(arn), ':*'] : partsOf(arn);
  }
  if (ref.attribute === 'StreamArn' && known.kind.id === 'dynamodb:table') {
    return [...partsOf(filled(known.kind, nameParts(resource), false) ?? ''), '/stream/*'];
  }
  const isName = ref.attribute === 'Ref' ? !resource.isA('AWS::SQS::Queue') : NAME_ATTRIBUTES.has(ref.attribute);
  return isName ? nameParts(resource) : [ref];
}

/** Whether an entry of Resource covers an ARN, or a pattern of ARNs, whatever form both are written in. */
export function entryCovers(cloud: Cloud, entry: string | Text, arn: string | Text): Certainty {
  if (entry === '*') return 'yes';
  const [outer, inner] = withoutCommonStart(canonical(cloud, entry), canonical(cloud, arn));
  return arnCovers(outer, inner);
}

/**
 * Both texts without what both surely begin with: what is filled in there is the same in both, so that a bucket is told from its
 * objects though nobody knows its name.
 */
function withoutCommonStart(a: string | Text, b: string | Text): readonly [string | Text, string | Text] {
  const one = [...partsOf(a)];
  const other = [...partsOf(b)];
  for (;;) {
    const [first] = one;
    const [second] = other;
    if (first === undefined || second === undefined) break;
    if (typeof first === 'string' && typeof second === 'string') {
      const length = commonLength(first, second);
      one[0] = first.slice(length);
      other[0] = second.slice(length);
      if (one[0] !== '' && other[0] !== '') break;
      if (one[0] === '') one.shift();
      if (other[0] === '') other.shift();
      if (length === 0) break;
    } else if (typeof first === 'object' && typeof second === 'object' && isSame(first, second)) {
      one.shift();
      other.shift();
    } else break;
  }
  return [Text.of(one), Text.of(other)];
}

function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at] && a[at] !== '*' && a[at] !== '?') at += 1;
  return at;
}

function isSame(a: Exclude<Part, string>, b: Exclude<Part, string>): boolean {
  if (a.kind === 'ref' || b.kind === 'ref')
    return a.kind === 'ref' && b.kind === 'ref' && a.resource === b.resource && a.attribute === b.attribute;
  return a.name === undefined ? b.name === undefined && a.why === b.why : a.name === b.name;
}

/** The service in an ARN that is known in part: `sqs`. */
export function serviceOfArn(text: string | Text | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = partsOf(text)
    .map((part) => (typeof part === 'string' ? part : '_'))
    .join('');
  return /^arn:[\w-]{1,30}:([a-z0-9-]{1,40}):/.exec(plain)?.[1];
}
