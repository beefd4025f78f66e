import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grammarFiles } from '#cli/grammar-files';
import { SourceFile } from '#source/file';
import { readCode } from '#syntax/code/code';
import type { CodeModule } from '#syntax/code/form';
import { Grammars } from '#syntax/code/grammars';
import { print } from '#test/syntax/code/print';
import { nodesOf, straySpans } from '#test/syntax/code/walk';

const grammars = new Grammars(grammarFiles);

beforeAll(() => grammars.load(['python']));

function read(text: string): CodeModule {
  const module = readCode(new SourceFile('a.py', text), grammars);
  if (!module) throw new Error('The text was not read.');
  return module;
}

/** What a text is lowered to; it must have nothing broken. */
function lowered(text: string): string {
  const module = read(text);
  expect(module.broken).toEqual([]);
  expect(straySpans(module.body, text.length)).toEqual([]);
  return print(module);
}

function lines(...expected: string[]): string {
  return expected.join('\n');
}

describe('expressions', () => {
  it.each([
    ['a.b["c"][0][-1][d]', 'a.b["c"]["0"]["-1"][d]'],
    ['a[1:2]; a[:]; a[::2]; a[1:, b]', lines('a[1:2:]', 'a[::]', 'a[::2]', 'a[tuple[1::, b]]')],
    ['a[True]; a[1.5]; a[...]; a[b, c]', lines('a[true]', 'a[1.5]', 'a[undefined]', 'a[tuple[b, c]]')],
    ['f(a, *b, c=1, **d)', 'f(a, ...b, c=1, **d)'],
    ['sum(x for x in y)', 'sum(generator[x for x in y])'],
    ['a + b * -c', '(a + (b * (- c)))'],
    ['-a ** -b', '(- (a ** (- b)))'],
    ['a // b @ c % (d, e)', '(((a // b) @ c) % tuple[d, e])'],
    ['~a | b & c << 1 >> 2; +e ^ f', lines('((~ a) | (b & ((c << 1) >> 2)))', '((+ e) ^ f)')],
    ['a and b or not c', '((a and b) or (not c))'],
    ['a < b <= c != d', '(((a < b) and (b <= c)) and (c != d))'],
    ['a not in b; a in b; a is not b; a is b', lines('(a not in b)', '(a in b)', '(a is not b)', '(a is b)')],
    ['a if b else c if d else e', '(b ? a : (d ? c : e))'],
    [
      '[1, *a, (2), ()]; (1,); {1, *b}; 1, 2',
      lines('[1, ...a, 2, tuple[]]', 'tuple[1]', 'set[1, ...b]', 'tuple[1, 2]'),
    ],
    ['{"a": 1, 2: b, c: 3, **d}', '{a: 1, 2: b, [c]: 3, ...d}'],
    ['0x_ff, 0b11, 0o17, 0777, 10L, 1_000.5e3, .5', 'tuple[255, 3, 15, 511, 10, 1000500, 0.5]'],
    ['True, False, None, ...', 'tuple[true, false, null, undefined]'],
    ['3j', 'opaque()'],
    ['h = lambda a, *b, c=1, **d: a + c', 'assign h = arrow(a, ...b, c default 1, **d) ; return (a + c)'],
    ['((((a)))).b', 'a.b'],
    ['print(a, file=b)', 'print(a, file=b)'],
    ['a.b() \\\n  .c', 'a.b().c'],
  ])('%s', (text, expected) => expect(lowered(text)).toBe(expected));

  it('has comprehensions with all their clauses', () => {
    expect(lowered('[a for a in b if c if d for e, f in g]')).toBe('list[a for a in b if c if d for [e, f] in g]');
    expect(lowered('{a: b for a, b in c}')).toBe('object[a: b for [a, b] in c]');
    expect(lowered('{a async for a in [b for b in c]}')).toBe('set[a for a in list[b for b in c]]');
    expect(lowered('(x for x in y)')).toBe('generator[x for x in y]');
  });

  it('shares what stands in the middle of a chain of comparisons', () => {
    const [statement] = read('a < f() < c').body;
    if (statement?.kind !== 'expression' || statement.value.kind !== 'logical') throw new Error('no chain');
    const { left, right } = statement.value;
    if (left.kind !== 'binary' || right.kind !== 'binary') throw new Error('no comparisons');
    expect(left.right).toBe(right.left);
  });

  it('reads await, and yield as what makes a generator of the function that is nearest', () => {
    expect(
      lowered('async def f():\n  await a.b(c)\n  def g():\n    x = yield from h()\n    yield\n    yield 1, 2'),
    ).toBe(
      lines(
        'async function f()',
        '  (await a.b(c))',
        '  generator function g()',
        '    assign x = (yield* h())',
        '    (yield)',
        '    (yield tuple[1, 2])',
      ),
    );
    expect(lowered('def f():\n  return lambda: (yield)')).toBe(
      lines('function f()', '  return generator arrow() ; return (yield)'),
    );
  });
});

describe('strings', () => {
  it.each([
    [String.raw`'a\n\x41\u00e9\U0001F600\101\q\''`, "a\nAé😀A\\q'"],
    [String.raw`r"\n\"" "b"`, String.raw`\n\"b`],
    [String.raw`b"\xff\u00e9\101"`, '\xff\\u00e9A'],
    ['"""x\r\n  y"""', 'x\n  y'],
    [String.raw`r"\\" r'\'' rb"\n"`, String.raw`\\\'\n`],
    ["u'z' Rb'\\x' '\\\n'", 'z\\x'],
    [String.raw`'\x4' '\u12' '\777'`, '\\x4\\u12\u01ff'],
    [String.raw`'\N{BULLET}'`, '\uFFFD'],
    ['f"const{{}}"', 'const{}'],
    ['"ü😀"', 'ü😀'],
    ['""', ''],
  ])('%s', (text, value) => expect(lowered(text)).toBe(JSON.stringify(value)));

  it.each([
    ['f"a{x}b{y!r:>{w}}c{{d}}" "e"', 'template("a", x, "b", y, w, "c{d}e")'],
    ["f'{z = }'", 'template("z = ", z)'],
    ['f"{z=!s:10}{(y)=}"', 'template("z=", z, "(y)=", y)'],
    ['f"{a == b}"', 'template((a == b))'],
    [String.raw`rf"\d{n}" f"\t"`, 'template("\\\\d", n, "\\t")'],
    ['f"{d["k"]}{f"{e}"}"', 'template(d["k"], template(e))'],
    ['f"{a, b}{x:%Y-%m}"', 'template(tuple[a, b], x)'],
    ['"SELECT " f"{a}" " x"', 'template("SELECT ", a, " x")'],
    ['f"""\n{a}\n"""', 'template("\\n", a, "\\n")'],
    ['"%s" % a', '("%s" % a)'],
  ])('%s', (text, expected) => expect(lowered(text)).toBe(expected));
});

describe('assignments', () => {
  it.each([
    ['a = b = c()', lines('assign a = c()', 'assign b = a')],
    ['a.x = b = c()', lines('assign b = c()', 'assign a.x = b')],
    ['a[0] = a["k"] = b', lines('assign a["0"] = b', 'assign a["k"] = b')],
    ['a, (b, *c), d = e', 'assign [a, [b, ...c], d] = e'],
    ['*a, b = c', 'assign [...a, b] = c'],
    ['[a, b.c, d[0]] = f', 'assign [a, b.c, d["0"]] = f'],
    ['(a) = 1; (a,) = 2', lines('assign a = 1', 'assign [a] = 2')],
    ['x = 1,', 'assign x = tuple[1]'],
    [
      'x += 1; x //= 2; x @= m; x **= 2; a.b |= c',
      lines('(x += 1)', '(x //= 2)', '(x @= m)', '(x **= 2)', '(a.b |= c)'),
    ],
    ['x: int = 3; y: str', lines('assign x: int = 3', 'assign y: str')],
    ['if (n := len(a)) > 10: pass', 'if ((n = len(a)) > 10)'],
    ['type(a).b = c', 'assign _ = c'],
    ['type X[T] = list[T] | None', 'assign X = (list[T] | null)'],
  ])('%s', (text, expected) => expect(lowered(text)).toBe(expected));

  it.each([
    ['Dict[str, List["A"]]', 'Dict[tuple[str, List["A"]]]'],
    ['Optional[a.b.C]', 'Optional[a.b.C]'],
    ['"A" | None', '("A" | null)'],
    ['a.b[int] | None', '(a.b[int] | null)'],
    ['Callable[[int, str], None]', 'Callable[tuple[[int, str], null]]'],
    ['Literal["a"]', 'Literal["a"]'],
  ])('the type %s', (type, expected) => expect(lowered(`x: ${type}`)).toBe(`assign x: ${expected}`));
});

describe('functions and classes', () => {
  it('has parameters of every kind', () => {
    expect(lowered('def f(a, /, b: int = 3, *args: str, c=4, d: x.Y, **kw: int) -> List[int]: pass')).toBe(
      'function f(a, b default 3: int, ...args: str, c default 4, d: x.Y, **kw: int)',
    );
    expect(lowered('def f(a, *, b=None): pass')).toBe('function f(a, b default null)');
    expect(lowered('def f[T: int](x: T) -> T: return x')).toBe(lines('function f(x: T)', '  return x'));
  });

  it('has decorators, scopes and documentation', () => {
    expect(
      lowered(
        '@app.route("/x", methods=["GET"])\n@cache\ndef v():\n  "doc"\n  global g, h\n  def w():\n    nonlocal a',
      ),
    ).toBe(
      lines(
        '@app.route("/x", methods=["GET"]) @cache function v()',
        '  "doc"',
        '  global g h',
        '  function w()',
        '    nonlocal a',
      ),
    );
  });

  it('points at the name, or at the first character of a lambda', () => {
    const text = '@a\ndef füür(): pass\nlambda: 1';
    const names = [...nodesOf(read(text).body)].flatMap(({ node }) => ('nameSpan' in node ? [node] : []));
    const spans = names.map(({ nameSpan }) => nameSpan as { start: number; end: number });
    expect(spans.map(({ start, end }) => text.slice(start, end)).sort()).toEqual(['füür', 'l']);
  });

  it('has what a class declares', () => {
    expect(
      lowered(`@dataclass(frozen=True)
class A(B, c.D, metaclass=M, **kw):
    """Documentation."""
    x: int = 1
    y: str
    z = 2
    a, b = 1, 2
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): return 1
    @p.setter
    def p(self, v): self._p = v
    @functools.cached_property
    def q(self): pass
    async def m(self): pass
    class Inner: pass
    if x:
        def cond(self): pass
    pass
    ...`),
    ).toBe(
      lines(
        '@dataclass(frozen=true) class A extends B, c.D metaclass=M **kw',
        '  static field x: int = 1',
        '  field y: str',
        '  static field z = 2',
        '  static static-block ()',
        '    assign [a, b] = tuple[1, 2]',
        '  @staticmethod static method s(a)',
        '  @classmethod method c(cls)',
        '  @property get p(self)',
        '    return 1',
        '  @p.setter set p(self, v)',
        '    assign self._p = v',
        '  @functools.cached_property get q(self)',
        '  async method m(self)',
        '  static field Inner = class Inner',
        '  static static-block ()',
        '    if x',
        '      function cond(self)',
      ),
    );
  });
});

describe('statements', () => {
  it('nests elif in otherwise', () => {
    expect(lowered('if a: b\nelif c: d\nelif e: f\nelse: g')).toBe(
      lines('if a', '  b', 'else', '  if c', '    d', '  else', '    if e', '      f', '    else', '      g'),
    );
  });

  it('has loops with else', () => {
    expect(lowered('while a:\n  break\nelse:\n  continue\nfor i, (j, k) in x.items(): pass\nelse: z')).toBe(
      lines('while a', '  break', 'else', '  continue', 'for-of [i, [j, k]] <- x.items()', 'else', '  z'),
    );
    expect(lowered('for a in 1, 2: pass\nasync def f():\n  async for x in y: pass')).toBe(
      lines('for-of a <- tuple[1, 2]', 'async function f()', '  for-of x <- y'),
    );
  });

  it('has try with all its parts', () => {
    expect(
      lowered(`try: a
except (A, b.B) as e: raise
except C: raise X(1) from e
except D: raise X from f()
except: raise Y from None
else: g
finally: h
try: a
except* E as d: b`),
    ).toBe(
      lines(
        'try',
        '  a',
        'catch A b.B as e',
        '  throw',
        'catch C',
        '  throw X(1)',
        'catch D',
        '  throw (f(), X)',
        'catch',
        '  throw Y',
        'else',
        '  g',
        'finally',
        '  h',
        'try',
        '  a',
        'catch E as d',
        '  b',
      ),
    );
  });

  it.each([
    ['with (open(a) as f, open(b) as g): pass', 'with open(a) as f, open(b) as g'],
    ['with open(a), b.c as d.e, (q): pass', 'with open(a), b.c as d.e, q'],
    ['with a as (b, c): d', lines('with a as [b, c]', '  d')],
    ['async def f():\n  async with a as b: c', lines('async function f()', '  with a as b', '    c')],
    ['assert a, "msg"', lines('if (not a)', '  throw "msg"')],
    ['assert a', lines('if (not a)', '  throw')],
    ['del a, b[0]', lines('(delete a)', '(delete b["0"])')],
    ['del (c, d)', lines('(delete c)', '(delete d)')],
    ['pass', ''],
    ['def f():\n  return a, b', lines('function f()', '  return tuple[a, b]')],
  ])('%s', (text, expected) => expect(lowered(text)).toBe(expected));

  it.each([
    ['import a, b.c, d.e as f', lines('import "a" module:*->a', 'import "b.c" root:*->b', 'import "d.e" module:*->f')],
    ['from . import g', 'import "." name:g'],
    ['from ..m . n import (h as i, # why\n j, )', 'import "..m.n" name:h->i name:j'],
    ['from boto3.dynamodb.conditions import *', 'import "boto3.dynamodb.conditions" all:*'],
    ['from __future__ import annotations', 'import "__future__" name:annotations'],
  ])('%s', (text, expected) => expect(lowered(text)).toBe(expected));

  it.each([
    ['1 | -2 as n if n > 2', 'case 1, (- 2) binds n if (n > 2)'],
    ['a.b | "x" "y" | None', 'case a.b, "xy", null'],
    ['(-1)', 'case (- 1)'],
    ['c', 'default binds c'],
    ['(c)', 'default binds c'],
    ['_', 'default'],
    ['1 | _', 'default'],
    ['[a, 1, *rest, b]', 'case opaque(1) binds [a, _, ...rest, b]'],
    ['d,', 'case opaque() binds [d]'],
    ['(d, _)', 'case opaque() binds [d, _]'],
    ['{"k": v, "m": 1, **kw}', 'case opaque(1) binds {k: v, m: _, ...kw}'],
    ['str(z)', 'case opaque(str) binds z'],
    ['Foo(Bar(u), x=0, k=Baz(w=t))', 'case opaque(Foo, opaque(Bar), 0, opaque(Baz)) binds {k: {w: t}}, u'],
    ['1+2j', 'case opaque(1, opaque())'],
  ])('case %s', (text, expected) =>
    expect(lowered(`match x:\n  case ${text}: pass`)).toBe(lines('switch x', `  ${expected}`)),
  );

  it('matches several subjects as one', () => {
    expect(lowered('match x, y:\n  case 1, b: c')).toBe(
      lines('switch tuple[x, y]', '  case opaque(1) binds [_, b]', '    c'),
    );
  });
});

describe('places', () => {
  it('counts in UTF-16 units', () => {
    const text = 'a = "😀😀"  # 😀\nprint(a["😀"], b)';
    const { body, comments } = read(text);
    const [, call] = body;
    if (call?.kind !== 'expression' || call.value.kind !== 'call') throw new Error('no call');
    const { args, argsSpan } = call.value;
    expect(text.slice(argsSpan.start, argsSpan.end)).toBe('(a["😀"], b)');
    expect(args.map(({ span }) => text.slice(span.start, span.end))).toEqual(['a["😀"]', 'b']);
    const [first] = args;
    if (first?.value.kind !== 'member') throw new Error('no item');
    expect(text.slice(first.value.propertySpan.start, first.value.propertySpan.end)).toBe('"😀"');
    expect(comments).toEqual([{ span: { start: 12, end: 16 }, text: '😀' }]);
  });

  it('collects comments wherever they stand', () => {
    const { comments } = read('#!/usr/bin/env python\nx = foo(  # inside\n  a,  #last\n)\n"# none"\n#');
    expect(comments.map(({ text }) => text)).toEqual(['!/usr/bin/env python', 'inside', 'last', '']);
  });

  it('gives every argument, target and entry its own text', () => {
    const text = 'x.y = f(a, k=b.c[d], *e)\n{"k": v}\n(p, *q) = r';
    const parts = [...nodesOf(read(text).body)].map(({ node }) => text.slice(node.span.start, node.span.end));
    for (const part of ['x.y', 'k=b.c[d]', 'b.c[d]', '*e', '"k": v', '(p, *q)', 'q']) expect(parts).toContain(part);
  });
});

describe('broken code', () => {
  /** What is lowered all the same, and the texts of what is broken. */
  function salvaged(text: string): { readonly code: string; readonly broken: readonly string[] } {
    const module = read(text);
    expect(straySpans(module.body, text.length)).toEqual([]);
    return { code: print(module), broken: module.broken.map(({ start, end }) => text.slice(start, end)) };
  }

  it.each([
    ['an operator without an operand', 'if a <<<< b:\n    q(1)\nz = 3', ['q(1)', 'assign z = 3']],
    ['marks of a merge', 'a = 1\n<<<<<<< HEAD\nb = f(1)\n=======\nb = f(2)\n>>>>>>> x\nc = g(3)', ['g(3)']],
    ['a line of prose', 'a = f(1)\nthis is no code at all\nb = g(2)', ['assign a = f(1)', 'g(2)']],
    ['a bracket too many', 'x = f(1))\ny = g(2)', ['f(1)', 'g(2)']],
    ['a call that is not closed', 'def f(x):\n    return baz(x)\nfoo(bar(1),\nx = 1', ['baz(x)', 'bar(1)']],
    ['a string that is not closed', 'x = f(1)\ny = "open\nz = g(2)', ['assign x = f(1)']],
  ])('%s', (_, text, expected) => {
    const { code, broken } = salvaged(text);
    expect(broken).not.toEqual([]);
    for (const line of expected) expect(code).toContain(line);
  });

  it('says nothing twice', () => {
    const { code } = salvaged('foo(bar,\nx = 1\ndef f(x):\n    return baz(x)');
    expect(code.match(/baz\(x\)/g)).toHaveLength(1);
  });

  it("takes Python 2's statements for broken", () => {
    expect(salvaged('print "x", f(y)\nprint >>g, z\nexec "code" in d\nx = 1')).toEqual({
      code: lines('opaque("x", f(y))', 'opaque(g, z)', 'opaque("code", d)', 'assign x = 1'),
      broken: ['print "x", f(y)', 'print >>g, z', 'exec "code" in d'],
    });
  });
});

describe('hostile files', () => {
  it.each<[string, string]>([
    ['operands', `x = ${Array(5000).fill('a').join(' + ')}`],
    ['conditions', `x = ${Array(5000).fill('a').join(' and ')}`],
    ['comparisons', `x = ${Array(5000).fill('a').join(' < ')}`],
    ['calls', `x = a${'.b(c)'.repeat(5000)}`],
    ['items', `x = a${'[0]'.repeat(5000)}`],
    ['branches', `if a: pass\n${'elif b: c()\n'.repeat(5000)}`],
    ['targets', `${'a = '.repeat(5000)}1`],
    ['strings', `x = ${'"a" '.repeat(5000)}`],
    ['clauses', `x = [a ${'for b in c '.repeat(5000)}]`],
    ['alternatives', `match x:\n  case ${Array(3000).fill('1').join('|')}: pass`],
    ['parentheses', `${'('.repeat(5000)}a${')'.repeat(5000)}`],
  ])('a long chain of %s is read whole', (_, text) => {
    const module = read(text);
    expect(module.broken).toEqual([]);
    let opaque = 0;
    for (const { node } of nodesOf(module.body)) if (node.kind === 'opaque') opaque += 1;
    expect(opaque).toBe(0);
    expect(straySpans(module.body, text.length)).toEqual([]);
  });

  it.each<[string, string]>([
    ['lists', `x = ${'['.repeat(5000)}a${']'.repeat(5000)}`],
    ['negations', `x = ${'not '.repeat(5000)}a`],
    ['signs', `x = ${'-'.repeat(5000)}a`],
    ['powers', `x = ${Array(5000).fill('a').join(' ** ')}`],
    ['choices', `x = ${'a if b else '.repeat(5000)}c`],
    ['lambdas', `x = ${'lambda: '.repeat(5000)}c`],
    ['arguments', `x = ${'f('.repeat(3000)}a${')'.repeat(3000)}`],
    ['types', `x: ${'List['.repeat(3000)}int${']'.repeat(3000)}`],
  ])('what is nested too deep in %s is opaque', (_, text) => {
    const kinds = [...nodesOf(read(text).body)].map(({ node }) => node);
    expect(kinds.filter(({ kind }) => kind === 'opaque').length).toBeGreaterThan(0);
    expect(kinds.length).toBeLessThan(2000);
  });

  it('leaves out statements that are nested too deep, and says where', () => {
    const deep = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}if a:`).join('\n');
    const text = `${deep}\n${' '.repeat(400)}b()\nc()`;
    const module = read(text);
    expect(module.broken).toHaveLength(1);
    expect(print(module)).not.toContain('b()');
    expect(module.body).toHaveLength(2);
  });

  it.each<[string, string]>([
    ['open brackets', '['.repeat(50_000)],
    ['open calls', `${'f('.repeat(5000)}a`],
    ['open f-strings', 'f"{'.repeat(3000)],
    ['patterns of tuples', `${'('.repeat(3000)}a,${')'.repeat(3000)} = 1`],
    ['patterns of cases', `match x:\n case ${'['.repeat(2000)}a${']'.repeat(2000)}: pass`],
    ['quotes', '"""'.repeat(10_001)],
    ['errors', 'if a <<<< b:\n  q(1\n'.repeat(500)],
    ['keywords', 'lambda for match type print '.repeat(2000)],
  ])('%s end somewhere', (_, text) => expect(straySpans(read(text).body, text.length)).toEqual([]));

  it('does not read a text whose escapes never end', () => {
    const file = (escapes: string) => new SourceFile('a.py', `x = "${escapes}"`);
    expect(readCode(file('\\N{'.repeat(20_000)), grammars)).toBeUndefined();
    expect(readCode(file('\\N{BULLET}'.repeat(20_000)), grammars)?.body).toHaveLength(1);
  });

  const word = fc.constantFrom(
    ...'def class if elif else for in while try except finally with as match case lambda yield await async return'.split(
      ' ',
    ),
    ...'a b f( ( ) [ ] { } : , . = == := * ** @ # " \' f" {x} """ \\ 1 _ | - not and is import from del assert'.split(
      ' ',
    ),
    ...['\n', '\n  ', '\n    ', '\t', '😀', ';', 'print x', '->'],
  );
  it('keeps every node within its parent, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const module = read(text);
        expect(straySpans(module.body, text.length)).toEqual([]);
        for (const span of [...module.broken, ...module.comments.map((comment) => comment.span)])
          expect(span.start <= span.end && span.end <= text.length).toBe(true);
        print(module);
      }),
      { numRuns: 300 },
    );
  });
});
