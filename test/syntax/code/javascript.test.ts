import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grammarFiles } from '#cli/grammar-files';
import { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import { readCode } from '#syntax/code/code';
import type { CodeModule } from '#syntax/code/form';
import { Grammars } from '#syntax/code/grammars';
import { MAX_NESTING } from '#syntax/code/tree';
import { print } from '#test/syntax/code/print';

const grammars = new Grammars(grammarFiles);

beforeAll(() => grammars.load(['javascript', 'typescript', 'tsx']));

function read(text: string, path = 'a.js'): CodeModule {
  const module = readCode(new SourceFile(path, text), grammars);
  if (!module) throw new Error('not read');
  return module;
}

function broken(module: CodeModule): string[] {
  return module.broken.map((span) => module.file.slice(span));
}

/** What JavaScript becomes; each case is whole in TypeScript, too, so that it is held in both. */
const EXPRESSIONS: readonly (readonly [text: string, expected: string])[] = [
  ['a.b["c"][0][d]', 'a.b["c"]["0"][d]'],
  ['a?.b?.[c]?.(d)', 'a?.b?.[c]?.(d)'],
  ['(a?.b).c', 'a?.b.c'],
  ['x[`y`]', 'x["y"]'],
  ['x["a" + b]', 'x[("a" + b)]'],
  ['new A(1, ...b)', 'new A(1, ...b)'],
  ['new A', 'new A()'],
  ['new (f().b)(1)', 'new f().b(1)'],
  ['a + b * -c', '(a + (b * (- c)))'],
  ['a ** b ** c', '(a ** (b ** c))'],
  ['a && b || c', '((a and b) or c)'],
  ['a ?? b', '(a nullish b)'],
  ['a in b; a instanceof c', '(a in b)\n(a instanceof c)'],
  ['delete a.b; void 0; typeof a; !a; ~a; +a', '(delete a.b)\n(void 0)\n(typeof a)\n(not a)\n(~ a)\n(+ a)'],
  ['a = b = c', '(a = (b = c))'],
  ['a += 1; a ??= b; a &&= b; a ||= b; a >>>= 2', '(a += 1)\n(a nullish= b)\n(a and= b)\n(a or= b)\n(a >>>= 2)'],
  ['a++; --b.c', '(a += 1)\n(b.c -= 1)'],
  ['a, b, c', '(a, b, c)'],
  ['x = (a, b)', '(x = (a, b))'],
  ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
  ['x = /a\\/[/]b/gi', '(x = /a\\/[/]b/gi)'],
  ['import.meta.url; import("m"); require("n")', 'import.meta.url\nimport("m")\nrequire("n")'],
  ['null; undefined; true; false', 'null\nundefined\ntrue\nfalse'],
  ['[1, , ...a, ,]', '[1, undefined, ...a, undefined]'],
  ['({ a, b: 1, "c d": 2, 3: 4, [e]: 5, ["f"]: 6, ...g })', '{a: a, b: 1, c d: 2, 3: 4, [e]: 5, f: 6, ...g}'],
  ['({ a() {}, get b() {}, set b(v) {} })', '{a: function(), get b: function(), set b: function(v)}'],
  ['({ async *c() {}, get: 1, async: 2 })', '{c: async generator function(), get: 1, async: 2}'],
  ['`a${b}c\\n${`d`}`', 'template("a", b, "c\\n", "d")'],
  ['`plain`', '"plain"'],
  ['tag`x${1}\\n`; a.b`c`', 'tagged tag(template("x", 1, "\\n"))\ntagged a.b(template("c"))'],
  ['x = async y => y + 1', '(x = async arrow(y) ; return (y + 1))'],
  ['x = (a = 1, { b }, ...c) => {}', '(x = arrow(a default 1, {b: b}, ...c))'],
  ['x = function f() { f() }', '(x = function f() ; f())'],
  [
    'module.exports.handler = async (event) => ({ a: event })',
    '(module.exports.handler = async arrow(event) ; return {a: event})',
  ],
];

const STATEMENTS: readonly (readonly [text: string, expected: string])[] = [
  ['let a, b = 1; var c; const d = 2', 'let a\nlet b = 1\nvar c\nconst d = 2'],
  [
    'var { a, b: c, d = 1, e: f = 2, "g": h, [i]: j, ...k } = l',
    'var {a: a, b: c, d: d default 1, e: f default 2, g: h, [i]: j, ...k} = l',
  ],
  ['const [m, , n = 1, ...[o]] = p', 'const [m, _, n default 1, ...[o]] = p'],
  ['[a.b, c[0]] = d; ({ a: b.c, ...d.e } = f)', '([a.b, c["0"]] = d)\n({a: b.c, ...d.e} = f)'],
  ['if (a) b(); else if (c) d(); else { e() }', 'if a\n  b()\nelse\n  if c\n    d()\n  else\n    e()'],
  ['for (let i = 0, n = 2; i < n; i++) a()', 'for initial(let i = 0; let n = 2) (i < n) update((i += 1))\n  a()'],
  ['for (;;) {}', 'for'],
  ['for (const k in o) b()', 'for-in k <- o\n  b()'],
  ['for (const [k, v] of o) {}', 'for-of [k, v] <- o'],
  ['for (a.b of c);', 'for-of a.b <- c'],
  ['async function f() { for await (const x of y) z(x) }', 'async function f()\n  for-of x <- y\n    z(x)'],
  ['while (x) y()', 'while x\n  y()'],
  ['do { z() } while (w)', 'do-while w\n  z()'],
  ['outer: for (;;) { continue outer }', 'for\n  continue'],
  ['a: { b(); break a; }', 'do-while false\n  b()\n  break'],
  [
    'switch (a) { case 1: case f(2): b(); break; default: c() }',
    'switch a falls through\n  case 1\n  case f(2)\n    b()\n    break\n  default\n    c()',
  ],
  ['try { a() } catch { b() } finally { c() }', 'try\n  a()\ncatch\n  b()\nfinally\n  c()'],
  ['try {} catch ({ message }) {}', 'try\ncatch as {message: message}'],
  ['throw new Error("x")', 'throw new Error("x")'],
  ['{ a() } ; debugger', 'block\n  a()'],
  ['function* h() { yield; yield 1; yield* i }', 'generator function h()\n  (yield)\n  (yield 1)\n  (yield* i)'],
  ['async function j(a, { b } = {}) { return await a }', 'async function j(a, {b: b} default {})\n  return (await a)'],
  ['using a = b', 'const a = b'],
  ['async function q() { await using c = d() }', 'async function q()\n  const c = d()'],
  [
    'class A extends B { #p = 1; static q() { return #p in this } get [x]() {} static async *g() {} static y }',
    'class A extends B\n  field #p = 1\n  static method q()\n    return ("#p" in this)\n  get [x]()\n  async generator static method g()\n  static field y',
  ],
  [
    'class A { constructor() { super(1); super.m(); this.#q } static { a() } }',
    'class A\n  method constructor()\n    super(1)\n    super.m()\n    this.#q\n  static static-block ()\n    a()',
  ],
  ['@a class B { @c() d = 1; @e f() {} }', '@a class B\n  @c() field d = 1\n  @e method f()'],
  [
    'import a, * as b from "m"; import { c, default as d, "e f" as g } from "n"; import "o"',
    'import "m" name:default->a module:*->b\nimport "n" name:c name:default->d name:e f->g\nimport "o"',
  ],
  [
    'export { a, b as c, d as "e f" }; export * from "m"; export * as n from "m"; export * as default from "m"; export { default } from "m"',
    'export a->a b->c d->e f\nexport "m" *->*\nexport "m" *->n\nexport "m" *->default\nexport "m" default->default',
  ],
  [
    'export const { a, b: { c = 1 }, ...d } = x, [e, ...f] = y',
    'const {a: a, b: {c: c default 1}, ...d} = x\nconst [e, ...f] = y\nexport a->a c->c d->d e->e f->f',
  ],
  ['export function a() {} export default class B {}', 'function a()\nexport a->a\nclass B\nexport B->default'],
  ['export default async () => 1', 'export async arrow() ; return 1->default'],
  ['export default class {}', 'export class->default'],
];

const TYPED: readonly (readonly [text: string, expected: string])[] = [
  ['let u = a as unknown as B; let v = <B>a; let w = a!.b!.c satisfies D', 'let u = a\nlet v = a\nlet w = a.b.c'],
  ['(a as any).b = 1; a!.b = 2; (<any>a).c = 3', '(a.b = 1)\n(a.b = 2)\n(a.c = 3)'],
  ['f<T>(y); new Map<string, number>(); x = foo<string>', 'f(y)\nnew Map()\n(x = foo)'],
  [
    'import type { a } from "a"; import { type b, c as d, type e as f } from "m"; import type from "t"; import { type } from "u"',
    'import "m" name:c->d\nimport "t" name:default->type\nimport "u" name:type',
  ],
  [
    'export type { T } from "p"; export { type d, e }; export type Q = string; export interface I {}; export declare const z: string',
    'export e->e',
  ],
  ['interface P {} type Z = 1; declare const q: number; declare module "x" { const r: 1 } declare global {}', ''],
  ['function f(a: string): void; function f(a: any) { return a }', 'function f(a: any)\n  return a'],
  [
    'abstract class A implements B { abstract x: string; abstract m(): void; declare y: string; [key: string]: any }',
    'class A',
  ],
  [
    'class A { constructor(private readonly db: Pool, @Inject(X) public y?: string, z = 1, ...r: any[]) {} }',
    'class A\n  method constructor(field db: Pool, @Inject(X) field y: string, z default 1, ...r: Array[any])',
  ],
  [
    'class A { m(this: A, a?: pg.Pool) {} private async *g<T>() {} override get v() {} @Input() name!: string }',
    'class A\n  method m(a: pg.Pool)\n  async generator method g()\n  get v()\n  @Input() field name: string',
  ],
  ['@A("x") export class B extends C.D<E> {}', '@A("x") class B extends C.D\nexport B->B'],
  [
    'enum E { A, B = 5, C, D = "x", F = -2, G, H = f(), I }',
    'const E = {A: 0, B: 5, C: 6, D: "x", F: (- 2), G: -1, H: f(), I: opaque()}',
  ],
  ['export const enum K { X = 1 } declare enum L { Q }', 'const K = {X: 1}\nexport K->K'],
  [
    'namespace N { const y = 2; export function f() { return y } export type T = string }',
    'const N = arrow() ; const y = 2 ; function f() ; return y ; return {f: f}()',
  ],
  [
    'namespace A.B { export const c = 1 } namespace T { export interface X {} }',
    'const A = {B: arrow() ; const c = 1 ; return {c: c}()}',
  ],
  [
    'import x = require("m"); import type y = require("n"); import A = B.C.D; export = x',
    'const x = require("m")\nconst A = B.C.D\n(module.exports = x)',
  ],
  [
    'let a: string, b: pg.Pool, c: Promise<Order[]>, d: Record<string, number>, e: A | B | null',
    'let a: string\nlet b: pg.Pool\nlet c: Promise[Array[Order]]\nlet d: Record[tuple[string, number]]\nlet e: ((A | B) | null)',
  ],
  [
    'let a: { x: 1 }, b: () => void, c: typeof q, d: "lit", e: readonly string[]',
    'let a\nlet b\nlet c\nlet d: "lit"\nlet e: Array[string]',
  ],
  ['try {} catch (e: unknown) {}', 'try\ncatch as e'],
];

const MARKUP: readonly (readonly [text: string, expected: string])[] = [
  [
    'x = <a b="c &amp; d" {...p} on={() => 1} flag n:s="q">e</a>',
    '(x = <a b: "c & d" ...p on: arrow() ; return 1 flag: true n:s: "q">("e"))',
  ],
  ['x = <A.B />', '(x = <A.B>())'],
  ['x = <>{a} b{/* c */}{...d}</>', '(x = <>(a, " b", d))'],
  ['x = <p>\n  one {two}\n  three\n</p>', '(x = <p>("one ", two, "three"))'],
  ['x = <p dangerouslySetInnerHTML={{ __html: y }} />', '(x = <p dangerouslySetInnerHTML: {__html: y}>())'],
];

describe('what JavaScript becomes', () => {
  test.each([...EXPRESSIONS, ...STATEMENTS])('%s', (text, expected) => {
    const module = read(text);
    expect(broken(module)).toEqual([]);
    expect(print(module)).toBe(expected);
  });

  test.each(MARKUP)('%s', (text, expected) => expect(print(read(text))).toBe(expected));
});

describe('what TypeScript becomes', () => {
  test.each([...EXPRESSIONS, ...STATEMENTS, ...TYPED])('%s', (text, expected) => {
    const module = read(text, 'a.ts');
    expect(broken(module)).toEqual([]);
    expect(print(module)).toBe(expected);
  });

  test.each(MARKUP)('TSX: %s', (text, expected) => expect(print(read(text, 'a.tsx'))).toBe(expected));
});

describe('literals', () => {
  test.each<readonly [string, string | number]>([
    [String.raw`"\n\t\r\b\f\v\q\"\\"`, '\n\t\r\b\f\vq"\\'],
    [String.raw`'\x41A\u{1F600}\u{110000}'`, 'AA\u{1F600}\uFFFD'],
    [String.raw`'\0\101\3777\8'`, '\0A\u00FF78'],
    ['"a\\\nb\\\r\nc"', 'abc'],
    ['`a\r\nb`', 'a\nb'],
    ['0x1F', 31],
    ['0b101', 5],
    ['0o17', 15],
    ['017', 15],
    ['1_000.5', 1000.5],
    ['1e3', 1000],
    ['10n', 10],
    ['0xffn', 255],
  ])('%s', (text, value) => {
    const [statement] = read(`x = ${text}`).body;
    expect(statement).toMatchObject({ value: { kind: 'assignment', value: { kind: 'literal', value } } });
  });
});

test('comments stand in order, without their marks', () => {
  const module = read(
    '#!/usr/bin/env node\n// one\na /* two */ + `${b /* three */}`;\n<!-- four\nclass C { // five\n}',
  );
  expect(module.comments.map(({ text }) => text)).toEqual(['/usr/bin/env node', 'one', 'two', 'three', 'four', 'five']);
  expect(module.comments.map(({ span }) => module.file.slice(span))[1]).toBe('// one');
});

test('offsets count UTF-16 units', () => {
  const text = 'const 日本 = "😀" + `🎉${a.b}`; // 😀\nf(日本)';
  const module = read(text);
  const [, call] = module.body;
  expect(module.file.slice(call?.span ?? { start: 0, end: 0 })).toBe('f(日本)');
  expect(print(module)).toBe('const 日本 = ("😀" + template("🎉", a.b))\nf(日本)');
  expect(module.comments.map(({ span }) => module.file.slice(span))).toEqual(['// 😀']);
});

test('spans say where to look and what to replace', () => {
  const module = read('export const f = async (a) => db.query(`x${a}`, 1);\nclass K { m() {} }', 'a.ts');
  const { file } = module;
  const [declaration, exported, cls] = module.body;
  if (declaration?.kind !== 'declaration' || declaration.value?.kind !== 'function') throw new Error('no function');
  expect(file.slice(declaration.span)).toBe('const f = async (a) => db.query(`x${a}`, 1);');
  expect(file.slice(exported?.span ?? declaration.span)).toBe('export const f = async (a) => db.query(`x${a}`, 1);');
  const [returned] = declaration.value.code.body;
  if (returned?.kind !== 'return' || returned.value?.kind !== 'call') throw new Error('no call');
  expect(file.slice(returned.value.argsSpan)).toBe('(`x${a}`, 1)');
  expect(file.slice(returned.value.callee.span)).toBe('db.query');
  if (cls?.kind !== 'class-declaration') throw new Error('no class');
  expect(file.slice(cls.code.members[0]?.code?.nameSpan ?? cls.span)).toBe('m');
  expect(cls.code.members[0]?.code?.name).toBeUndefined();
});

describe('broken code is lowered around what is broken', () => {
  test.each([
    ['const x = foo(a, b c); y()', 'const x = foo(a, b, opaque(c))\ny()', ['c']],
    ['const h = async (e) => { const a = ; exec(e.x); done() }', undefined, undefined],
    ['if (a { b() } else { c() }', 'if a\n  b()\nelse\n  c()', ['']],
    ['x = { a: 1, b 2, c: f(3) }', '(x = {a: 1, b: b, ...opaque(2), c: f(3)})', ['2']],
    [
      'async function h(e) { try { x(e) } catch (err) { y(err) ',
      'async function h(e)\n  try\n    x(e)\n  catch as err\n    y(err)',
      [''],
    ],
  ])('%s', (text, expected, spans) => {
    const module = read(text);
    expect(module.broken.length).toBeGreaterThan(0);
    if (expected !== undefined) expect(print(module)).toBe(expected);
    else expect(print(module)).toContain('exec(e.x)');
    if (spans) expect(broken(module)).toEqual(spans);
  });

  test('a class keeps its other members', () => {
    const module = read('class A { m() { x() } @@ n() { y(event) } }\nz()');
    expect(print(module)).toMatch(/method m\(\)\n {4}x\(\)/);
    expect(print(module)).toContain('z()');
  });

  test('a method with an open bracket stays a method of its class', () => {
    const module = read('class A { m() { x() } n( { y(event) } o() { z() } }');
    expect(print(module)).toMatch(
      /method m\(\)\n {4}x\(\)\n {2}method n\(\)\n {4}y\(event\)\n {2}method o\(\)\n {4}z\(\)/,
    );
    expect(broken(module)).toEqual(['']);
  });

  test('markers of a merge cost no more than what stands beside them', () => {
    expect(print(read('a(1);\n<<<<<<< HEAD\nb(2);\n=======\nc(3);\n>>>>>>> x\nd(4);'))).toMatch(
      /a\(1\)[\s\S]*c\(3\)[\s\S]*d\(4\)/,
    );
  });
});

describe('hostile code', () => {
  const N = 20_000;
  const HOSTILE: readonly (readonly [what: string, text: string])[] = [
    ['open brackets', '['.repeat(N)],
    ['lists', `x = ${'['.repeat(N)}${']'.repeat(N)}`],
    ['parentheses', `x = ${'('.repeat(N)}1${')'.repeat(N)}`],
    ['members', `${'a.'.repeat(100_000)}b`],
    ['calls', `a${'.then(x => x)'.repeat(5_000)}`],
    ['operands', `x = a${' + b'.repeat(N)}`],
    ['alternatives', `if (a) {}${' else if (b) {}'.repeat(5_000)}`],
    ['arrows', `${'a=>'.repeat(N)}1`],
    ['conditions', `x = ${'a?b:'.repeat(N)}c`],
    ['negations', `${'!'.repeat(N)}a`],
    ['assignments', `${'a='.repeat(N)}b`],
    ['sequences', `${'a,'.repeat(N)}b`],
    ['functions', `${'function f(){'.repeat(N)}${'}'.repeat(N)}`],
    ['patterns', `const ${'['.repeat(N)}a${']'.repeat(N)} = b`],
    ['markup', `x = ${'<a>'.repeat(N)}${'</a>'.repeat(N)}`],
    ['types', `let x: ${'A<'.repeat(N)}B${'>'.repeat(N)}`],
    ['union', `let x: A${' | B'.repeat(N)}`],
    ['items', `let x: A${'[]'.repeat(N)}`],
    ['namespaces', `namespace ${'a.'.repeat(N)}c { export const x = 1 }`],
    ['labels', `${'a:'.repeat(N)}b()`],
    ['templates', '`${'.repeat(N)],
    ['open comments', 'a /*'.repeat(N)],
    ['open comments on lines', 'a\n/*'.repeat(N)],
    ['open classes', 'a = /['.repeat(N)],
    ['open classes with escapes', '/[\\]'.repeat(N)],
  ];

  test.each(HOSTILE)('%s', (_what, text) => {
    for (const path of ['a.js', 'a.tsx']) expect(depthOf(read(text, path).body)).toBeLessThan(MAX_NESTING + 50);
  });

  test('what looks like an open comment or class within quotes keeps its text', () => {
    const text = 'f("/users/*", \'/[\', `/*${a}/[`); g(/[/\\]]/, b / c[0], [1])';
    expect(print(read(text))).toBe('f("/users/*", "/[", template("/*", a, "/["))\ng(/[/\\]]/, (b / c["0"]), [1])');
  });

  test('a chain keeps what its far links hold', () => {
    const module = read(`x = ${Array.from({ length: 1_000 }, (_, index) => `a${index}`).join(' + ')}`);
    for (const name of ['a0', 'a1', 'a500', 'a999']) expect(print(module)).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('statements too deep are told', () => {
    const module = read(`${'{'.repeat(300)}a()${'}'.repeat(300)}`);
    expect(broken(module)).toHaveLength(1);
    expect(print(module)).not.toContain('a()');
  });
});

/** Nodes within nodes, counted without recursion. */
function depthOf(value: unknown): number {
  let deepest = 0;
  const left: [value: unknown, depth: number][] = [[value, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [at, depth] = next;
    if (typeof at !== 'object' || at === null) continue;
    deepest = Math.max(deepest, depth);
    for (const inner of Object.values(at)) left.push([inner, 'kind' in at ? depth + 1 : depth]);
  }
  return deepest;
}

describe('spans', () => {
  const SOURCES = [...EXPRESSIONS, ...STATEMENTS].map(([text]) => text);
  const sources = fc.array(fc.constantFrom(...SOURCES, ...TYPED.map(([text]) => text)), { maxLength: 6 });

  test('every node lies within the one around it', () => {
    fc.assert(
      fc.property(sources, (texts) => {
        const module = read(texts.join(';\n'), 'a.ts');
        expect(strays(module)).toEqual([]);
      }),
    );
  });

  test('statements and operands stand in the order of the text', () => {
    for (const text of [...SOURCES, ...TYPED.map(([typed]) => typed)]) {
      const starts = read(text, 'a.ts').body.flatMap((node) => (node.kind === 'export' ? [] : [node.span.start]));
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  test('text that was cut anywhere is read, and nothing lies outside of it', () => {
    fc.assert(
      fc.property(sources, fc.nat(400), fc.nat(20), (texts, at, length) => {
        const text = texts.join(';\n');
        const module = read(text.slice(0, at) + text.slice(at + length), 'a.ts');
        expect(strays(module)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The nodes that lie outside of the node that holds them. */
function strays(module: CodeModule): string[] {
  const found: string[] = [];
  const whole = { start: 0, end: module.file.text.length };
  const left: [value: unknown, around: Span][] = [[module.body, whole]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, around] = next;
    if (typeof value !== 'object' || value === null) continue;
    const span = 'span' in value ? (value.span as Span) : around;
    if (span.start < around.start || span.end > around.end || span.start > span.end) found.push(JSON.stringify(value));
    for (const [key, inner] of Object.entries(value)) if (!/span$/i.test(key)) left.push([inner, span]);
  }
  return found;
}
