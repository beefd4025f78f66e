import type { Property } from '#model/property';
import { type Hole, partsOf, Text } from '#model/text';

/** A `${{ … }}` of a workflow. */
export interface Expression {
  /** As written, with its braces. */
  readonly source: string;
  /** What stands between the braces, trimmed. */
  readonly code: string;
  /** The contexts that are read, in one spelling: `github.event.issue.title`, `secrets.TOKEN`, `matrix`. Lower case but for secrets' names. */
  readonly contexts: readonly string[];
}

/** Longer text is no expression that somebody wrote by hand; GitHub allows 21,000 characters. */
const MAX_EXPRESSION = 2_000;
const OPEN = '${{';

/**
 * A string of a workflow with its expressions as holes: `name` is the code, `why` the expression as written.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function workflowText(text: string): string | Text {
  if (!text.includes(OPEN)) return text;
  const parts: (string | Hole)[] = [];
  let done = 0;
  for (let at = text.indexOf(OPEN); at !== -1; at = text.indexOf(OPEN, done)) {
    const end = endOf(text, at + OPEN.length);
    if (end === undefined) break;
    const source = text.slice(at, end);
    parts.push(text.slice(done, at), { kind: 'hole', why: source, name: source.slice(OPEN.length, -2).trim() });
    done = end;
  }
  return Text.of([...parts, text.slice(done)]);
}

/** The offset after the closing braces; those within quotes do not close. */
function endOf(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < Math.min(text.length - 1, from + MAX_EXPRESSION); at += 1) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text[at] === '}' && text[at + 1] === '}') return at + 2;
  }
  return undefined;
}

/** The expressions of a string, in order. */
export function expressionsIn(text: string | Text | undefined): readonly Expression[] {
  if (!(text instanceof Text)) return [];
  return text.parts.flatMap((part) =>
    typeof part === 'object' && part.kind === 'hole'
      ? [{ source: part.why, code: part.name ?? '', contexts: contextsOf(part.name ?? '') }]
      : [],
  );
}

/** A string with its expressions as they are written. */
export function sourceOf(text: string | Text): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : part.kind === 'hole' ? part.why : ''))
    .join('');
}

/** The contexts that a value reads: in its expressions, or anywhere in an `if`, whose braces may be left out. */
export function contextsRead(property: Property): readonly string[] {
  const { text } = property;
  if (text === undefined) return [];
  if (text instanceof Text) return expressionsIn(text).flatMap((one) => one.contexts);
  return property.path.at(-1) === 'if' ? contextsOf(text) : [];
}

/**
 * The contexts that the code of an expression reads. `a['b']` is `a.b`, `*` and computed keys are `*`; names of functions are
 * left out, and so is what stands in quotes.
 */
export function contextsOf(code: string): readonly string[] {
  const found: string[] = [];
  const bare = code.slice(0, MAX_EXPRESSION);
  let at = 0;
  while (at < bare.length) {
    const character = bare[at] ?? '';
    if (character === "'") {
      at = afterQuote(bare, at);
      continue;
    }
    if (!/[A-Za-z_]/.test(character)) {
      at += 1;
      continue;
    }
    const path = pathAt(bare, at);
    at = path.end;
    if (!path.isCall && path.steps.length > 0 && !LITERALS.has(path.steps[0] ?? '')) found.push(spelled(path.steps));
  }
  return found;
}

const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'NaN', 'Infinity']);

function afterQuote(code: string, from: number): number {
  const end = code.indexOf("'", from + 1);
  return end === -1 ? code.length : end + 1;
}

/** `github.event['issue'].title` from a name's first character on. */
function pathAt(code: string, from: number): { steps: string[]; end: number; isCall: boolean } {
  const name = nameAt(code, from);
  const steps = [name];
  let at = from + name.length;
  for (;;) {
    if (code[at] === '.') {
      const next = code[at + 1] === '*' ? '*' : nameAt(code, at + 1);
      if (next === '') break;
      steps.push(next);
      at += 1 + next.length;
    } else if (code[at] === '[') {
      const close = code.indexOf(']', at);
      if (close === -1) break;
      const key = code.slice(at + 1, close).trim();
      steps.push(/^'[^']*'$/.test(key) ? key.slice(1, -1) : '*');
      // What a computed key reads is read as well, but it is no value that reaches the text.
      at = close + 1;
    } else break;
  }
  return { steps, end: at, isCall: /^\s*\(/.test(code.slice(at, at + 10)) };
}

function nameAt(code: string, from: number): string {
  let end = from;
  while (end < code.length && /[\w-]/.test(code[end] ?? '')) end += 1;
  return code.slice(from, end);
}

/** Contexts are read in any case. */
function spelled(steps: readonly string[]): string {
  const [root = '', ...rest] = steps;
  return [
    root.toLowerCase(),
    ...(root.toLowerCase() === 'secrets' ? rest : rest.map((step) => step.toLowerCase())),
  ].join('.');
}
