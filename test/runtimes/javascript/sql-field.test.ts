import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { handlersIn } from '../run.js';

/** The code with the rewrite of its flow made; undefined when there is none. */
async function rewritten(code: string): Promise<string | undefined> {
  const [handler] = await handlersIn({ 'src/app.mjs': code });
  const [flow] = handler?.flows ?? [];
  const file = handler?.files[0];
  return flow?.rewrite && file ? applyEdits(file, flow.rewrite.edits).text : undefined;
}

const around = (
  parameters: string,
): string => `import { DynamoDBDocumentClient, ExecuteStatementCommand } from '@aws-sdk/lib-dynamodb';
export const handler = async (event) => {
  const { id } = event.pathParameters;
  return DynamoDBDocumentClient.from({}).send(new ExecuteStatementCommand(${parameters}));
};
`;

describe('a statement in an object of parameters', () => {
  it('gets its values in a field of their own; the name of the table stays', async () => {
    const before = around(`{
    Statement: \`SELECT * FROM "\${process.env.TABLE}" WHERE id = '\${id}' AND kind = 'a'\`,
  }`);
    const after = around(`{
    Statement: \`SELECT * FROM "\${process.env.TABLE}" WHERE id = ? AND kind = 'a'\`,
    Parameters: [id],
  }`);
    expect(await rewritten(before)).toBe(after);
  });

  it('on one line stays on it', async () => {
    expect(await rewritten(around("{ Statement: `SELECT * FROM t WHERE id = '${id}'` }"))).toBe(
      around('{ Statement: `SELECT * FROM t WHERE id = ?`, Parameters: [id] }'),
    );
  });

  it.each([
    ['with parameters already', "{ Statement: `SELECT * FROM t WHERE id = '${id}'`, Parameters: [] }"],
    ['whose table is chosen', '{ Statement: `SELECT * FROM "${id}"` }'],
    ['with more spread into it', "{ ...event.options, Statement: `SELECT * FROM t WHERE id = '${id}'` }"],
    ['in which a value may be a number', `{ Statement: 'SELECT * FROM t WHERE id = ' + id }`],
  ])('is left alone %s', async (_, parameters) => {
    expect(await rewritten(around(parameters))).toBeUndefined();
  });
});
