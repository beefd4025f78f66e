import { once } from '#model/once';
import type { Call, ClassCode, CodeModule, FunctionCode } from '#syntax/code/form';

/** A function as it stands in its file. */
export interface OutlinedFunction {
  readonly code: FunctionCode;
  readonly module: CodeModule;
  /** The function around it. */
  readonly parent: OutlinedFunction | undefined;
  /** What it is reached by; undefined where something else may hold it: a list, an argument, a decorator, what a class extends. */
  readonly names: readonly string[] | undefined;
}

/** A call that is written in the code, with the name of what it calls. */
export interface OutlinedCall {
  readonly node: Call;
  readonly name: string;
  /** Whether it is written `value.name(…)`. */
  readonly isMethod: boolean;
  readonly within: OutlinedFunction | undefined;
}

/** The functions and calls of a file. */
export interface Outline {
  readonly functions: ReadonlyMap<FunctionCode, OutlinedFunction>;
  readonly calls: readonly OutlinedCall[];
  /** The text outside of functions, without what is imported and exported. */
  readonly own: string;
}

/** The functions of a file, and the calls in it. */
export const outlineOf: (module: CodeModule) => Outline = once((module: CodeModule): Outline => {
  const reader = new OutlineReader(module);
  reader.read();
  return { functions: reader.functions, calls: reader.calls, own: reader.own() };
});

interface Place {
  readonly within: OutlinedFunction | undefined;
  /** Names that a function here is reached by. */
  readonly names: readonly string[] | undefined;
}

interface Spanned {
  readonly span: { readonly start: number; readonly end: number };
}

class OutlineReader {
  readonly functions = new Map<FunctionCode, OutlinedFunction>();
  readonly calls: OutlinedCall[] = [];
  readonly #cut: Spanned['span'][] = [];

  constructor(readonly module: CodeModule) {}

  read(): void {
    const work: { readonly node: unknown; readonly place: Place }[] = [
      { node: this.module.body, place: { within: undefined, names: undefined } },
    ];
    for (let next = work.pop(); next; next = work.pop()) {
      const { node, place } = next;
      const below = (inner: unknown, names?: readonly string[], within = place.within): void => {
        work.push({ node: inner, place: { within, names } });
      };
      if (Array.isArray(node)) for (const one of node as readonly unknown[]) below(one);
      else if (typeof node === 'object' && node !== null) this.#node(node as { readonly kind?: string }, place, below);
    }
  }

  own(): string {
    const { text } = this.module.file;
    let end = 0;
    let found = '';
    for (const span of this.#cut.sort((a, b) => a.start - b.start)) {
      if (span.start >= end) found += `${text.slice(end, span.start)} `;
      end = Math.max(end, span.end);
    }
    return found + text.slice(end);
  }

  #node(
    node: { readonly kind?: string },
    place: Place,
    below: (inner: unknown, names?: readonly string[], within?: OutlinedFunction) => void,
  ): void {
    const one = node as Record<string, unknown>;
    switch (node.kind) {
      case 'function':
        this.#function(one.code as FunctionCode, place, below);
        return;
      case 'function-declaration':
        this.#function(one.code as FunctionCode, { ...place, names: [String(one.name)] }, below);
        return;
      case 'class':
      case 'class-declaration':
        this.#class(one.code as ClassCode, place, below);
        return;
      case 'declaration': {
        const pattern = one.pattern as { readonly kind: string; readonly name?: string };
        below(one.value, pattern.kind === 'name' && pattern.name !== undefined ? [pattern.name] : undefined);
        below(pattern);
        return;
      }
      case 'assignment': {
        const names = assignedNames(one.target);
        if (names && !place.within && isExports(one.target)) this.#cut.push((node as Spanned & typeof node).span);
        below(one.value, names);
        below(one.target);
        return;
      }
      case 'object':
        for (const entry of one.entries as readonly Record<string, unknown>[]) {
          const isNamed = place.names?.[0] === EXPORTS && typeof entry.key === 'string';
          below(entry.value ?? entry.spread, isNamed ? [entry.key as string] : undefined);
          if (typeof entry.key === 'object') below(entry.key);
        }
        return;
      case 'import':
        this.#cut.push((node as Spanned & typeof node).span);
        return;
      case 'export':
        this.#cut.push((node as Spanned & typeof node).span);
        for (const { value, exported } of one.bindings as readonly {
          readonly value: unknown;
          readonly exported: string;
        }[])
          below(value, exported === 'default' ? [EXPORTS] : [exported]);
        return;
      case 'call':
        this.#call(node as unknown as Call, place);
        break;
      default:
    }
    for (const [key, inner] of Object.entries(one)) if (key !== 'span' && typeof inner === 'object') below(inner);
  }

  #call(node: Call, { within }: Place): void {
    const { callee } = node;
    const name =
      callee.kind === 'name'
        ? callee.name
        : callee.kind === 'member' && typeof callee.property === 'string'
          ? callee.property
          : undefined;
    if (name !== undefined) this.calls.push({ node, name, isMethod: callee.kind === 'member', within });
  }

  #function(
    code: FunctionCode,
    place: Place,
    below: (inner: unknown, names?: readonly string[], within?: OutlinedFunction) => void,
  ): void {
    const names = code.decorators.length > 0 ? undefined : place.names;
    const outlined: OutlinedFunction = { code, module: this.module, parent: place.within, names };
    this.functions.set(code, outlined);
    if (!place.within) this.#cut.push(code.span);
    below(code.decorators);
    below(code.parameters, undefined, outlined);
    below(code.body, undefined, outlined);
  }

  #class(
    code: ClassCode,
    { within }: Place,
    below: (inner: unknown, names?: readonly string[], within?: OutlinedFunction) => void,
  ): void {
    // What a class extends, or what decorates it, may call its methods.
    const isOpen = code.decorators.length > 0 || code.bases.length > 0 || code.keywords.length > 0;
    below([...code.decorators, ...code.bases]);
    for (const member of code.members) {
      const isNamed =
        !isOpen && member.decorators.length === 0 && typeof member.name === 'string' && member.kind !== 'static-block';
      const name = typeof member.name === 'string' ? member.name : '';
      const isMade = name === 'constructor' || name === '__init__';
      const names = isNamed ? [isMade && code.name !== undefined ? code.name : name] : undefined;
      if (member.code)
        this.#function(member.code, { within, names: isDunder(name) && !isMade ? undefined : names }, below);
      below(member.value, names);
      below(member.decorators);
    }
  }
}

/** Stands for the object that a module exports: its entries are reached by their keys. */
const EXPORTS = '<exports>';

/** Methods that Python calls without their names. */
function isDunder(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__');
}

function assignedNames(target: unknown): readonly string[] | undefined {
  const one = target as { readonly kind?: string; readonly name?: string; readonly property?: unknown };
  if (one.kind === 'name' && one.name !== undefined) return [one.name];
  if (one.kind !== 'member' || typeof one.property !== 'string') return undefined;
  const isWhole = one.property === 'exports';
  return [isWhole ? EXPORTS : one.property];
}

/** `exports.name`, `module.exports`, `module.exports.name`. */
function isExports(target: unknown): boolean {
  let one = target as { readonly kind?: string; readonly object?: unknown; readonly name?: string };
  for (let depth = 0; depth < 3 && one.kind === 'member'; depth++) one = one.object as typeof one;
  return one.kind === 'name' && (one.name === 'exports' || one.name === 'module');
}
