import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appOf, isSource } from '#frameworks/cdk/app';
import { type Construction, constructionsOf } from '#frameworks/cdk/constructions';
import { Matcher } from '#frameworks/cdk/match';
import { type Language, tokensOf } from '#frameworks/cdk/tokens';
import { SourceFile } from '#source/file';
import { repository } from '../repository.js';

function read(text: string, language: Language = 'typescript'): readonly Construction[] {
  const made = constructionsOf(new SourceFile('app', `// constructs\n${text}`), language);
  return made.constructions;
}

const said = ({ id, className, scope, within, variable }: Construction) => [id, className, scope, within, variable];

describe('what a program constructs', () => {
  it('is read of TypeScript', () => {
    const text = `
export class Orders extends Construct {
  private readonly jobs: sqs.Queue = new sqs.Queue(this, 'Jobs');
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table<string, { a: string }>(this, "Table", { x: [1, 2] });
    const api = new aws.apigateway.RestApi(
      this,
      \`Api\`, // the only one
    );
    new Method(api, 'Get');
    new Method(this.table, 'Other');
    new Alarm(this, \`\${id}Alarm\`);
    new Plain();
  }
}
const app = new App();
`;
    expect(read(text).map(said)).toEqual([
      ['Jobs', 'Queue', 'this', 'Orders', 'jobs'],
      ['Table', 'Table', 'this', 'Orders', 'table'],
      ['Api', 'RestApi', 'this', 'Orders', 'api'],
      ['Get', 'Method', { variable: 'api' }, 'Orders', undefined],
      ['Other', 'Method', { variable: 'table' }, 'Orders', undefined],
      [undefined, 'Alarm', 'this', 'Orders', undefined],
      [undefined, 'Plain', undefined, 'Orders', undefined],
      [undefined, 'App', undefined, undefined, 'app'],
    ]);
  });

  it('is read of Python', () => {
    const text = `
class Orders(Construct):
    """Says \\"new Queue(self, 'No')\\"."""
    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id)
        # sqs.Queue(self, "Commented")
        self.jobs = sqs.Queue(
            self, "Jobs",
            visibility_timeout=Duration.seconds(3),
        )
        named = _lambda.Function(scope=self, id="Named")
        s3.Bucket(self, f"{id}-bucket")

def build(scope):
    return sqs.Queue(scope, r"Late")

Orders(app, "Orders")
`;
    expect(
      read(text, 'python')
        .map(said)
        .filter(([, name]) => name !== 'Construct'),
    ).toEqual([
      ['Jobs', 'Queue', 'this', 'Orders', 'jobs'],
      ['Named', 'Function', 'this', 'Orders', 'named'],
      [undefined, 'Bucket', 'this', 'Orders', undefined],
      ['Late', 'Queue', { variable: 'scope' }, undefined, undefined],
      ['Orders', 'Orders', { variable: 'app' }, undefined, undefined],
    ]);
  });

  it('is not what stands in comments, strings and regular expressions', () => {
    const text = `
// new Queue(this, 'A')
/* new Queue(this, 'B')
*/ const s = "new Queue(this, 'C')";
const t = \`new Queue(this, 'D') \${ "}" }\`;
const r = /["'new Queue(this, 'E')[/]"]/.test(x) ? 4 / 2 / 1 : 0;
new Queue(this, 'F');
`;
    expect(read(text).map(({ id }) => id)).toEqual(['F']);
  });

  it('has an id that a constant holds', () => {
    expect(read("const NAME = 'Jobs';\nnew Queue(this, NAME);").map(({ id }) => id)).toEqual(['Jobs']);
    const twice = "let name = 'Jobs';\nname = 'Others';\nnew Queue(this, name);";
    expect(read(twice).map(({ id }) => id)).toEqual([undefined]);
  });

  it('is read of any text, in order and within it', () => {
    const pieces = fc.constantFrom(
      'new ',
      'Queue',
      '(',
      ')',
      "'",
      '"',
      '`',
      '${',
      '}',
      '{',
      '/',
      '*',
      '\\',
      '\n',
      '#',
      'r',
      ' ',
      ',',
      'this',
      'class ',
      '<',
      '=',
      '"""',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom<Language>('typescript', 'python'),
        (all, language) => {
          const text = all.join('');
          let end = 0;
          for (const token of tokensOf(text, language)) {
            expect(token.start).toBeGreaterThanOrEqual(end);
            expect(token.end).toBeGreaterThan(token.start);
            end = token.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
          for (const { at } of constructionsOf(new SourceFile('a', `cdk ${text}`), language).constructions)
            expect(at.span.end).toBeGreaterThan(at.span.start);
        },
      ),
    );
  });
});

/** The line that a path below the stack `Shop` is found at. */
async function lineOf(text: string, ...ids: string[]): Promise<number | undefined> {
  const files = repository({ 'lib/app.ts': text, 'cdk.json': '{ "app": "npx tsx lib/app.ts" }' });
  const source = new Matcher(await appOf('cdk.out/Shop.template.json', files)).find(ids, 'Shop');
  return source?.at.file.position(source.at.span.start).line;
}

describe('the line of a construct', () => {
  const shop = `import 'constructs';
class Shop extends Stack { constructor(s, i) { super(s, i);
  new Orders(this, 'Orders');
  new Library(this, 'Site');
  new Queue(this, 'Jobs');
} }
class Orders extends Construct { constructor(s, i) { super(s, i);
  new Queue(this, 'Jobs');
  const api = new RestApi(this, 'Api');
  new Method(api, 'Get');
} }
new Shop(new App(), 'Shop');
`;

  it('is told apart by the classes above it', async () => {
    expect(await lineOf(shop, 'Jobs')).toBe(5);
    expect(await lineOf(shop, 'Orders', 'Jobs')).toBe(8);
  });

  it('is told by the variable that it is made in', async () => {
    expect(await lineOf(shop, 'Orders', 'Api', 'Get')).toBe(10);
  });

  it('is the nearest one above where a library made the construct', async () => {
    expect(await lineOf(shop, 'Site', 'Api')).toBe(4);
    expect(await lineOf(shop, 'Orders', 'Jobs', 'Policy')).toBe(8);
  });

  it('is none where nothing is certain', async () => {
    expect(await lineOf(shop, 'Nowhere')).toBeUndefined();
    expect(await lineOf(`${shop}class Twin extends Shop { x() { new Queue(this, 'Jobs'); } }`, 'Jobs')).toBe(5);
    expect(await lineOf(shop.replace("new Orders(this, 'Orders')", "new Queue(this, 'Jobs')"), 'Jobs')).toBeUndefined();
  });
});

describe('the files of an app', () => {
  const app = "import 'constructs'; new Queue(this, 'Jobs');";
  const ids = async (template: string, files: Record<string, string>) =>
    (await appOf(template, repository(files))).constructions.map(({ at }) => at.file.path);

  it('are those in the language of its command, below cdk.json, that somebody writes', async () => {
    const files = {
      'shop/cdk.json': '{ "app": "npx ts-node bin/shop.ts" }',
      'shop/bin/shop.ts': app,
      'shop/bin/shop.js': app,
      'shop/lib/shop.d.ts': app,
      'shop/test/shop.test.ts': app,
      'shop/node_modules/x/index.ts': app,
      'shop/tool.py': app,
      'shop/other/cdk.json': '{}',
      'shop/other/lib/other.ts': app,
      'elsewhere.ts': app,
    };
    expect(await ids('shop/cdk.out/Shop.template.json', files)).toEqual(['shop/bin/shop.ts']);
  });

  it('are none when the language is not read', async () => {
    const files = { 'cdk.json': '{ "app": "mvn -e -q compile exec:java" }', 'lib/app.ts': app };
    expect(await ids('cdk.out/Shop.template.json', files)).toEqual([]);
  });

  it('are the program of a snapshot', async () => {
    const files = { 'test/integ.shop.ts': app, 'lib/shop.ts': app, 'cdk.json': '{}' };
    expect(await ids('test/integ.shop.js.snapshot/Shop.template.json', files)).toEqual(['test/integ.shop.ts']);
  });

  it('lead to its templates when they change', () => {
    expect(['lib/a.ts', 'app.py', 'cdk.json', 'x/cdk.json'].every(isSource)).toBe(true);
    expect(['README.md', 'template.yaml', 'notcdk.json'].some(isSource)).toBe(false);
  });
});
