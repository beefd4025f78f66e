import type { Import, Sink } from '../part.js';

/** Sanitisers that leave nothing to choose but what the programmer wrote. */
const CLOSED = ['allow-list', 'includes', 'comparison', 'lookup', 'own key', 'zod enum', 'joi valid'];
/** Those that leave letters and digits, or a number. */
const PLAIN_TEXT = ['pattern', 'uuid'];
const PLAIN = ['number', 'parse-int', 'zod number', ...PLAIN_TEXT];
const LAX = ['typeof text', 'length', 'unanchored pattern', 'name only'];

const SQL = {
  rule: 'inj-sql',
  needs: 'text',
  right: [...CLOSED, ...PLAIN],
  wrong: ['HTML escape without quotes', 'basename', 'line breaks out', 'regex escape', 'String'],
  partial: [...LAX, 'first quote only', 'semicolons out'],
} as const;
const COMMAND = {
  rule: 'inj-command',
  needs: 'text',
  right: [...CLOSED, ...PLAIN],
  wrong: ['HTML escape without quotes', 'basename', 'quotes doubled', 'line breaks out', 'String'],
  partial: [...LAX, 'semicolons out', 'no leading slash'],
} as const;
const CODE = {
  rule: 'inj-code',
  needs: 'text',
  right: [...CLOSED, ...PLAIN],
  wrong: ['HTML escape without quotes', 'quotes doubled', 'basename', 'String'],
  partial: [...LAX, 'semicolons out'],
} as const;
const PATH = {
  rule: 'inj-path',
  needs: 'text',
  right: [...CLOSED, ...PLAIN_TEXT, 'basename'],
  wrong: ['full HTML escape', 'quotes doubled', 'line breaks out', 'String'],
  partial: [...LAX, 'dots out once', 'no leading slash'],
} as const;
const URL_OF_REQUEST = {
  rule: 'inj-ssrf',
  needs: 'text',
  right: ['allow-list', 'includes', 'lookup', 'zod enum', 'host list'],
  wrong: ['full HTML escape', 'quotes doubled', 'line breaks out', 'String'],
  partial: ['typeof text', 'length', 'https prefix', 'substring of the host', 'name only'],
} as const;
const HTML = {
  rule: 'inj-xss',
  needs: 'text',
  right: [...CLOSED, ...PLAIN, 'full HTML escape', 'escape-html'],
  wrong: ['quotes doubled', 'line breaks out', 'basename', 'String'],
  partial: [...LAX, 'script tags out', 'first bracket only'],
} as const;
const TEMPLATE = {
  rule: 'inj-template',
  needs: 'text',
  right: CLOSED,
  wrong: ['full HTML escape', 'quotes doubled', 'String'],
  partial: ['typeof text', 'length', 'script tags out', 'name only'],
} as const;
const NAME_IN_CLOUD = {
  rule: 'inj-cloudapi',
  needs: 'text',
  right: CLOSED,
  wrong: ['full HTML escape', 'quotes doubled', 'String'],
  partial: ['typeof text', 'length', 'name only'],
} as const;

const sdk = (client: string, ...names: string[]): Import => ({ from: `@aws-sdk/client-${client}`, names });
const PG: Pick<Sink, 'imports' | 'top'> = {
  imports: [{ from: 'pg', names: ['Pool'] }],
  top: [
    "const pool = new Pool({ host: 'db.internal.example.com', ssl: true, connectionTimeoutMillis: 2000, query_timeout: 4000 });",
  ],
};
const MYSQL: Pick<Sink, 'imports' | 'top'> = {
  imports: [{ from: 'mysql2/promise', names: ['createPool'] }],
  top: ["const mysql = createPool({ host: 'db.internal.example.com', ssl: 'Amazon RDS', connectTimeout: 2000 });"],
};
const KNEX: Pick<Sink, 'imports' | 'top'> = {
  imports: [{ from: 'knex', whole: 'knex' }],
  top: [
    "const db = knex({ client: 'pg', connection: { host: 'db.internal.example.com', ssl: true }, acquireConnectionTimeout: 3000 });",
  ],
};

/** Where a value does harm in JavaScript and TypeScript. */
export const SINKS: readonly Sink[] = [
  {
    ...SQL,
    ...PG,
    id: 'pg template',
    lines: ["» await pool.query(`SELECT title FROM articles WHERE slug = '${$V}'`);"],
    bound: [
      { lines: ["await pool.query('SELECT title FROM articles WHERE slug = $1', [$V]);"] },
      { lines: ["await pool.query({ text: 'SELECT title FROM articles WHERE slug = $1', values: [$V] });"] },
    ],
  },
  {
    ...SQL,
    ...PG,
    id: 'pg statement in a variable',
    lines: [
      "const statement = 'SELECT title FROM articles WHERE slug = \\'' + $V + '\\' LIMIT 10';",
      '» await pool.query(statement);',
    ],
    bound: [
      {
        lines: [
          "const statement = 'SELECT title FROM articles WHERE slug = $1 LIMIT 10';",
          'await pool.query(statement, [$V]);',
        ],
      },
    ],
  },
  {
    ...SQL,
    ...MYSQL,
    id: 'mysql2 concatenation',
    lines: ["» await mysql.query('SELECT title FROM articles WHERE slug = \"' + $V + '\"');"],
    bound: [
      { lines: ["await mysql.execute('SELECT title FROM articles WHERE slug = ?', [$V]);"] },
      { lines: ["await mysql.query('SELECT title FROM articles WHERE ?', { slug: String($V) });"] },
    ],
  },
  {
    ...SQL,
    ...MYSQL,
    id: 'mysql2 statement in pieces',
    lines: [
      "let statement = 'SELECT title FROM articles';",
      "statement += ` WHERE slug = '${$V}'`;",
      "statement += ' ORDER BY title';",
      '» await mysql.execute(statement);',
    ],
    bound: [
      {
        lines: [
          "let statement = 'SELECT title FROM articles';",
          "statement += ' WHERE slug = ?';",
          'await mysql.execute(statement, [$V]);',
        ],
      },
    ],
  },
  {
    ...SQL,
    ...KNEX,
    id: 'knex raw',
    lines: ["» await db.raw(`SELECT title FROM articles WHERE slug = '${$V}'`);"],
    bound: [
      { lines: ["await db.raw('SELECT title FROM articles WHERE slug = ?', [$V]);"] },
      { lines: ["await db('articles').where({ slug: String($V) }).select('title');"] },
    ],
  },
  {
    ...SQL,
    ...KNEX,
    id: 'knex whereRaw',
    lines: ["await db('articles')", "  .select('title')", "»   .whereRaw(`slug = '${$V}'`);"],
    bound: [{ lines: ["await db('articles').select('title').whereRaw('slug = ?', [$V]);"] }],
  },
  {
    ...SQL,
    id: 'sequelize query',
    imports: [{ from: 'sequelize', names: ['Sequelize'] }],
    top: [
      "const sequelize = new Sequelize({ dialect: 'postgres', host: 'db.internal.example.com', dialectOptions: { ssl: { rejectUnauthorized: true } } });",
    ],
    lines: ["» await sequelize.query(`SELECT title FROM articles WHERE slug = '${$V}'`);"],
    bound: [
      { lines: ["await sequelize.query('SELECT title FROM articles WHERE slug = ?', { replacements: [$V] });"] },
      { lines: ["await sequelize.query('SELECT title FROM articles WHERE slug = $slug', { bind: { slug: $V } });"] },
    ],
  },
  {
    ...SQL,
    id: 'prisma queryRawUnsafe',
    imports: [{ from: '@prisma/client', names: ['PrismaClient'] }],
    top: ['const prisma = new PrismaClient();'],
    lines: ["» await prisma.$queryRawUnsafe(`SELECT title FROM articles WHERE slug = '${$V}'`);"],
    bound: [
      { lines: ['await prisma.$queryRaw`SELECT title FROM articles WHERE slug = ${$V}`;'] },
      { lines: ["await prisma.$queryRawUnsafe('SELECT title FROM articles WHERE slug = $1', $V);"] },
    ],
  },
  {
    ...SQL,
    id: 'typeorm query',
    imports: [{ from: 'typeorm', names: ['DataSource'] }],
    top: [
      "const source = new DataSource({ type: 'postgres', host: 'db.internal.example.com', ssl: { rejectUnauthorized: true } });",
    ],
    lines: ["» await source.query(`SELECT title FROM articles WHERE slug = '${$V}'`);"],
    bound: [{ lines: ["await source.query('SELECT title FROM articles WHERE slug = $1', [$V]);"] }],
  },
  {
    ...SQL,
    id: 'better-sqlite3 exec',
    imports: [{ from: 'better-sqlite3', whole: 'Database' }],
    top: ["const database = new Database('/mnt/data/items.db');"],
    lines: ["» database.exec(`INSERT INTO hits (slug) VALUES ('${$V}')`);"],
    bound: [{ lines: ["database.prepare('INSERT INTO hits (slug) VALUES (?)').run(String($V));"] }],
  },
  {
    ...SQL,
    id: 'Athena query',
    imports: [sdk('athena', 'AthenaClient', 'StartQueryExecutionCommand')],
    top: ['const athena = new AthenaClient({});'],
    lines: [
      'await athena.send(',
      '»   new StartQueryExecutionCommand({',
      "    WorkGroup: 'items',",
      "»     QueryString: `SELECT title FROM articles WHERE slug = '${$V}'`,",
      '  }),',
      ');',
    ],
  },
  {
    ...SQL,
    id: 'RDS Data API',
    imports: [sdk('rds-data', 'ExecuteStatementCommand', 'RDSDataClient')],
    top: [
      'const data = new RDSDataClient({});',
      'const target = { resourceArn: process.env.CLUSTER_ARN, secretArn: process.env.CREDENTIALS_ARN };',
    ],
    lines: [
      "const sql = `SELECT title FROM articles WHERE slug = '${$V}'`;",
      '» await data.send(new ExecuteStatementCommand({ ...target, sql }));',
    ],
    bound: [
      {
        lines: [
          "const sql = 'SELECT title FROM articles WHERE slug = :slug';",
          "const parameters = [{ name: 'slug', value: { stringValue: String($V) } }];",
          'await data.send(new ExecuteStatementCommand({ ...target, sql, parameters }));',
        ],
      },
    ],
  },
  {
    ...SQL,
    rule: 'inj-nosql',
    also: ['inj-sql'],
    id: 'PartiQL',
    imports: [sdk('dynamodb', 'DynamoDBClient', 'ExecuteStatementCommand')],
    top: ['const dynamodb = new DynamoDBClient({});'],
    lines: [
      "const Statement = `SELECT title FROM articles WHERE slug = '${$V}'`;",
      '» await dynamodb.send(new ExecuteStatementCommand({ Statement }));',
    ],
    bound: [
      {
        lines: [
          "const Statement = 'SELECT title FROM articles WHERE slug = ?';",
          'await dynamodb.send(new ExecuteStatementCommand({ Statement, Parameters: [{ S: String($V) }] }));',
        ],
      },
    ],
  },
  {
    ...SQL,
    rule: 'inj-nosql',
    right: CLOSED,
    wrong: ['HTML escape without quotes', 'quotes doubled', 'String'],
    partial: ['typeof text', 'length'],
    id: 'DynamoDB filter expression',
    imports: [sdk('dynamodb', 'DynamoDBClient', 'ScanCommand')],
    top: ['const dynamodb = new DynamoDBClient({});'],
    lines: [
      'await dynamodb.send(',
      '»   new ScanCommand({',
      "    TableName: 'articles',",
      '»     FilterExpression: `${$V} = :yes`,',
      "    ExpressionAttributeValues: { ':yes': { BOOL: true } },",
      '    Limit: 20,',
      '  }),',
      ');',
    ],
    bound: [
      {
        lines: [
          'await dynamodb.send(',
          '  new ScanCommand({',
          "    TableName: 'articles',",
          "    FilterExpression: 'slug = :slug',",
          "    ExpressionAttributeValues: { ':slug': { S: String($V) } },",
          '    Limit: 20,',
          '  }),',
          ');',
        ],
      },
    ],
  },
  {
    ...CODE,
    rule: 'inj-nosql',
    also: ['inj-code'],
    wrong: ['HTML escape without quotes', 'basename', 'String'],
    id: 'mongodb $where',
    imports: [{ from: 'mongodb', names: ['MongoClient'] }],
    top: [
      "const client = new MongoClient('mongodb+srv://db.internal.example.com', { serverSelectionTimeoutMS: 3000 });",
    ],
    lines: ["» await client.db('site').collection('articles').countDocuments({ $where: `this.slug === '${$V}'` });"],
    bound: [{ lines: ["await client.db('site').collection('articles').countDocuments({ slug: String($V) });"] }],
  },
  {
    rule: 'inj-nosql',
    needs: 'structure',
    id: 'mongodb filter value',
    imports: [{ from: 'mongodb', names: ['MongoClient'] }],
    top: [
      "const client = new MongoClient('mongodb+srv://db.internal.example.com', { serverSelectionTimeoutMS: 3000 });",
    ],
    lines: ["» await client.db('site').collection('vouchers').findOne({ code: $V, used: false });"],
    bound: [{ lines: ["await client.db('site').collection('vouchers').findOne({ code: { $eq: $V }, used: false });"] }],
    right: ['String', 'typeof text', 'allow-list', 'number', 'parse-int', 'zod enum', 'name only'],
    wrong: [],
    partial: [],
  },
  {
    ...CODE,
    also: ['inj-nosql'],
    wrong: ['HTML escape without quotes', 'basename', 'String'],
    id: 'redis eval',
    imports: [{ from: 'redis', names: ['createClient'] }],
    top: [
      "const redis = createClient({ socket: { host: 'cache.internal.example.com', tls: true, connectTimeout: 2000 } });",
    ],
    lines: ["» await redis.eval(`return redis.call('INCR', '${$V}')`);"],
    bound: [
      {
        lines: [
          "await redis.eval(\"return redis.call('HINCRBY', KEYS[1], ARGV[1], 1)\", { keys: ['hits'], arguments: [String($V)] });",
        ],
      },
    ],
  },
  {
    ...COMMAND,
    id: 'exec',
    imports: [
      { from: 'node:child_process', names: ['exec'] },
      { from: 'node:util', names: ['promisify'] },
    ],
    top: ['const run = promisify(exec);'],
    lines: ['» await run(`/opt/bin/report --for ${$V}`, { timeout: 5000 });'],
    bound: [
      {
        imports: [
          { from: 'node:child_process', names: ['execFile'] },
          { from: 'node:util', names: ['promisify'] },
        ],
        top: ['const run = promisify(execFile);'],
        lines: ["await run('/opt/bin/report', [`--for=${$V}`], { timeout: 5000 });"],
      },
    ],
  },
  {
    ...COMMAND,
    id: 'execSync',
    imports: [{ from: 'node:child_process', names: ['execSync'] }],
    lines: ["» execSync('/opt/bin/report --for ' + $V, { timeout: 5000 });"],
    bound: [
      {
        imports: [{ from: 'node:child_process', names: ['execFileSync'] }],
        lines: ["execFileSync('/opt/bin/report', ['--for=' + $V], { timeout: 5000 });"],
      },
    ],
  },
  {
    ...COMMAND,
    id: 'spawn in a shell',
    imports: [{ from: 'node:child_process', names: ['spawnSync'] }],
    lines: ["» spawnSync('/opt/bin/report', ['--for', $V], { shell: true, timeout: 5000 });"],
    bound: [
      {
        imports: [{ from: 'node:child_process', names: ['spawnSync'] }],
        lines: ["spawnSync('/opt/bin/report', [`--for=${$V}`], { timeout: 5000 });"],
      },
    ],
  },
  {
    ...COMMAND,
    id: 'sh -c',
    imports: [{ from: 'node:child_process', names: ['execFileSync'] }],
    lines: ["» execFileSync('sh', ['-c', `/opt/bin/report --for ${$V} | tail -1`], { timeout: 5000 });"],
    bound: [
      {
        imports: [{ from: 'node:child_process', names: ['execFileSync'] }],
        lines: ["execFileSync('sh', ['-c', '/opt/bin/report --for \"$1\" | tail -1', 'sh', $V], { timeout: 5000 });"],
      },
    ],
  },
  { ...CODE, id: 'eval', lines: ['» eval(`(${$V})`);'], bound: [{ lines: ['JSON.parse($V);'] }] },
  { ...CODE, id: 'new Function', lines: ["» new Function('x', `return ${$V}`)(1);"] },
  {
    ...CODE,
    id: 'vm',
    imports: [{ from: 'node:vm', names: ['runInNewContext'] }],
    lines: ['» runInNewContext($V, {}, { timeout: 200 });'],
    bound: [
      {
        imports: [{ from: 'node:vm', names: ['runInNewContext'] }],
        lines: ["runInNewContext('x.length', { x: String($V) }, { timeout: 200 });"],
      },
    ],
  },
  {
    rule: 'inj-import',
    needs: 'text',
    id: 'dynamic import',
    lines: ['» await import(`./plugins/${$V}.js`);'],
    right: CLOSED,
    wrong: ['full HTML escape', 'quotes doubled', 'String'],
    partial: ['typeof text', 'length', 'dots out once', 'no leading slash'],
  },
  {
    ...PATH,
    id: 'readFile',
    imports: [
      { from: 'node:fs/promises', names: ['readFile'] },
      { from: 'node:path', names: ['join'] },
    ],
    lines: ["» await readFile(join('/opt/pages', $V));"],
    bound: [
      {
        imports: [
          { from: 'node:fs/promises', names: ['readFile'] },
          { from: 'node:path', names: ['resolve'] },
        ],
        lines: [
          "const file = resolve('/opt/pages', $V);",
          "if (!file.startsWith('/opt/pages/')) throw new RangeError('outside');",
          'await readFile(file);',
        ],
      },
    ],
  },
  {
    ...PATH,
    id: 'createReadStream',
    imports: [
      { from: 'node:fs', names: ['createReadStream'] },
      { from: 'node:stream/consumers', names: ['text'] },
    ],
    lines: ['const file = `/opt/pages/${$V}`;', "» await text(createReadStream(file, { encoding: 'utf8' }));"],
    bound: [
      {
        imports: [
          { from: 'node:fs', names: ['createReadStream'] },
          { from: 'node:path', names: ['relative', 'resolve'] },
          { from: 'node:stream/consumers', names: ['text'] },
        ],
        lines: [
          "const file = resolve('/opt/pages', $V);",
          "if (relative('/opt/pages', file).startsWith('..')) throw new RangeError('outside');",
          'await text(createReadStream(file));',
        ],
      },
    ],
  },
  {
    ...PATH,
    id: 'writeFileSync',
    imports: [{ from: 'node:fs', names: ['writeFileSync'] }],
    lines: ["» writeFileSync('/mnt/data/' + $V, 'seen');"],
  },
  {
    ...URL_OF_REQUEST,
    id: 'fetch',
    lines: ["» await fetch($V, { redirect: 'error', signal: AbortSignal.timeout(3000) });"],
    bound: [
      {
        lines: [
          'await fetch(`https://api.example.com/items/${encodeURIComponent($V)}`, { signal: AbortSignal.timeout(3000) });',
        ],
      },
    ],
  },
  {
    ...URL_OF_REQUEST,
    id: 'axios',
    imports: [{ from: 'axios', whole: 'axios' }],
    lines: ['» await axios.get($V, { timeout: 3000, maxRedirects: 0 });'],
    bound: [
      {
        imports: [{ from: 'axios', whole: 'axios' }],
        lines: ["await axios.get('https://api.example.com/items', { params: { item: $V }, timeout: 3000 });"],
      },
    ],
  },
  {
    ...URL_OF_REQUEST,
    id: 'got',
    imports: [{ from: 'got', whole: 'got' }],
    lines: ['» await got($V, { timeout: { request: 3000 }, followRedirect: false });'],
    bound: [
      {
        imports: [{ from: 'got', whole: 'got' }],
        lines: [
          "await got('https://api.example.com/items', { searchParams: { item: String($V) }, timeout: { request: 3000 } });",
        ],
      },
    ],
  },
  {
    ...URL_OF_REQUEST,
    id: 'undici request',
    imports: [{ from: 'undici', names: ['request'] }],
    lines: [
      "» const answer = await request($V, { method: 'GET', headersTimeout: 2000, bodyTimeout: 3000 });",
      'await answer.body.dump();',
    ],
  },
  {
    ...URL_OF_REQUEST,
    id: 'host of a request',
    right: CLOSED,
    wrong: ['full HTML escape', 'quotes doubled', 'String'],
    partial: ['typeof text', 'length', 'name only'],
    lines: ["» await fetch('https://' + $V + '/status', { signal: AbortSignal.timeout(3000) });"],
  },
  {
    rule: 'inj-redirect',
    needs: 'text',
    answers: true,
    id: 'Location',
    lines: ["» return { statusCode: 302, headers: { Location: $V }, body: '' };"],
    bound: [
      { lines: ["return { statusCode: 302, headers: { Location: `/items/${encodeURIComponent($V)}` }, body: '' };"] },
    ],
    right: ['allow-list', 'includes', 'lookup', 'own key', 'zod enum', 'host list'],
    wrong: ['full HTML escape', 'quotes doubled', 'String'],
    partial: ['typeof text', 'length', 'https prefix', 'substring of the host', 'name only'],
  },
  {
    ...HTML,
    answers: true,
    id: 'HTML body',
    lines: ["» return { statusCode: 200, headers: { 'content-type': 'text/html' }, body: `<h1>${$V}</h1>` };"],
    bound: [
      {
        lines: [
          "return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ heading: $V }) };",
        ],
      },
    ],
  },
  {
    ...HTML,
    answers: true,
    id: 'HTML body over several lines',
    lines: [
      "let page = '<!doctype html><title>Items</title>';",
      "page += '<p>' + $V + '</p>';",
      '» return {',
      '  statusCode: 200,',
      "  headers: { 'Content-Type': 'text/html; charset=utf-8' },",
      '»   body: page,',
      '};',
    ],
    bound: [
      {
        imports: [{ from: 'handlebars', whole: 'Handlebars' }],
        top: ["const page = Handlebars.compile('<p>{{text}}</p>');"],
        lines: ["return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: page({ text: $V }) };"],
      },
    ],
  },
  {
    ...HTML,
    id: 'HTML mail',
    imports: [sdk('ses', 'SESClient', 'SendEmailCommand')],
    top: ['const ses = new SESClient({});'],
    lines: [
      'const html = `<p>${$V}</p>`;',
      '» await ses.send(',
      '»   new SendEmailCommand({',
      "    Source: 'site@example.com',",
      "    Destination: { ToAddresses: ['team@example.com'] },",
      "»     Message: { Subject: { Data: 'An item' }, Body: { Html: { Data: html } } },",
      '  }),',
      ');',
    ],
    bound: [
      {
        imports: [sdk('ses', 'SESClient', 'SendEmailCommand')],
        top: ['const ses = new SESClient({});'],
        lines: [
          'await ses.send(',
          '  new SendEmailCommand({',
          "    Source: 'site@example.com',",
          "    Destination: { ToAddresses: ['team@example.com'] },",
          "    Message: { Subject: { Data: 'An item' }, Body: { Text: { Data: String($V) } } },",
          '  }),',
          ');',
        ],
      },
    ],
  },
  {
    ...TEMPLATE,
    id: 'Handlebars',
    imports: [{ from: 'handlebars', whole: 'Handlebars' }],
    lines: ['» const letter = Handlebars.compile($V);', "letter({ name: 'Ann' });"],
    bound: [
      {
        imports: [{ from: 'handlebars', whole: 'Handlebars' }],
        lines: ["Handlebars.compile('<p>{{text}}</p>')({ text: $V });"],
      },
    ],
  },
  {
    ...TEMPLATE,
    wrong: ['quotes doubled', 'String'],
    id: 'EJS',
    imports: [{ from: 'ejs', whole: 'ejs' }],
    lines: ["» ejs.render($V, { name: 'Ann' });"],
    bound: [{ imports: [{ from: 'ejs', whole: 'ejs' }], lines: ["ejs.render('<p><%= text %></p>', { text: $V });"] }],
  },
  {
    ...TEMPLATE,
    id: 'Nunjucks',
    imports: [{ from: 'nunjucks', whole: 'nunjucks' }],
    lines: ["» nunjucks.renderString($V, { name: 'Ann' });"],
    bound: [
      {
        imports: [{ from: 'nunjucks', whole: 'nunjucks' }],
        lines: ["nunjucks.renderString('<p>{{ text }}</p>', { text: $V });"],
      },
    ],
  },
  {
    rule: 'inj-deser',
    needs: 'text',
    id: 'node-serialize',
    imports: [{ from: 'node-serialize', whole: 'serialize' }],
    lines: ['» serialize.unserialize($V);'],
    bound: [{ lines: ['JSON.parse($V);'] }],
    right: ['allow-list', 'includes'],
    wrong: ['HTML escape without quotes', 'String'],
    partial: ['typeof text', 'length'],
  },
  {
    rule: 'inj-xxe',
    needs: 'text',
    id: 'libxmljs',
    imports: [{ from: 'libxmljs2', whole: 'libxmljs' }],
    lines: ['» libxmljs.parseXml($V, { noent: true });'],
    bound: [
      {
        imports: [{ from: 'libxmljs2', whole: 'libxmljs' }],
        lines: ['libxmljs.parseXml($V, { noent: false, nonet: true });'],
      },
    ],
    right: ['allow-list', 'includes'],
    wrong: ['quotes doubled', 'String'],
    partial: ['typeof text', 'length'],
  },
  {
    rule: 'inj-xml',
    needs: 'text',
    id: 'XPath',
    imports: [
      { from: 'xpath', whole: 'xpath' },
      { from: '@xmldom/xmldom', names: ['DOMParser'] },
    ],
    top: ["const shelf = new DOMParser().parseFromString('<books/>', 'text/xml');"],
    lines: ["» xpath.select(`//book[author='${$V}']`, shelf);"],
    bound: [
      {
        imports: [
          { from: 'xpath', whole: 'xpath' },
          { from: '@xmldom/xmldom', names: ['DOMParser'] },
        ],
        top: ["const shelf = new DOMParser().parseFromString('<books/>', 'text/xml');"],
        lines: ["xpath.parse('//book[author=$author]').select({ node: shelf, variables: { author: $V } });"],
      },
    ],
    right: [...CLOSED, ...PLAIN],
    wrong: ['HTML escape without quotes', 'basename', 'String'],
    partial: LAX,
  },
  {
    rule: 'inj-regex',
    needs: 'text',
    id: 'RegExp',
    lines: ["» new RegExp($V, 'u').test('some text of ours');"],
    right: [...CLOSED, 'pattern', 'uuid', 'number', 'regex escape'],
    wrong: ['full HTML escape', 'quotes doubled', 'String'],
    partial: ['typeof text', 'length', 'name only'],
  },
  {
    rule: 'inj-proto',
    needs: 'text',
    id: 'key of a shared prototype',
    lines: ['const state«: any» = { north: {}, south: {} };', '» state[$V].seen = true;'],
    bound: [
      { lines: ['const state = new Map([[$V, { seen: false }]]);', "state.set('north', { seen: true });"] },
      {
        lines: [
          'const state«: any» = { north: {}, south: {} };',
          'if (Object.hasOwn(state, $V)) state[$V].seen = true;',
        ],
      },
    ],
    right: ['allow-list', 'includes', 'comparison', 'lookup', 'zod enum'],
    wrong: ['full HTML escape', 'quotes doubled', 'String'],
    partial: ['typeof text', 'length', 'name only'],
  },
  {
    rule: 'inj-massassign',
    needs: 'structure',
    id: 'whole object into a table',
    imports: [
      sdk('dynamodb', 'DynamoDBClient'),
      { from: '@aws-sdk/lib-dynamodb', names: ['DynamoDBDocumentClient', 'PutCommand'] },
    ],
    top: ['const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));'],
    lines: [
      'const Item = { approved: false, ...$V, id: crypto.randomUUID() };',
      "» await documents.send(new PutCommand({ TableName: 'comments', Item }));",
    ],
    right: ['picked fields', 'zod object'],
    wrong: [],
    partial: [],
  },
  {
    rule: 'inj-log',
    needs: 'text',
    breaks: true,
    id: 'console.log',
    lines: ['» console.log(`asked for ${$V}`);'],
    bound: [{ lines: ["console.log(JSON.stringify({ message: 'asked', item: $V }));"] }],
    right: [...CLOSED, ...PLAIN, 'line breaks out', 'JSON.stringify', 'encodeURIComponent'],
    wrong: ['full HTML escape', 'quotes doubled'],
    partial: ['typeof text', 'length', 'first line break only'],
  },
  {
    rule: 'inj-header',
    needs: 'text',
    answers: true,
    breaks: true,
    id: 'Set-Cookie',
    lines: [
      "» return { statusCode: 204, headers: { 'Set-Cookie': `choice=${$V}; Path=/; Secure; HttpOnly; SameSite=Lax` }, body: '' };",
    ],
    right: [...CLOSED, ...PLAIN, 'encodeURIComponent'],
    wrong: ['quotes doubled', 'String'],
    partial: ['typeof text', 'length'],
  },
  {
    rule: 'inj-env',
    needs: 'text',
    id: 'name of an environment variable',
    lines: ["» process.env[$V] = 'on';"],
    right: CLOSED,
    wrong: ['full HTML escape', 'String'],
    partial: ['typeof text', 'length'],
  },
  {
    ...NAME_IN_CLOUD,
    id: 'S3 bucket',
    imports: [sdk('s3', 'GetObjectCommand', 'S3Client')],
    top: ['const s3 = new S3Client({});'],
    lines: ["» await s3.send(new GetObjectCommand({ Bucket: $V, Key: 'index.json' }));"],
  },
  {
    ...NAME_IN_CLOUD,
    id: 'Lambda function',
    imports: [sdk('lambda', 'InvokeCommand', 'LambdaClient')],
    top: ['const lambda = new LambdaClient({});'],
    lines: ["» await lambda.send(new InvokeCommand({ FunctionName: $V, InvocationType: 'Event' }));"],
  },
  {
    ...NAME_IN_CLOUD,
    id: 'SQS queue',
    imports: [sdk('sqs', 'SendMessageCommand', 'SQSClient')],
    top: ['const sqs = new SQSClient({});'],
    lines: [
      "const message = { QueueUrl: $V, MessageBody: 'ready' };",
      '» await sqs.send(new SendMessageCommand(message));',
    ],
    bound: [
      {
        imports: [sdk('sqs', 'SendMessageCommand', 'SQSClient')],
        top: ['const sqs = new SQSClient({});'],
        lines: [
          'const message = { QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify({ item: $V }) };',
          'await sqs.send(new SendMessageCommand(message));',
        ],
      },
    ],
  },
  {
    rule: 'inj-prompt',
    needs: 'text',
    id: 'Bedrock system prompt',
    imports: [sdk('bedrock-runtime', 'BedrockRuntimeClient', 'ConverseCommand')],
    top: ['const bedrock = new BedrockRuntimeClient({});'],
    lines: [
      'await bedrock.send(',
      '»   new ConverseCommand({',
      "    modelId: 'anthropic.claude-3-haiku-20240307-v1:0',",
      '»     system: [{ text: `Answer about ${$V} only.` }],',
      "    messages: [{ role: 'user', content: [{ text: 'What is new?' }] }],",
      '  }),',
      ');',
    ],
    bound: [
      {
        imports: [sdk('bedrock-runtime', 'BedrockRuntimeClient', 'ConverseCommand')],
        top: ['const bedrock = new BedrockRuntimeClient({});'],
        lines: [
          'await bedrock.send(',
          '  new ConverseCommand({',
          "    modelId: 'anthropic.claude-3-haiku-20240307-v1:0',",
          "    system: [{ text: 'Answer about our shop only.' }],",
          "    messages: [{ role: 'user', content: [{ text: String($V) }] }],",
          '  }),',
          ');',
        ],
      },
    ],
    right: [...CLOSED, 'number', 'uuid'],
    wrong: ['full HTML escape', 'String'],
    partial: ['typeof text', 'length'],
  },
  {
    rule: 'inj-graphql',
    needs: 'text',
    id: 'GraphQL document',
    imports: [{ from: 'axios', whole: 'axios' }],
    lines: [
      'const document = `{ films(title: "${$V}") { id } }`;',
      "» await axios.post('https://films.example.com/graphql', { query: document }, { timeout: 3000 });",
    ],
    bound: [
      {
        imports: [{ from: 'axios', whole: 'axios' }],
        lines: [
          "const document = 'query ($title: String!) { films(title: $title) { id } }';",
          "await axios.post('https://films.example.com/graphql', { query: document, variables: { title: $V } }, { timeout: 3000 });",
        ],
      },
    ],
    right: [...CLOSED, ...PLAIN],
    wrong: ['quotes doubled', 'String'],
    partial: ['typeof text', 'length'],
  },
  {
    rule: 'dos-input',
    needs: 'text',
    id: 'Buffer.alloc',
    lines: ['» Buffer.alloc(Number($V));'],
    right: [...CLOSED, 'zod number', 'at most'],
    wrong: ['String', 'full HTML escape'],
    partial: ['positive number', 'number', 'parse-int'],
  },
];
