import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

const ALONE = '{ create: false, waitForActive: false, tableName: process.env.TABLE }';

async function calls(code: string, options = ALONE, before = ''): Promise<readonly string[]> {
  return calledIn({
    'src/app.ts': `import { Cat } from './cat';\nexport const handler = async (event) => {\n${code}\n};`,
    'src/cat.ts': `import dynamoose from 'dynamoose';
${before}
const schema = new dynamoose.Schema({ id: String, name: String }, { timestamps: true });
export const Cat = dynamoose.model('Cat', schema${options === '' ? '' : `, ${options}`});
`,
  });
}

const SETUP = [
  'CreateTable',
  'DescribeTable',
  'DescribeTimeToLive',
  'ListTagsOfResource',
  'TagResource',
  'UntagResource',
  'UpdateTable',
  'UpdateTimeToLive',
];

describe('Dynamoose', () => {
  it('calls by the methods of a model and its items, on the table of the model', async () => {
    const expected: Readonly<Record<string, string>> = {
      "return await Cat.get('a');": 'GetItem TableName=${TABLE}',
      "return await Cat.batchGet(['a', 'b']);": 'BatchGetItem RequestItems=${TABLE} TableName=${TABLE}',
      "await Cat.create({ id: 'a' });": 'PutItem TableName=${TABLE}',
      "await new Cat({ id: 'a' }).save();": 'PutItem TableName=${TABLE}',
      "await Cat.update({ id: 'a' }, { name: 'b' });": 'UpdateItem TableName=${TABLE}',
      "await Cat.delete('a');": 'DeleteItem TableName=${TABLE}',
      "await Cat.batchDelete(['a']);": 'BatchWriteItem RequestItems=${TABLE} TableName=${TABLE}',
      "return await Cat.query('id').eq('a').using('byName').limit(3).exec();": 'Query TableName=${TABLE}',
      "return await Cat.scan('name').contains('b').all().exec();": 'Scan TableName=${TABLE}',
      "await Cat.get('a', { return: 'request' });": 'GetItem TableName=${TABLE} (occasional)',
    };
    for (const [code, one] of Object.entries(expected))
      expect([code, await calls(code)]).toEqual([code, [`dynamodb ${one}`]]);
    expect(
      await calls("const cat = await Cat.get('a'); cat.name = 'b'; await cat.save(); await cat.delete();"),
    ).toEqual([
      'dynamodb DeleteItem TableName=${TABLE}',
      'dynamodb GetItem TableName=${TABLE}',
      'dynamodb PutItem TableName=${TABLE}',
    ]);
    expect(await calls("for (const cat of await Cat.scan().exec()) { cat.name = 'b'; await cat.save(); }")).toContain(
      'dynamodb PutItem TableName=${TABLE}',
    );
  });

  it('may make and look at the table, unless it is told to leave it alone', async () => {
    const setup = SETUP.map((name) => `dynamodb ${name} TableName=Cat (occasional)`);
    const all = [...setup, 'dynamodb GetItem TableName=Cat'].sort();
    for (const options of ['', '{ create: false }', '{ create: false, waitForActive: false, update: true }'])
      expect(await calls("await Cat.get('a');", options)).toEqual(all);
    expect(await calls("await Cat.get('a');", '{ create: false, waitForActive: { enabled: false } }')).toEqual([
      'dynamodb GetItem TableName=Cat',
    ]);
  });

  it('does not know the table where its name is changed', async () => {
    const unknown = 'dynamodb GetItem TableName=<is not seen>';
    for (const options of ["{ prefix: 'a' }", '{ suffix: process.env.STAGE }', 'makeOptions()'])
      expect(await calls("await Cat.get('a');", options)).toContain(unknown);
    const defaults = "dynamoose.Table.defaults.set({ prefix: 'a' });";
    const called = await calls("await Cat.get('a');", ALONE, defaults);
    expect(called).toContain(unknown);
    expect(called).toContainEqual(expect.stringMatching(/^gap dynamodb /));
  });

  it('leaves a doubt where something is lost from sight', async () => {
    const gap = expect.stringMatching(/^gap dynamodb /);
    const lines = ['event.run(Cat);', 'await Cat.findSomething();', "await (await Cat.get('a')).populate();"];
    for (const line of [...lines, 'const lost = new WeakMap(); await lost.get(Cat).save();'])
      expect([line, await calls(line)]).toEqual([line, expect.arrayContaining([gap])]);
    expect(await calls("await Cat.get('a');", '{ populate: true }')).toContainEqual(gap);
    expect(await calls('', ALONE, 'dynamoose.transaction([]);')).toContainEqual(gap);
  });

  it('may use other credentials by a client that it is given', async () => {
    const before = "dynamoose.aws.ddb.set(new dynamoose.aws.ddb.DynamoDB({ region: 'eu-west-1' }));";
    expect(await calls("await Cat.get('a');", ALONE, before)).toEqual([
      'dynamodb GetItem TableName=${TABLE} (other region)',
    ]);
  });
});
