import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

/** A handler's file after its answers lost the details, and whether some are left. */
async function rewritten(
  path: string,
  text: string,
): Promise<{ readonly code: string; readonly left: number } | undefined> {
  const told = async (content: string) => {
    const [handler] = await handlersIn({ [path]: content });
    return handler?.observations.filter(({ kind }) => kind === 'error-details-returned') ?? [];
  };
  const [found] = await told(text);
  if (!found) throw new Error('nothing is told');
  if (!found.rewrite) return undefined;
  const code = applyEdits(new SourceFile(path, text), found.rewrite.edits).text;
  return { code, left: (await told(code)).length };
}

const javascript = (caught: string, head = ''): string => `import { load } from 'some-store';
${head}
export const handler = async (event) => {
  try {
    return { statusCode: 200, body: await load(event.pathParameters.id) };
  } catch (err) {
    ${caught}
  }
};
`;

const python = (caught: string, head = 'import store'): string => `${head}


def handler(event, context):
    try:
        return {"statusCode": 200, "body": store.load(event["pathParameters"]["id"])}
    except Exception as e:
        ${caught}
`;

describe('details of an exception', () => {
  it.each([
    ['return { statusCode: 500, body: err.message };', "return { statusCode: 500, body: 'Internal server error' };"],
    ['return { statusCode: 500, body: `Loading failed: ${err.message}` };', "body: 'Loading failed' };"],
    ["return { statusCode: 500, body: 'Loading failed (' + err.message + ')' };", "body: 'Internal server error' };"],
    [
      "return { statusCode: 502, body: 'Loading failed - ' + String(err) + err.stack };",
      "body: 'Internal server error' };",
    ],
    [
      "return { statusCode: 500, body: JSON.stringify({ message: err instanceof Error ? err.message : 'x', code: 1 }) };",
      "JSON.stringify({ message: 'Internal server error', code: 1 })",
    ],
    [
      'return { statusCode: 500, body: JSON.stringify({ error: err.message, stack: err.stack }) };',
      "JSON.stringify({ error: 'Internal server error' })",
    ],
    [
      'return { statusCode: 500, body: JSON.stringify({ stack: err.stack, error: err.message }) };',
      "JSON.stringify({ error: 'Internal server error' })",
    ],
    ['return { body: err.message || "x" };', "return { body: 'The request failed' };"],
  ])('go from %s', async (caught, wanted) => {
    const found = await rewritten('src/app.mjs', javascript(caught));
    expect(found?.code).toContain(wanted);
    expect(found?.code).toContain('  } catch (err) {\n    console.error(err);\n    return');
    expect(found?.left).toBe(0);
  });

  it('go from a response that is answered later', async () => {
    const found = await rewritten(
      'src/app.mjs',
      javascript('const response = { statusCode: 500, body: err.message };\n    return response;'),
    );
    expect(found?.code).toContain("const response = { statusCode: 500, body: 'Internal server error' };");
    const later = await rewritten(
      'src/app.py',
      python('response = {"statusCode": 500, "body": str(e)}\n        return response'),
    );
    expect(later?.code).toContain('response = {"statusCode": 500, "body": "Internal server error"}');
    expect([found?.left, later?.left]).toEqual([0, 0]);
  });

  it('are logged once', async () => {
    const found = await rewritten(
      'src/app.mjs',
      javascript("console.log('failed', err.message);\n    return { statusCode: 500, body: err.message };"),
    );
    expect(found?.code).toContain("console.log('failed', err.message);");
    expect(found?.code).not.toContain('console.error');
  });

  it('are logged where only that it failed was', async () => {
    const found = await rewritten(
      'src/app.mjs',
      javascript("console.log('failed');\n    return { statusCode: 500, body: err.message };"),
    );
    expect(found?.code).toContain("console.error(err);\n    console.log('failed');");
  });

  it('go from TypeScript with its casts', async () => {
    const found = await rewritten(
      'src/app.ts',
      javascript('return { statusCode: 500, body: (err as Error).message };').replace('(event)', '(event: any)'),
    );
    expect(found?.code).toContain("return { statusCode: 500, body: 'Internal server error' };");
    expect(found?.left).toBe(0);
  });

  it.each([
    ['return {"statusCode": 500, "body": str(e)}', 'return {"statusCode": 500, "body": "Internal server error"}'],
    ['return {"statusCode": 500, "body": f"Loading failed: {e}"}', '"body": "Loading failed"}'],
    ['return {"statusCode": 500, "body": f"{event} {e!r}"}', '"body": "Internal server error"}'],
    ['return {"statusCode": 500, "body": "Loading failed: " + str(e)}', '"body": "Loading failed"}'],
  ])('go from %s', async (caught, wanted) => {
    const found = await rewritten('src/app.py', python(caught));
    expect(found?.code).toContain(wanted);
    expect(found?.code).toContain(
      '    except Exception:\n        logging.exception("The request failed")\n        return',
    );
    expect(found?.code).toMatch(/^import logging\nimport store\n/);
    expect(found?.left).toBe(0);
  });

  it('go to the logger of the module, and what only they needed goes with them', async () => {
    const found = await rewritten(
      'src/app.py',
      python(
        'return {"statusCode": 500, "body": traceback.format_exc()}',
        'import logging\nimport traceback\nimport store\n\nlog = logging.getLogger(__name__)',
      ),
    );
    expect(found?.code).toContain('log.exception("The request failed")');
    expect(found?.code).not.toContain('traceback');
    expect(found?.left).toBe(0);
  });

  it('leave the name that the log needs', async () => {
    const found = await rewritten('src/app.py', python('print(e)\n        return {"statusCode": 500, "body": str(e)}'));
    expect(found?.code).toContain('except Exception as e:\n        print(e)\n        return');
    expect(found?.code).not.toContain('logging');
  });

  it.each([
    ['the status is the exception’s own', 'return { statusCode: err.statusCode || 500, body: err.message };', ''],
    ['the caller is at fault', 'return { statusCode: 400, body: err.message };', ''],
    [
      'the code throws for the caller',
      'return { statusCode: 500, body: err.message };',
      "const fail = () => { throw new Error('No such order'); };",
    ],
    ['somebody decided who is told', "return { statusCode: 500, body: process.env.DEBUG ? err.message : 'x' };", ''],
    ['they come by a variable', 'const text = err.message;\n    return { statusCode: 500, body: text };', ''],
  ])('stay where %s', async (_, caught, head) => {
    expect(await rewritten('src/app.mjs', javascript(caught, head))).toBeUndefined();
  });
});
