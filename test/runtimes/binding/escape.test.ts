import { describe, expect, it, test } from '@jest/globals';
import { markupPlace } from '#runtimes/binding/markup';
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
    ['in a script', '`<script>let x = "${name}";</script>`'],
    ['in an address', '`<a href="${name}">x</a>`'],
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
