import { describe, expect, it } from '@jest/globals';
import { SourceFile } from '#source/file';
import { parseHcl } from '#syntax/hcl/parse';
import { showBody } from './show.js';

async function read(text: string) {
  const document = await parseHcl(new SourceFile('main.tf', text));
  return { body: showBody(document.body), problems: document.problems.map((one) => `${one.line}: ${one.message}`) };
}

/** The value of `a` in a file that holds it alone, without problems. */
async function value(text: string): Promise<string> {
  const { body, problems } = await read(`a = ${text}\n`);
  expect(problems).toEqual([]);
  return body.replace(/^a = /, '');
}

describe('expressions', () => {
  it.each([
    ['x ? 1 : y ? 2 : 3', '(x ? 1 : (y ? 2 : 3))'],
    ['!b.c == d[0].e + 2 * -f("x", y...)', '((!b.c) == (d[0].e + (2 * (-f("x", y...)))))'],
    ['a || b && c == d < e + f * g', '(a || (b && (c == (d < (e + (f * g))))))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['!!x', '(!(!x))'],
    ['(1 + 2).x', 'p((1 + 2)).x'],
    ['x.*.y.0.w[0].z', '<x.* each *.y[0].w>[0].z'],
    ['x[*].y[1].z', '<x[*] each *.y[1].z>'],
    ['x.0.1', 'x[0][1]'],
    ['x["k"].y', 'x["k"].y'],
    ['[for k, v in x : v if k != ""]', '<for k, v in x : v if (k != "")>'],
    ['{for v in x : v.k => v...}', '<for v in x : v.k => v...>'],
    ['{ for = 1 }'.replace('for', '"for"'), '{"for": 1}'],
    [
      '{\n  b = foo\n  (c) = 1, "d e": 2\n  true = 3 # x\n  f.g = 4\n}',
      '{"b": foo, p(c): 1, "d e": 2, "true": 3, f.g: 4}',
    ],
    ['[\n  1,\n  2, // two\n]', '[1, 2]'],
    ['provider::x::f(1)', 'provider::x::f(1)'],
    ['f(\n  x,\n)', 'f(x)'],
    ['1.5e3', '1500'],
    ['1e-2', '0.01'],
    ['null', 'null'],
    ['größe-1', 'größe-1'],
    ['/* c */ x', 'x'],
    ['(\n x\n  ? 1\n  : 2\n)', 'p((x ? 1 : 2))'],
  ])('%s', async (text, expected) => {
    expect(await value(text)).toBe(expected);
  });
});

describe('templates', () => {
  it.each([
    ['"  "', '"  "'],
    ['"a\\n\\t\\"\\\\\\u00e9\\U0001F600"', JSON.stringify('a\n\t"\\é😀')],
    ['"$${x} %%{y} $$ $ %"', '"${x} %{y} $$ $ %"'],
    ['"$$${x}"', '"$${x}"'],
    ['"http://x/${y}#z"', '`"http://x/"|y|"#z"`'],
    ['"${x}"', '`x`'],
    ['"${ {a = "}"}.a }"', '`{"a": "}"}.a`'],
    ['"a  ${~ x ~}  b"', '`"a"|x|"b"`'],
    ['"%{ if a }q%{ else }w%{ endif }"', '`if a <"q"> <"w">`'],
    ['"%{ for k, v in x }${k}%{ endfor }"', '`for k, v in x <k>`'],
    ['"%{ for v in x ~}  ${v}  %{~ endfor }"', '`for v in x <v>`'],
    ['<<EOT\n  a\nEOT', '"  a\\n"'],
    ['<<-EOT\n    a\n\n      b\n    EOT', '"a\\n\\n  b\\n"'],
    ['<<-EOT\n    a ${x}\n   ${y} \\n $${z}\n  EOT', '`" a "|x|"\\n"|y|" \\\\n ${z}\\n"`'],
    ['<<EOT\nEOTX\n EOT', '"EOTX\\n"'],
    ['[<<A\nx\nA\n, 1]', '["x\\n", 1]'],
    ['f(<<A\n"q" # no comment\nA\n)', 'f("\\"q\\" # no comment\\n")'],
  ])('%s', async (text, expected) => {
    expect(await value(text)).toBe(expected);
  });

  it('places the pieces of a text block where they stand', async () => {
    const text = 'a = <<-EOT\n    x ${b}\n      y\n    EOT\n';
    const document = await parseHcl(new SourceFile('main.tf', text));
    const [attribute] = document.body.attributes;
    const parts = attribute?.value.kind === 'template' ? attribute.value.parts : [];
    expect(parts.map((part) => text.slice(part.span.start, part.span.end))).toEqual(['x ', '${b}', '\n', '  y\n']);
  });
});

describe('bodies', () => {
  it('reads blocks, labels and one-line blocks', async () => {
    expect(await read('resource "a" b {\n  x = 1\n  y { z = 2 }\n  w {}\n}\n')).toEqual({
      body: 'resource "a" "b" {x = 1; y {z = 2}; w {}}',
      problems: [],
    });
  });

  it('reads a byte order mark and CRLF', async () => {
    expect(await read('\uFEFFa = 1\r\nb = <<E\r\nx\r\nE\r\n')).toEqual({ body: 'a = 1; b = "x\\r\\n"', problems: [] });
  });
});

describe('broken files', () => {
  it.each([
    ['a =\nb = 2', 'a = ERROR; b = 2', ['1: A value is expected here.']],
    ['a = "abc\nb = 2', 'a = "abc"; b = 2', ['1: This quoted text is not closed on its line; add the closing quote.']],
    ['a = [1, 2\nb = 3\n', 'a = [1, 2]; b = 3', ['2: A comma or ] is expected here.']],
    ["a = 'x'\nb = 1", 'a = ERROR; b = 1', ['1: Single quotes are not valid here; put text in double quotes.']],
    [
      'a = <<E\nx\n',
      'a = "x\\n"',
      ['1: The text block that starts here has no line with E alone at its end; add one.'],
    ],
    ['a = "${b"\nc = 1\n', 'a = `b`; c = 1', undefined],
    [
      'a = 1 b = 2\nc = 3',
      'a = 1; c = 3',
      ['1: A line break is expected here, after the end of the argument or block.'],
    ],
    ['x {\n  a = 1}\n', 'x {a = 1}', ['2: A line break is expected here, after the end of the argument or block.']],
    ['}\na = 1', 'a = 1', ['1: No { is open here; remove this.']],
    ['<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n', 'a = 1; a = 2', undefined],
    [
      'x {\n  p = jsonencode({ x = 1,, y = 2\n    z = 4 })\n}\nz {}',
      'x {p = jsonencode({"x": 1, "y": 2, "z": 4})}; z {}',
      ['2: A value is expected here.'],
    ],
    [
      'resource "a" "b" {\n  tags = {\n    x = 1\n\n}\nresource "c" "d" {\n  a = 1\n}\n',
      'resource "a" "b" {tags = {"x": 1}}; resource "c" "d" {a = 1}',
      ['1: This { is not closed; add the closing }.'],
    ],
    [
      'resource "a" "b" {\n  x = f(1, [2\nresource "c" "d" {\n  a = 1\n}\n',
      'resource "a" "b" {x = f(1, [2])}; resource "c" "d" {a = 1}',
      undefined,
    ],
  ])('%j', async (text, body, problems) => {
    const result = await read(text);
    expect(result.body).toBe(body);
    if (problems) expect(result.problems).toEqual(problems);
    else expect(result.problems.length).toBeGreaterThan(0);
  });

  it.each([
    ['brackets', `a = ${'['.repeat(200_000)}`],
    ['templates', `a = ${'"${'.repeat(100_000)}`],
    ['blocks', 'a {\n'.repeat(100_000)],
    ['negations', `a = ${'!'.repeat(200_000)}x`],
    ['conditions', `a = ${'x ? 1 : '.repeat(100_000)}2`],
    ['sums', `a = ${'1 + '.repeat(100_000)}2`],
    ['attributes', `a = x${'.y'.repeat(100_000)}`],
    ['directives', `a = "${'%{ if x }'.repeat(50_000)}"`],
  ])('refuses %s that nest too deep, as one problem', async (_, text) => {
    const { problems } = await read(text);
    expect(problems).toEqual(
      ['1: The file nests over 200 levels deep and was not read; make it flatter.'].map((one) =>
        text.startsWith('a {') ? one.replace('1:', '201:') : one,
      ),
    );
  });

  it.each([
    ['objects', `{\n${'  k = 1\n'.repeat(150_000)}}`],
    ['lists', `[${'1, '.repeat(150_000)}]`],
    ['calls', `f(${'1, '.repeat(150_000)}2)`],
    ['texts', `"${'${x} '.repeat(150_000)}"`],
  ])('reads %s of many parts', async (_, text) => {
    const document = await parseHcl(new SourceFile('main.tf', `a = ${text}\nb = 2\n`));
    expect(document.problems).toEqual([]);
    expect(document.body.attributes.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('reads on after each of many quotes left open', async () => {
    const { body } = await read('a = "${f("x)}\n'.repeat(300));
    expect(body.split('; ')).toHaveLength(300);
  });

  it('reads a large file with unclosed brackets in bounded time', async () => {
    const { body, problems } = await read('a = (1 =\n'.repeat(150) + 'b = 2\n'.repeat(150_000));
    expect(problems).toHaveLength(50);
    expect(body.endsWith('b = 2')).toBe(true);
  });
});
