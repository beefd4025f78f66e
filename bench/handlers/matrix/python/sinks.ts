import type { Sink } from '../part.js';

/** Sanitisers that leave nothing to choose but what the programmer wrote. */
const CLOSED = [
  'allow-list',
  'tuple membership',
  'comparison',
  'lookup',
  'index',
  'Enum',
  'pydantic literal',
  'jsonschema enum',
];
/** Those that leave letters and digits, or a number. */
const PLAIN_TEXT = ['fullmatch', 'anchored match', 'isalnum', 'uuid'];
const PLAIN = ['int', ...PLAIN_TEXT];
const LAX = ['isinstance', 'length', 'search instead of match', 'match without an end', 'strip', 'name only'];

const SQL = {
  rule: 'inj-sql',
  needs: 'text',
  right: [...CLOSED, ...PLAIN, 'float'],
  wrong: ['HTML escape without quotes', 'basename', 'line breaks out', 'shlex.quote', 'str'],
  partial: [...LAX, 'first quote only', 'semicolons out'],
} as const;
const COMMAND = {
  rule: 'inj-command',
  needs: 'text',
  right: [...CLOSED, ...PLAIN, 'shlex.quote'],
  wrong: ['HTML escape without quotes', 'basename', 'line breaks out', 'str'],
  partial: [...LAX, 'semicolons out', 'no leading slash'],
} as const;
const CODE = {
  rule: 'inj-code',
  needs: 'text',
  right: [...CLOSED, ...PLAIN_TEXT],
  wrong: ['HTML escape without quotes', 'basename', 'str'],
  partial: ['isinstance', 'length', 'strip', 'semicolons out', 'name only'],
} as const;
const PATH = {
  rule: 'inj-path',
  needs: 'text',
  right: [...CLOSED, ...PLAIN_TEXT, 'basename'],
  wrong: ['html.escape', 'line breaks out', 'str'],
  partial: [
    'isinstance',
    'length',
    'strip',
    'search instead of match',
    'name only',
    'dots out once',
    'dots out',
    'no leading slash',
  ],
} as const;
const URL_OF_REQUEST = {
  rule: 'inj-ssrf',
  needs: 'text',
  right: ['allow-list', 'tuple membership', 'lookup', 'index', 'Enum', 'host list'],
  wrong: ['html.escape', 'line breaks out', 'str'],
  partial: ['isinstance', 'length', 'strip', 'https prefix', 'substring of the host', 'name only'],
} as const;
const HTML = {
  rule: 'inj-xss',
  needs: 'text',
  right: [...CLOSED, ...PLAIN, 'html.escape', 'markupsafe'],
  wrong: ['line breaks out', 'basename', 'str'],
  partial: [...LAX, 'script tags out'],
} as const;
const TEMPLATE = {
  rule: 'inj-template',
  needs: 'text',
  right: CLOSED,
  wrong: ['html.escape', 'line breaks out', 'str'],
  partial: ['isinstance', 'length', 'strip', 'script tags out', 'name only'],
} as const;
const NAME_IN_CLOUD = {
  rule: 'inj-cloudapi',
  needs: 'text',
  right: CLOSED,
  wrong: ['html.escape', 'line breaks out', 'str'],
  partial: ['isinstance', 'length', 'strip', 'name only'],
} as const;

const whole = (from: string) => ({ from, whole: from });
const boto3 = (service: string): Pick<Sink, 'imports' | 'top'> => ({
  imports: [whole('boto3')],
  top: [`${service.replace(/\W/g, '_')} = boto3.client("${service}")`],
});
const CONNECT = 'host="db.internal.example.com", dbname="site", sslmode="verify-full", connect_timeout=3';
const PSYCOPG2: Pick<Sink, 'imports' | 'top'> = {
  imports: [whole('psycopg2')],
  top: [`connection = psycopg2.connect(${CONNECT})`],
};
const PYMYSQL: Pick<Sink, 'imports' | 'top'> = {
  imports: [whole('pymysql')],
  top: [
    'connection = pymysql.connect(host="db.internal.example.com", database="site", ssl={"ca": "/opt/ca.pem"}, connect_timeout=3)',
  ],
};
const ALCHEMY: Pick<Sink, 'imports' | 'top'> = {
  imports: [{ from: 'sqlalchemy', names: ['create_engine', 'text'] }],
  top: [
    'engine = create_engine("postgresql+psycopg://db.internal.example.com/site", connect_args={"sslmode": "verify-full", "connect_timeout": 3})',
  ],
};
const MONGO: Pick<Sink, 'imports' | 'top'> = {
  imports: [{ from: 'pymongo', names: ['MongoClient'] }],
  top: ['site = MongoClient("mongodb+srv://db.internal.example.com", serverSelectionTimeoutMS=3000).site'],
};
const JINJA = { from: 'jinja2', names: ['Environment'] };

/** Where a value does harm in Python. */
export const SINKS: readonly Sink[] = [
  {
    ...SQL,
    ...PSYCOPG2,
    id: 'psycopg2 f-string',
    lines: [
      'with connection.cursor() as cursor:',
      `»     cursor.execute(f"SELECT title FROM articles WHERE slug = '{$V}'")`,
    ],
    bound: [
      {
        lines: [
          'with connection.cursor() as cursor:',
          '    cursor.execute("SELECT title FROM articles WHERE slug = %s", ($V,))',
        ],
      },
      {
        lines: [
          'with connection.cursor() as cursor:',
          '    cursor.execute("SELECT title FROM articles WHERE slug = %(slug)s", {"slug": $V})',
        ],
      },
    ],
  },
  {
    ...SQL,
    ...PSYCOPG2,
    id: 'psycopg2 percent before execute',
    lines: [
      `statement = "SELECT title FROM articles WHERE slug = '%s'" % $V`,
      'cursor = connection.cursor()',
      '» cursor.execute(statement)',
    ],
    bound: [
      {
        lines: [
          'statement = "SELECT title FROM articles WHERE slug = %s"',
          'cursor = connection.cursor()',
          'cursor.execute(statement, [$V])',
        ],
      },
    ],
  },
  {
    ...SQL,
    id: 'psycopg 3 format',
    imports: [whole('psycopg')],
    top: [`connection = psycopg.connect(${CONNECT})`],
    lines: [`» connection.execute("SELECT title FROM articles WHERE slug = '{}'".format($V))`],
    bound: [
      {
        imports: [whole('psycopg')],
        top: [`connection = psycopg.connect(${CONNECT})`],
        lines: ['connection.execute("SELECT title FROM articles WHERE slug = %s", ($V,))'],
      },
    ],
  },
  {
    ...SQL,
    ...PYMYSQL,
    id: 'PyMySQL statement in pieces',
    lines: [
      'statement = "SELECT title FROM articles"',
      `statement += " WHERE slug = '" + str($V) + "'"`,
      'with connection.cursor() as cursor:',
      '»     cursor.execute(statement)',
    ],
    bound: [
      {
        lines: [
          'statement = "SELECT title FROM articles"',
          'statement += " WHERE slug = %s"',
          'with connection.cursor() as cursor:',
          '    cursor.execute(statement, ($V,))',
        ],
      },
    ],
  },
  {
    ...SQL,
    ...ALCHEMY,
    id: 'SQLAlchemy text',
    lines: [
      'with engine.connect() as connection:',
      `»     connection.execute(text(f"SELECT title FROM articles WHERE slug = '{$V}'"))`,
    ],
    bound: [
      {
        lines: [
          'with engine.connect() as connection:',
          '    connection.execute(text("SELECT title FROM articles WHERE slug = :slug"), {"slug": $V})',
        ],
      },
    ],
  },
  {
    ...SQL,
    ...ALCHEMY,
    id: 'SQLAlchemy text in a variable',
    lines: [
      `» statement = text("SELECT title FROM articles WHERE slug = '" + str($V) + "'")`,
      'with engine.connect() as connection:',
      '»     connection.execute(statement)',
    ],
    bound: [
      {
        lines: [
          'statement = text("SELECT title FROM articles WHERE slug = :slug").bindparams(slug=$V)',
          'with engine.connect() as connection:',
          '    connection.execute(statement)',
        ],
      },
    ],
  },
  {
    ...SQL,
    id: 'sqlite3 executescript',
    imports: [whole('sqlite3')],
    top: ['database = sqlite3.connect("/mnt/data/items.db")'],
    lines: [`» database.executescript(f"INSERT INTO hits VALUES ('{$V}')")`],
    bound: [{ lines: ['database.execute("INSERT INTO hits VALUES (?)", (str($V),))'] }],
  },
  {
    ...SQL,
    ...boto3('athena'),
    id: 'Athena query',
    lines: [
      '» athena.start_query_execution(',
      '    WorkGroup="items",',
      `»     QueryString=f"SELECT title FROM articles WHERE slug = '{$V}'",`,
      ')',
    ],
  },
  {
    ...SQL,
    ...boto3('rds-data'),
    id: 'RDS Data API',
    lines: [
      `sql = f"SELECT title FROM articles WHERE slug = '{$V}'"`,
      '» rds_data.execute_statement(resourceArn=os.environ["CLUSTER_ARN"], secretArn=os.environ["CREDENTIALS_ARN"], sql=sql)',
    ],
    bound: [
      {
        lines: [
          'rds_data.execute_statement(',
          '    resourceArn=os.environ["CLUSTER_ARN"],',
          '    secretArn=os.environ["CREDENTIALS_ARN"],',
          '    sql="SELECT title FROM articles WHERE slug = :slug",',
          '    parameters=[{"name": "slug", "value": {"stringValue": str($V)}}],',
          ')',
        ],
      },
    ],
  },
  {
    ...SQL,
    ...boto3('dynamodb'),
    rule: 'inj-nosql',
    also: ['inj-sql'],
    id: 'PartiQL',
    lines: [`» dynamodb.execute_statement(Statement=f"SELECT title FROM articles WHERE slug = '{$V}'")`],
    bound: [
      {
        lines: [
          'dynamodb.execute_statement(Statement="SELECT title FROM articles WHERE slug = ?", Parameters=[{"S": str($V)}])',
        ],
      },
    ],
  },
  {
    rule: 'inj-nosql',
    needs: 'text',
    id: 'DynamoDB filter expression',
    imports: [whole('boto3')],
    top: ['articles = boto3.resource("dynamodb").Table("articles")'],
    lines: [
      '» articles.scan(',
      '»     FilterExpression=f"{$V} = :yes",',
      '    ExpressionAttributeValues={":yes": True},',
      '    Limit=20,',
      ')',
    ],
    bound: [
      { lines: ['articles.scan(FilterExpression="slug = :slug", ExpressionAttributeValues={":slug": $V}, Limit=20)'] },
      {
        imports: [whole('boto3'), { from: 'boto3.dynamodb.conditions', names: ['Attr'] }],
        top: ['articles = boto3.resource("dynamodb").Table("articles")'],
        lines: ['articles.scan(FilterExpression=Attr("slug").eq($V), Limit=20)'],
      },
    ],
    right: CLOSED,
    wrong: ['HTML escape without quotes', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    ...CODE,
    ...MONGO,
    rule: 'inj-nosql',
    also: ['inj-code'],
    id: 'pymongo $where',
    lines: [`» site.articles.count_documents({"$where": f"this.slug === '{$V}'"})`],
    bound: [{ lines: ['site.articles.count_documents({"slug": str($V)})'] }],
  },
  {
    ...MONGO,
    rule: 'inj-nosql',
    needs: 'structure',
    id: 'pymongo filter value',
    lines: ['» site.vouchers.find_one({"code": $V, "used": False})'],
    bound: [{ lines: ['site.vouchers.find_one({"code": {"$eq": $V}, "used": False})'] }],
    right: ['str', 'isinstance', 'int', 'Enum', 'pydantic literal', 'jsonschema enum', 'name only'],
    wrong: [],
    partial: [],
  },
  {
    ...CODE,
    also: ['inj-nosql'],
    id: 'redis eval',
    imports: [whole('redis')],
    top: [
      'cache = redis.Redis(host="cache.internal.example.com", ssl=True, socket_timeout=3, socket_connect_timeout=2)',
    ],
    lines: [`» cache.eval(f"return redis.call('INCR', '{$V}')", 0)`],
    bound: [{ lines: [`cache.eval("return redis.call('HINCRBY', KEYS[1], ARGV[1], 1)", 1, "hits", str($V))`] }],
  },
  {
    ...COMMAND,
    id: 'os.system',
    lines: ['» os.system(f"/opt/bin/report --for {$V}")'],
    bound: [
      {
        imports: [whole('subprocess')],
        lines: ['subprocess.run(["/opt/bin/report", f"--for={$V}"], check=True, timeout=5)'],
      },
    ],
  },
  {
    ...COMMAND,
    id: 'subprocess.run in a shell',
    imports: [whole('subprocess')],
    lines: ['» subprocess.run("/opt/bin/report --for " + str($V), shell=True, check=True, timeout=5)'],
    bound: [{ lines: ['subprocess.run(["/opt/bin/report", "--for=" + str($V)], shell=False, check=True, timeout=5)'] }],
  },
  {
    ...COMMAND,
    id: 'Popen in a shell',
    imports: [whole('subprocess')],
    lines: [
      'command = "/opt/bin/report --for %s" % $V',
      '» process = subprocess.Popen(command, shell=True)',
      'process.wait(timeout=5)',
    ],
    bound: [
      {
        lines: [
          'command = ["/opt/bin/report", "--for=%s" % $V]',
          'process = subprocess.Popen(command)',
          'process.wait(timeout=5)',
        ],
      },
    ],
  },
  {
    ...COMMAND,
    id: 'check_output of sh -c',
    imports: [whole('subprocess')],
    lines: ['» subprocess.check_output(["sh", "-c", f"/opt/bin/report --for {$V} | tail -1"], timeout=5)'],
    bound: [
      {
        lines: [
          `subprocess.check_output(["sh", "-c", '/opt/bin/report --for "$1" | tail -1', "sh", str($V)], timeout=5)`,
        ],
      },
    ],
  },
  { ...COMMAND, id: 'os.popen', lines: ['» os.popen("/opt/bin/report --for {}".format($V)).read()'] },
  {
    ...COMMAND,
    id: 'asyncio shell',
    top: [
      'async def shell(command):',
      '»     process = await asyncio.create_subprocess_shell(command)',
      '    await asyncio.wait_for(process.wait(), timeout=5)',
    ],
    lines: ['asyncio.run(shell(f"/opt/bin/report --for {$V}"))'],
  },
  {
    ...CODE,
    id: 'eval',
    lines: ['» eval($V)'],
    bound: [{ imports: [whole('ast')], lines: ['ast.literal_eval($V)'] }, { lines: ['json.loads($V)'] }],
  },
  { ...CODE, id: 'exec', lines: ['» exec(f"result = {$V}", {})'] },
  {
    rule: 'inj-import',
    needs: 'text',
    id: 'import_module',
    imports: [whole('importlib')],
    lines: ['» importlib.import_module(f"plugins.{$V}")'],
    right: CLOSED,
    wrong: ['html.escape', 'line breaks out', 'str'],
    partial: ['isinstance', 'length', 'strip', 'no leading slash'],
  },
  {
    rule: 'inj-import',
    needs: 'text',
    id: '__import__',
    lines: ['» __import__($V)'],
    right: CLOSED,
    wrong: ['html.escape', 'line breaks out', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    ...PATH,
    id: 'open',
    lines: ['» with open(os.path.join("/opt/pages", $V), encoding="utf-8") as page:', '    page.read()'],
    bound: [
      {
        lines: [
          'path = os.path.realpath(os.path.join("/opt/pages", $V))',
          'if not path.startswith("/opt/pages/"):',
          '    raise ValueError("outside")',
          'with open(path, encoding="utf-8") as page:',
          '    page.read()',
        ],
      },
    ],
  },
  {
    ...PATH,
    id: 'Path.read_text',
    imports: [{ from: 'pathlib', names: ['Path'] }],
    lines: ['» (Path("/opt/pages") / $V).read_text()'],
    bound: [
      {
        imports: [{ from: 'pathlib', names: ['Path'] }],
        lines: [
          'path = (Path("/opt/pages") / $V).resolve()',
          'if not path.is_relative_to("/opt/pages"):',
          '    raise ValueError("outside")',
          'path.read_text()',
        ],
      },
    ],
  },
  {
    ...PATH,
    id: 'shutil.copy',
    imports: [whole('shutil')],
    lines: ['source = f"/opt/pages/{$V}"', '» shutil.copy(source, "/mnt/data/page.html")'],
  },
  {
    ...PATH,
    ...boto3('s3'),
    id: 'download_file',
    lines: ['» s3.download_file("pages-example", "latest", f"/mnt/data/{$V}")'],
  },
  {
    ...URL_OF_REQUEST,
    id: 'requests.get',
    imports: [whole('requests')],
    lines: ['» requests.get($V, timeout=3, allow_redirects=False)'],
    bound: [{ lines: ['requests.get("https://api.example.com/items", params={"item": $V}, timeout=3)'] }],
  },
  {
    ...URL_OF_REQUEST,
    id: 'requests session',
    imports: [whole('requests')],
    lines: ['with requests.Session() as session:', '»     session.post($V, json={"state": "ready"}, timeout=3)'],
    bound: [
      {
        lines: [
          'with requests.Session() as session:',
          '    session.post("https://api.example.com/items", json={"item": $V}, timeout=3)',
        ],
      },
    ],
  },
  {
    ...URL_OF_REQUEST,
    id: 'httpx',
    imports: [whole('httpx')],
    lines: ['» httpx.get($V, timeout=3)'],
    bound: [{ lines: ['httpx.get("https://api.example.com/items", params={"item": $V}, timeout=3)'] }],
  },
  {
    ...URL_OF_REQUEST,
    id: 'urlopen',
    imports: [whole('urllib.request')],
    lines: ['» with urllib.request.urlopen($V, timeout=3) as answer:', '    answer.read(1000)'],
  },
  {
    ...URL_OF_REQUEST,
    id: 'urlopen of a Request',
    imports: [{ from: 'urllib.request', names: ['Request', 'urlopen'] }],
    lines: [
      'wanted = Request($V, headers={"accept": "application/json"})',
      '» with urlopen(wanted, timeout=3) as answer:',
      '    answer.read(1000)',
    ],
  },
  {
    ...URL_OF_REQUEST,
    id: 'urllib3',
    imports: [whole('urllib3')],
    top: ['http = urllib3.PoolManager(timeout=3.0, retries=False)'],
    lines: ['» http.request("GET", $V)'],
  },
  {
    ...URL_OF_REQUEST,
    id: 'host of a request',
    imports: [whole('requests')],
    lines: ['» requests.get("https://" + $V + "/status", timeout=3)'],
    right: CLOSED,
    partial: ['isinstance', 'length', 'strip', 'name only'],
  },
  {
    rule: 'inj-redirect',
    needs: 'text',
    answers: true,
    id: 'Location',
    lines: ['» return {"statusCode": 302, "headers": {"Location": $V}, "body": ""}'],
    bound: [
      {
        imports: [{ from: 'urllib.parse', names: ['quote'] }],
        lines: ['return {"statusCode": 302, "headers": {"Location": "/items/" + quote($V, safe="")}, "body": ""}'],
      },
    ],
    right: ['allow-list', 'tuple membership', 'lookup', 'index', 'Enum', 'host list'],
    wrong: ['html.escape', 'line breaks out', 'str'],
    partial: ['isinstance', 'length', 'strip', 'https prefix', 'substring of the host'],
  },
  {
    ...HTML,
    answers: true,
    id: 'HTML body',
    lines: ['» return {"statusCode": 200, "headers": {"content-type": "text/html"}, "body": f"<h1>{$V}</h1>"}'],
    bound: [
      {
        lines: [
          'return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": json.dumps({"heading": $V})}',
        ],
      },
    ],
  },
  {
    ...HTML,
    answers: true,
    id: 'HTML body over several lines',
    lines: [
      'page = "<!doctype html><title>Items</title>"',
      'page += "<p>%s</p>" % $V',
      '» return {',
      '    "statusCode": 200,',
      '    "headers": {"Content-Type": "text/html; charset=utf-8"},',
      '»     "body": page,',
      '}',
    ],
    bound: [
      {
        imports: [{ from: 'jinja2', names: ['Template'] }],
        top: ['page = Template("<p>{{ text }}</p>", autoescape=True)'],
        lines: ['return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": page.render(text=$V)}'],
      },
    ],
  },
  {
    ...HTML,
    ...boto3('ses'),
    id: 'HTML mail',
    lines: [
      'letter = "<p>" + str($V) + "</p>"',
      '» ses.send_email(',
      '    Source="site@example.com",',
      '    Destination={"ToAddresses": ["team@example.com"]},',
      '»     Message={"Subject": {"Data": "An item"}, "Body": {"Html": {"Data": letter}}},',
      ')',
    ],
    bound: [
      {
        lines: [
          'ses.send_email(',
          '    Source="site@example.com",',
          '    Destination={"ToAddresses": ["team@example.com"]},',
          '    Message={"Subject": {"Data": "An item"}, "Body": {"Text": {"Data": str($V)}}},',
          ')',
        ],
      },
    ],
  },
  {
    ...TEMPLATE,
    id: 'jinja2 Template',
    imports: [{ from: 'jinja2', names: ['Template'] }],
    lines: ['» Template($V, autoescape=True).render(name="Ann")'],
    bound: [
      {
        imports: [{ from: 'jinja2', names: ['Template'] }],
        lines: ['Template("<p>{{ text }}</p>", autoescape=True).render(text=$V)'],
      },
    ],
  },
  {
    ...TEMPLATE,
    id: 'jinja2 from_string',
    imports: [JINJA],
    top: ['environment = Environment(autoescape=True)'],
    lines: ['» environment.from_string(f"<p>{$V}</p>").render(name="Ann")'],
    bound: [{ lines: ['environment.from_string("<p>{{ text }}</p>").render(text=$V)'] }],
  },
  {
    rule: 'inj-deser',
    needs: 'text',
    id: 'pickle',
    imports: [whole('pickle')],
    lines: ['» pickle.loads(base64.b64decode($V))'],
    bound: [{ imports: [], lines: ['json.loads(base64.b64decode($V))'] }],
    right: ['allow-list', 'tuple membership'],
    wrong: ['HTML escape without quotes', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    rule: 'inj-deser',
    needs: 'text',
    id: 'yaml.load',
    imports: [whole('yaml')],
    lines: ['» yaml.load($V, Loader=yaml.UnsafeLoader)'],
    bound: [{ lines: ['yaml.safe_load($V)'] }, { lines: ['yaml.load($V, Loader=yaml.SafeLoader)'] }],
    right: ['allow-list', 'tuple membership'],
    wrong: ['HTML escape without quotes', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    rule: 'inj-deser',
    needs: 'text',
    id: 'jsonpickle',
    imports: [whole('jsonpickle')],
    lines: ['» jsonpickle.decode($V)'],
    bound: [{ imports: [], lines: ['json.loads($V)'] }],
    right: ['allow-list', 'tuple membership'],
    wrong: ['HTML escape without quotes', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    rule: 'inj-xxe',
    needs: 'text',
    id: 'lxml with entities',
    imports: [{ from: 'lxml', names: ['etree'] }],
    lines: [
      'parser = etree.XMLParser(resolve_entities=True, no_network=False)',
      '» etree.fromstring($V.encode(), parser)',
    ],
    bound: [
      {
        lines: [
          'parser = etree.XMLParser(resolve_entities=False, no_network=True)',
          'etree.fromstring($V.encode(), parser)',
        ],
      },
      { imports: [whole('defusedxml.ElementTree')], lines: ['defusedxml.ElementTree.fromstring($V)'] },
    ],
    right: ['allow-list', 'tuple membership'],
    wrong: ['line breaks out', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    rule: 'inj-xml',
    needs: 'text',
    id: 'XPath',
    imports: [{ from: 'lxml', names: ['etree'] }],
    top: ['shelf = etree.XML("<books/>")'],
    lines: [`» shelf.xpath(f"//book[author='{$V}']")`],
    bound: [{ lines: ['shelf.xpath("//book[author=$author]", author=$V)'] }],
    right: [...CLOSED, ...PLAIN],
    wrong: ['HTML escape without quotes', 'basename', 'str'],
    partial: LAX,
  },
  {
    rule: 'inj-ldap',
    needs: 'text',
    id: 'ldap3 search',
    imports: [{ from: 'ldap3', names: ['Connection', 'Server'] }],
    top: ['server = Server("ldap.internal.example.com", port=636, use_ssl=True, connect_timeout=3)'],
    lines: [
      'with Connection(server, auto_bind=True, receive_timeout=5) as directory:',
      '»     directory.search("dc=example,dc=com", f"(cn={$V})", attributes=["room"])',
    ],
    bound: [
      {
        imports: [
          { from: 'ldap3', names: ['Connection', 'Server'] },
          { from: 'ldap3.utils.conv', names: ['escape_filter_chars'] },
        ],
        lines: [
          'with Connection(server, auto_bind=True, receive_timeout=5) as directory:',
          '    directory.search("dc=example,dc=com", f"(cn={escape_filter_chars($V)})", attributes=["room"])',
        ],
      },
    ],
    right: [...CLOSED, ...PLAIN],
    wrong: ['html.escape', 'line breaks out', 'str'],
    partial: LAX,
  },
  {
    rule: 'inj-regex',
    needs: 'text',
    id: 're.compile',
    lines: ['» re.compile($V).search("some text of ours")'],
    right: [...CLOSED, ...PLAIN_TEXT, 're.escape'],
    wrong: ['html.escape', 'line breaks out', 'str'],
    partial: ['isinstance', 'length', 'strip', 'name only'],
  },
  {
    rule: 'inj-regex',
    needs: 'text',
    id: 're.sub',
    lines: ['» re.sub($V, "", "some text of ours")'],
    right: [...CLOSED, ...PLAIN_TEXT, 're.escape'],
    wrong: ['html.escape', 'line breaks out', 'str'],
    partial: ['isinstance', 'length', 'strip', 'name only'],
  },
  {
    rule: 'inj-massassign',
    needs: 'structure',
    id: 'whole object into a table',
    imports: [whole('boto3'), { from: 'uuid', names: ['uuid4'] }],
    top: ['comments = boto3.resource("dynamodb").Table("comments")'],
    lines: ['item = {"approved": False, **$V, "id": str(uuid4())}', '» comments.put_item(Item=item)'],
    right: ['picked fields', 'pydantic model'],
    wrong: [],
    partial: [],
  },
  {
    rule: 'inj-log',
    needs: 'text',
    breaks: true,
    id: 'logger.info',
    imports: [whole('logging')],
    top: ['logger = logging.getLogger()', 'logger.setLevel(logging.INFO)'],
    lines: ['» logger.info("asked for %s", $V)'],
    bound: [
      { lines: ['logger.info("asked for %r", $V)'] },
      { lines: ['logger.info(json.dumps({"message": "asked", "item": $V}))'] },
    ],
    right: [...CLOSED, ...PLAIN, 'line breaks out', 'repr', 'quote'],
    wrong: ['html.escape', 'shlex.quote'],
    partial: ['isinstance', 'length', 'first line break only'],
  },
  {
    rule: 'inj-log',
    needs: 'text',
    breaks: true,
    id: 'print',
    lines: ['» print(f"asked for {$V}")'],
    bound: [{ lines: ['print(f"asked for {$V!r}")'] }],
    right: [...CLOSED, ...PLAIN, 'line breaks out', 'repr', 'quote'],
    wrong: ['html.escape', 'shlex.quote'],
    partial: ['isinstance', 'length', 'first line break only'],
  },
  {
    rule: 'inj-header',
    needs: 'text',
    answers: true,
    breaks: true,
    id: 'Set-Cookie',
    lines: [
      '» return {"statusCode": 204, "headers": {"Set-Cookie": f"choice={$V}; Path=/; Secure; HttpOnly; SameSite=Lax"}, "body": ""}',
    ],
    right: [...CLOSED, ...PLAIN, 'quote'],
    wrong: ['str'],
    partial: ['isinstance', 'length'],
  },
  {
    rule: 'inj-env',
    needs: 'text',
    id: 'name of an environment variable',
    lines: ['» os.environ[$V] = "on"'],
    right: CLOSED,
    wrong: ['html.escape', 'str'],
    partial: ['isinstance', 'length'],
  },
  { ...NAME_IN_CLOUD, ...boto3('s3'), id: 'S3 bucket', lines: ['» s3.get_object(Bucket=$V, Key="index.json")'] },
  {
    ...NAME_IN_CLOUD,
    ...boto3('lambda'),
    id: 'Lambda function',
    top: ['functions = boto3.client("lambda")'],
    lines: ['» functions.invoke(FunctionName=$V, InvocationType="Event")'],
  },
  {
    ...NAME_IN_CLOUD,
    ...boto3('sqs'),
    id: 'SQS queue',
    lines: ['» sqs.send_message(QueueUrl=$V, MessageBody="ready")'],
    bound: [{ lines: ['sqs.send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody=json.dumps({"item": $V}))'] }],
  },
  {
    ...NAME_IN_CLOUD,
    ...boto3('sts'),
    id: 'role to assume',
    lines: ['» sts.assume_role(RoleArn=$V, RoleSessionName="items")'],
  },
  {
    ...NAME_IN_CLOUD,
    id: 'DynamoDB table',
    imports: [whole('boto3')],
    top: ['dynamodb = boto3.resource("dynamodb")'],
    lines: ['» table = dynamodb.Table($V)', '» table.scan(Limit=10)'],
  },
  {
    ...boto3('bedrock-runtime'),
    rule: 'inj-prompt',
    needs: 'text',
    id: 'Bedrock system prompt',
    lines: [
      '» bedrock_runtime.converse(',
      '    modelId="anthropic.claude-3-haiku-20240307-v1:0",',
      '»     system=[{"text": f"Answer about {$V} only."}],',
      '    messages=[{"role": "user", "content": [{"text": "What is new?"}]}],',
      ')',
    ],
    bound: [
      {
        lines: [
          'bedrock_runtime.converse(',
          '    modelId="anthropic.claude-3-haiku-20240307-v1:0",',
          '    system=[{"text": "Answer about our shop only."}],',
          '    messages=[{"role": "user", "content": [{"text": str($V)}]}],',
          ')',
        ],
      },
    ],
    right: [...CLOSED, 'int', 'uuid'],
    wrong: ['html.escape', 'str'],
    partial: ['isinstance', 'length', 'strip'],
  },
  {
    rule: 'dos-input',
    needs: 'text',
    id: 'bytearray',
    lines: ['» bytearray(int($V))'],
    right: ['at most'],
    wrong: ['str'],
    partial: ['int', 'isinstance'],
  },
];
