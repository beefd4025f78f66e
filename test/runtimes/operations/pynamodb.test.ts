import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

const MODEL = `import os
from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model
from notify import tell

class ByName(GlobalSecondaryIndex):
    class Meta:
        projection = AllProjection()
    name = UnicodeAttribute(hash_key=True)

class Order(Model):
    class Meta:
        table_name = os.environ['TABLE']
    id = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute()
    by_name = ByName()

    def close(self):
        self.name = 'closed'
        tell(self.id)
        self.save()
`;
const NOTIFY = `import boto3
sns = boto3.client('sns')

def tell(id):
    sns.publish(TopicArn='arn:aws:sns:eu-west-1:111122223333:news', Message=id)
`;

async function calls(...lines: readonly string[]): Promise<readonly string[]> {
  const body = lines.map((line) => `    ${line}\n`).join('');
  const called = await calledIn({
    'src/app.py': `from model import Order\n\ndef handler(event, context):\n${body}`,
    'src/model.py': MODEL,
    'src/notify.py': NOTIFY,
  });
  return called.filter((one) => one !== 'dynamodb DescribeTable TableName=${TABLE} (occasional)');
}

describe('PynamoDB', () => {
  it('calls by the methods of a model, on the table of its Meta', async () => {
    const unused = 'gap sns what is called on this client of sns is not seen';
    const expected: Readonly<Record<string, string>> = {
      "Order.get('a')": 'GetItem TableName=${TABLE}',
      "Order(id='a', name='b').save()": 'PutItem TableName=${TABLE}',
      "Order('a').update(actions=[Order.name.set('x')])": 'UpdateItem TableName=${TABLE}',
      "Order('a').delete()": 'DeleteItem TableName=${TABLE}',
      "return [one.name for one in Order.query('a', Order.name.startswith('b'))]": 'Query TableName=${TABLE}',
      'return [one.name for one in Order.scan()]': 'Scan TableName=${TABLE}',
      "return list(Order.batch_get(['a']))": 'BatchGetItem RequestItems=${TABLE} TableName=${TABLE}',
    };
    for (const [line, one] of Object.entries(expected))
      expect((await calls(line)).filter((text) => text !== unused && !text.endsWith('(occasional)'))).toEqual([
        `dynamodb ${one}`,
      ]);
    expect(await calls('with Order.batch_write() as batch:', "    batch.save(Order('a'))")).toContain(
      'dynamodb BatchWriteItem RequestItems=${TABLE} TableName=${TABLE}',
    );
    expect(await calls("return list(Order.by_name.query('a'))")).toContain(
      'dynamodb Query IndexName=<is not seen> TableName=<is not seen>',
    );
  });

  it('follows methods of the code on what was read', async () => {
    for (const line of ["Order.get('a').close()", 'for one in Order.scan(): one.close()']) {
      const called = await calls(line);
      expect(called).toContain('dynamodb PutItem TableName=${TABLE}');
      expect(called).toContain('sns Publish TopicArn=arn:aws:sns:eu-west-1:111122223333:news');
    }
  });

  it('may describe the table before it is used', async () => {
    const called = await calledIn({
      'src/app.py': `${MODEL.replace('from notify import tell\n', '').replace(/ {4}def close[\s\S]*/, '')}
def handler(event, context):
    Order.get('a')
    return Order.count('a')
`,
    });
    expect(called).toEqual([
      'dynamodb DescribeTable TableName=${TABLE} (occasional)',
      'dynamodb GetItem TableName=${TABLE}',
      'dynamodb Query TableName=${TABLE} (occasional)',
    ]);
  });

  it('leaves a doubt where a model, or an item, is lost from sight', async () => {
    const gap = expect.stringMatching(/^gap dynamodb /);
    expect(await calls("event['run'](Order)")).toContainEqual(gap);
    expect(await calls('[one for one in {}.values()].pop().save()')).toContainEqual(gap);
    expect(await calls('Order.something_new()')).toContainEqual(gap);
    const low = `from pynamodb.connection import Connection\n\ndef handler(event, context):\n    Connection().put_item('t', 'a')\n`;
    expect(await calledIn({ 'src/app.py': low })).toContainEqual(gap);
  });
});
