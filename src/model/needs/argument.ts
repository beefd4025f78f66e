import type { Cloud } from '#model/cloud';
import type { OperationArgument } from '#model/operations';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { type Part, partsOf, Text } from '#model/text';

/** A text that a call may pass. */
export interface PassedText {
  /** With wildcards for what only the run of the code decides. */
  readonly text: string | Text;
  /** For writing into the template: a parameter instead of its default. Absent where that could not be said. */
  readonly written?: string | Text;
}

/** The texts that an argument stands for, or why they are not known: a short phrase. */
export type Passed = { readonly texts: readonly PassedText[] } | { readonly unknown: string };

/** An argument with more branches than this is not followed. */
const MAX_TEXTS = 32;

/** Variables that Lambda sets: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const OWN_NAME = 'AWS_LAMBDA_FUNCTION_NAME';

/** What an argument is in a function of the application; environment variables are read from its declaration. */
export function passed(cloud: Cloud, fn: Resource<'AWS::Lambda::Function'>, argument: OperationArgument): Passed {
  switch (argument.kind) {
    case 'literal':
      return { texts: [{ text: argument.text, written: argument.text }] };
    case 'template':
      return fromTemplate(argument);
    case 'environment':
      return fromEnvironment(fn, argument.name);
    case 'several':
      return union(argument.of.map((one) => passed(cloud, fn, one)));
    case 'joined':
      return joined(argument.parts.map((part) => passed(cloud, fn, part)));
    case 'unknown':
      return { unknown: argument.why };
  }
}

function union(all: readonly Passed[]): Passed {
  const texts: PassedText[] = [];
  for (const one of all) {
    if ('unknown' in one) return one;
    texts.push(...one.texts);
  }
  if (texts.length === 0) return { unknown: 'nothing is named' };
  return texts.length > MAX_TEXTS ? { unknown: 'too many are named' } : { texts };
}

function joined(parts: readonly Passed[]): Passed {
  let all: PassedText[] = [{ text: '', written: '' }];
  for (const part of parts) {
    const next: readonly PassedText[] = 'unknown' in part ? [{ text: '*', written: '*' }] : part.texts;
    all = all.flatMap((before) => next.map((after) => concatenated(before, after)));
    if (all.length > MAX_TEXTS) return { unknown: 'too many are named' };
  }
  return all.every(({ text }) => /^[*]*$/.test(text.toString()))
    ? { unknown: 'is put together at run time' }
    : { texts: all };
}

function concatenated(a: PassedText, b: PassedText): PassedText {
  const text = Text.of([...partsOf(a.text), ...partsOf(b.text)]);
  if (a.written === undefined || b.written === undefined) return { text };
  return { text, written: Text.of([...partsOf(a.written), ...partsOf(b.written)]) };
}

/** What nobody can know before the deployment is as good as what the run of the code decides. */
function fromTemplate({ text, written }: OperationArgument & { kind: 'template' }): Passed {
  if (text === '') return { unknown: 'is filled in at deployment' };
  return { texts: [written === undefined ? { text } : { text, written }] };
}

function fromEnvironment(fn: Resource<'AWS::Lambda::Function'>, name: string): Passed {
  if (name === OWN_NAME) {
    const own = fn.ref();
    return { texts: [{ text: own, written: own }] };
  }
  const texts: PassedText[] = [];
  for (const property of fn.read(['Environment', 'Variables', name])) {
    if (property.isAbsent) return { unknown: `is ${name}, which the template does not set` };
    const { text } = property;
    if (text === undefined || text === '') return { unknown: `is ${name}, whose value is not known` };
    const written = writable(property, text);
    texts.push(written === undefined ? { text } : { text, written });
  }
  return texts.length === 0 ? { unknown: `is ${name}, which the template does not set` } : { texts };
}

/**
 * What a policy can say for a property's text. A literal that is not what the author wrote comes from a default or a mapping, and
 * another deployment has another: then it is what the author wrote that is said, or nothing.
 */
function writable(property: Property, text: string | Text): string | Text | undefined {
  const { parameter } = property;
  if (parameter !== undefined) {
    if (isParameterAlone(property, parameter)) return new Text([named(parameter)]);
    return text instanceof Text && text.refs.length > 0 ? undefined : substituted(property);
  }
  const isNamed = partsOf(text).every(
    (part) => typeof part === 'string' || part.kind === 'ref' || part.name !== undefined,
  );
  if (!isNamed) return undefined;
  const { file, span } = property.location;
  const source = file.slice(span);
  return partsOf(text).every((part) => typeof part !== 'string' || source.includes(part)) ? text : undefined;
}

/** Whether the author wrote the parameter and nothing else: `!Ref Stage`, `{ Ref: Stage }`, `${Stage}`, `var.stage`. */
function isParameterAlone({ location: { file, span } }: Property, parameter: string): boolean {
  const source = file.slice(span);
  if (source.length > parameter.length + 60 || !/^[\w\s!:.${}'"-]*$/.test(source)) return false;
  const words = source.match(/[\w-]+/g) ?? [];
  return words.at(-1) === parameter && words.slice(0, -1).every((word) => REFERRING.has(word));
}

/** `!Sub '${Stage}-orders'` as it is written, where all that it fills in are parameters. */
function substituted({ location: { file, span } }: Property): Text | undefined {
  const source = file.slice(span);
  const body = source.length > 400 ? undefined : /^(?:!Sub\s+)?(["']?)([\w.:/${}-]+)\1$/.exec(source)?.[2];
  const pieces = body?.split(/\$\{(\w+|AWS::\w+)\}/);
  if (!pieces || pieces.length < 2 || pieces.some((piece) => /[${}]/.test(piece))) return undefined;
  return new Text(pieces.flatMap((piece, at) => (at % 2 === 1 ? named(piece) : piece === '' ? [] : piece)));
}

function named(parameter: string): Part {
  return { kind: 'hole', why: `parameter ${parameter}`, name: parameter };
}

const REFERRING: ReadonlySet<string> = new Set(['Ref', 'Fn', 'Sub', 'var']);
