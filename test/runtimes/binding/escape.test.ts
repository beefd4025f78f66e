import { describe, expect, it, test } from '@jest/globals';
import { addressPlace, HOLE, markupPlace } from '#runtimes/binding/markup';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

/** A handler's file with the rewrite of its page, and how many values reach the page unescaped after it. */
async function rewritten(
  path: string,
  text: string,
): Promise<{ readonly code: string; readonly left: number } | undefined> {
  const [handler] = await handlersIn({ [path]: text });
  const rewrite = handler?.flows.find(({ sink }) => sink === 'html')?.rewrite;
  if (!rewrite) return undefined;
  const code = applyEdits(new SourceFile(path, text), rewrite.edits).text;
  const [again] = await handlersIn({ [path]: code });
  return { code, left: again?.flows.filter(({ sink }) => sink === 'html').length ?? -1 };
}

const javascript = (page: string, head = ''): string => `${head}exports.handler = async (event) => {
  const { id, name } = event.queryStringParameters;
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body: ${page} };
};
`;

const python = (page: string, head = ''): string => `import json
import os
${head}

def handler(event, context):
    name = event["queryStringParameters"].get("name")
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": ${page}}
`;

describe('values in a page', () => {
  it('are escaped by a function at the end of the file, once', async () => {
    const found = await rewritten('src/app.js', javascript('`<h1 title="${name}">${id}</h1><p>${name}</p>`'));
    expect(found?.code).toContain('`<h1 title="${escapeHtml(name)}">${escapeHtml(id)}</h1><p>${escapeHtml(name)}</p>`');
    expect(found?.code.split('function escapeHtml(value) {')).toHaveLength(2);
    expect(found?.left).toBe(0);
  });

  it('are escaped by what is imported already', async () => {
    const found = await rewritten('src/app.js', javascript("'<p>' + name + '</p>'", "const he = require('he');\n"));
    expect(found?.code).toContain("'<p>' + he.encode(name) + '</p>'");
    expect(found?.code).not.toContain('function escapeHtml');
    expect(found?.left).toBe(0);
  });

  it('are escaped in Python by the standard library, which is imported', async () => {
    const found = await rewritten('src/app.py', python('f"<p>{name}</p>"'));
    expect(found?.code).toContain('f"<p>{html.escape(str(name))}</p>"');
    expect(found?.code).toMatch(/^import html\nimport json\nimport os\n/);
    expect(found?.left).toBe(0);
  });

  it('are escaped in Python by the function alone where the name of the module is taken', async () => {
    const found = await rewritten('src/app.py', python('"<p>" + name + "</p>"', '\nhtml = "text/html"\n'));
    expect(found?.code).toContain('"<p>" + escape(name) + "</p>"');
    expect(found?.code).toContain('import os\nfrom html import escape\n');
  });

  it.each([
    ['`<a href="/items/${id}">${name}</a>`', '`<a href="/items/${encodeURIComponent(id)}">${escapeHtml(name)}</a>`'],
    [
      '`<a href="${process.env.SITE}/u/${id}?q=${name}">x</a>`',
      '/u/${encodeURIComponent(id)}?q=${encodeURIComponent(name)}',
    ],
    ["'<img src=\"https://cdn.example.com/i/' + id + '.png\">'", "/i/' + encodeURIComponent(id) + '.png"],
    [
      '`<p>${name}</p><a href="?name=${name}">x</a>`',
      '`<p>${escapeHtml(name)}</p><a href="?name=${encodeURIComponent(name)}">x</a>`',
    ],
  ])('are encoded within an address: %s', async (page, wanted) => {
    const found = await rewritten('src/app.js', javascript(page));
    expect(found?.code).toContain(wanted);
    expect(found?.left).toBe(0);
  });

  it('are made texts for TypeScript before they are encoded', async () => {
    const found = await rewritten(
      'src/app.ts',
      javascript('`<a href="/items/${id}">x</a>`').replace('(event)', '(event: any)'),
    );
    expect(found?.code).toContain('`<a href="/items/${encodeURIComponent(String(id))}">x</a>`');
    expect(found?.left).toBe(0);
  });

  it.each([
    [
      'f"<a href=\'/items/{name}\'>x</a>"',
      `f"<a href='/items/{quote(str(name), safe='')}'>x</a>"`,
      'from urllib.parse import quote',
    ],
    [
      'f\'<a href="/items/{name}">x</a>\'',
      `f'<a href="/items/{quote(str(name), safe="")}">x</a>'`,
      'from urllib.parse import quote',
    ],
    [
      `'<a href="/items/' + name + '">x</a>'`,
      `'<a href="/items/' + quote(name, safe="") + '">x</a>'`,
      'from urllib.parse import quote',
    ],
  ])('are encoded in Python with the other quotes: %s', async (page, wanted, line) => {
    const found = await rewritten('src/app.py', python(page));
    expect(found?.code).toContain(wanted);
    expect(found?.code.split(line)).toHaveLength(2);
    expect(found?.left).toBe(0);
  });

  it('are encoded in Python by the module that is imported', async () => {
    const found = await rewritten('src/app.py', python('f"<a href=\'/items/{name}\'>x</a>"', 'import urllib.parse'));
    expect(found?.code).toContain("{urllib.parse.quote(str(name), safe='')}");
    expect(found?.code).not.toContain('from urllib');
  });

  it.each([
    ['in a script', '`<script>let x = "${name}";</script>`'],
    ['in an address', '`<a href="${name}">x</a>`'],
    ['that begin an address', '`<a href="${name}/x">x</a>`'],
    ['that are a host', '`<a href="https://${name}/x">x</a>`'],
    ['that end a host', '`<a href="https://example.com${name}">x</a>`'],
    ['that may be a host after an empty value', '`<a href="/${id}/${name}">x</a>`'],
    ['in the script of an address', '`<a href="javascript:show(${id})">x</a>`'],
    ['in the address of a script', '`<script src="/js/${id}"></script>`'],
    ['in an address in single quotes, which stay', "`<a href='/items/${id}'>x</a>`"],
    ['that may be several parts of a path', '`<a href="/files/${event.path}">x</a>`'],
    ['that are a whole query', '`<a href="/files?${name}">x</a>`'],
    ['in an attribute without quotes', '`<p class=${name}>x</p>`'],
    ['that are the page', 'name'],
    ['whose markup is built elsewhere', 'pages[id] + name'],
  ])('are left alone %s', async (_, page) => {
    expect(await rewritten('src/app.js', javascript(page))).toBeUndefined();
  });
});

test.each([
  ['<p>', 'content'],
  ['<p class="a">b ', 'content'],
  ['<p title="', 'attribute'],
  ['<script>a</script><p>', 'content'],
  ['<p ', undefined],
  ['<', undefined],
  ['<p onclick="', undefined],
  ['<style>', undefined],
  ['<!-- ', undefined],
  ['Hello ', undefined],
])('after %s stands %s', (before, place) => {
  expect(markupPlace(before)).toBe(place);
});

test.each([
  ['<a href="/x/', 'path'],
  ['<a href="x/', 'path'],
  [`<a href="/x/${HOLE}/`, 'path'],
  [`<a href="${HOLE}/x/`, 'path'],
  ['<a class="b" href="//cdn.example.com/', 'path'],
  ['<img src="?a=1&amp;b=', 'value'],
  ['<a href="#', 'value'],
  ['<a href="', undefined],
  ['<a href="//', undefined],
  [`<a href="/${HOLE}/`, undefined],
  ['<a href="mailto:', undefined],
  ['<a href="data:text/html,', undefined],
  ['<a href="/x?', undefined],
  ['<a href="/x', undefined],
  ['<a title="', undefined],
  ['<a href="/x/">say "', undefined],
  ['<embed src="/x/', undefined],
])('of an address after %s stands %s', (before, part) => {
  expect(addressPlace(before)?.part).toBe(part);
});

describe('escaping by hand', () => {
  it.each([
    ["String(name).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')", 0],
    ["name.replaceAll('<', '&lt;')", 0],
    ["name.replace('<', '&lt;')", 1],
    ["name.replace(/&/g, '&amp;')", 1],
  ])('%s leaves %d', async (value, left) => {
    const [handler] = await handlersIn({ 'src/app.js': javascript(`\`<p>\${${value}}</p>\``) });
    expect(handler?.flows.filter(({ sink }) => sink === 'html')).toHaveLength(left);
  });
});
