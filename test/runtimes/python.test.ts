import { describe, expect, test } from '@jest/globals';
import { flowsIn } from '#test/runtimes/run';

/** The sinks that a handler's lines reach, without the log: `body` is the JSON of the request's body, `q` its query. */
async function sinks(imports: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const code = [
    'import json',
    imports,
    'def handler(event, context):',
    "    body = json.loads(event['body'])",
    "    q = event['queryStringParameters']",
    "    x = body['x']",
    "    p = q['p']",
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
  const flows = await flowsIn({ 'src/app.py': code });
  return flows.map((flow) => flow.replace(/^src\/app\.py:\d+ /, ''));
}

const X = 'event.body.x';
const P = 'event.queryStringParameters.p';

describe('what a part of the event reaches', () => {
  test.each([
    ['sql', 'import psycopg2', 'psycopg2.connect("").cursor().execute(f"select * from t where n = \'{p}\'")'],
    ['sql', 'import sqlite3', 'sqlite3.connect("f").execute("select * from t where n = " + p)'],
    ['sql', 'import pymysql', 'pymysql.connect(host="h").cursor().execute("select * from t where n = %s" % p)'],
    ['sql', 'import mysql.connector', 'mysql.connector.connect().cursor().execute("select {}".format(p))'],
    ['sql', 'from sqlalchemy import create_engine, text', 'create_engine("u").connect().execute(text("select " + p))'],
    ['sql', 'import boto3', 'boto3.client("rds-data").execute_statement(sql="select " + p, database="d")'],
    ['sql', 'import boto3', 'boto3.client("athena").start_query_execution(QueryString=f"select {p}")'],
    [
      'sql',
      'import boto3',
      'boto3.client("dynamodb").execute_statement(Statement=f"select * from t where a = \'{p}\'")',
    ],
    ['dynamodb-expression', 'import boto3', 'boto3.resource("dynamodb").Table("t").scan(FilterExpression="a = " + p)'],
    ['cloud-resource', 'import boto3', 'boto3.client("s3").get_object(Bucket=p, Key="k")'],
    ['cloud-resource', 'import boto3', 'boto3.client("lambda").invoke(FunctionName=p)'],
    ['cloud-resource', 'import boto3', 'boto3.resource("dynamodb").Table(p).scan()'],
    ['command', 'import os', 'os.system("ls " + p)'],
    ['command', 'import subprocess', 'subprocess.run(f"ls {p}", shell=True)'],
    ['command', 'import subprocess', 'subprocess.check_output([p, "-l"])'],
    ['command', 'import subprocess', 'subprocess.run(["sh", "-c", "ls " + p])'],
    ['command', 'import paramiko', 'paramiko.SSHClient().exec_command("ls " + p)'],
    ['code', '', 'eval(p)'],
    ['code', '', 'exec("y = " + p)'],
    ['module', 'import importlib', 'importlib.import_module(p)'],
    ['module', 'import settings', 'getattr(settings, p)()'],
    ['path', '', 'open("/tmp/" + p).read()'],
    ['path', 'import os', 'os.remove(os.path.join("/tmp", p))'],
    ['path', 'from pathlib import Path', '(Path("/data") / p).read_text()'],
    ['path', 'import shutil', 'shutil.rmtree(p)'],
    [
      'archive',
      'import tarfile, io, base64',
      'tarfile.open(fileobj=io.BytesIO(base64.b64decode(p))).extractall("/tmp/x")',
    ],
    ['deserialization', 'import pickle, base64', 'pickle.loads(base64.b64decode(p))'],
    ['deserialization', 'import yaml', 'yaml.load(p, Loader=yaml.Loader)'],
    ['deserialization', 'import yaml', 'yaml.unsafe_load(p)'],
    ['url', 'import requests', 'requests.get(p)'],
    ['url', 'import requests', 'requests.Session().post(f"https://{p}/x", json={})'],
    ['url', 'import urllib.request', 'urllib.request.urlopen(urllib.request.Request(p))'],
    ['url', 'import httpx', 'httpx.Client().request("GET", p)'],
    ['template', 'from jinja2 import Template', 'Template("Hello " + p).render()'],
    ['template', 'import jinja2', 'jinja2.Environment().from_string(p).render()'],
    ['xml', 'from lxml import etree', 'etree.fromstring(p)'],
    ['command', 'import os, functools', 'functools.partial(os.system, p)()'],
    ['ldap', 'import ldap3', 'ldap3.Connection("s").search("dc=x", f"(uid={p})")'],
    ['regex', 'import re', 're.search(p, "text")'],
    ['code', 'import pymongo', 'pymongo.MongoClient()["d"]["c"].find({"$where": f"this.a == \'{p}\'"})'],
    ['code', 'import pymongo', 'pymongo.MongoClient().d.c.find({"$or": [{"a": 1}, {"$where": "this.a == " + p}]})'],
    ['url', 'import urllib.request', 'r = urllib.request.Request(p); urllib.request.build_opener().open(r)'],
    ['allocation', '', 'bytearray(int(p))'],
    [
      'allocation',
      'import boto3',
      'boto3.client("dynamodb").get_paginator("scan").paginate(PaginationConfig={"MaxItems": int(p)})',
    ],
    [
      'path',
      'from google.cloud import storage',
      'storage.Client().bucket("b").blob("k").download_to_filename("/tmp/" + p)',
    ],
    ['prompt', 'import boto3', 'boto3.client("bedrock-runtime").converse(system=[{"text": p}], messages=[])'],
    ['format', '', 'p.format(context)'],
    [
      'prompt',
      'import openai',
      'openai.OpenAI().chat.completions.create(messages=[{"role": "system", "content": "You are a shop. " + p}])',
    ],
  ])('%s: %s %s', async (sink, imports, line) => {
    expect(await sinks(imports, line)).toEqual([`${sink} <- ${P}`]);
  });

  test('a filter that is an object of the sender', async () => {
    expect(await sinks('import pymongo', 'pymongo.MongoClient()["d"]["c"].find_one({"name": x})')).toEqual([
      `nosql <- ${X}`,
    ]);
    expect(await sinks('import pymongo', 'pymongo.MongoClient()["d"]["c"].find_one({"name": str(x)})')).toEqual([]);
    // What a query holds is text.
    expect(await sinks('import pymongo', 'pymongo.MongoClient()["d"]["c"].find_one({"name": p})')).toEqual([]);
  });

  test('a record with fields that were never named', async () => {
    const put = (item: string) => sinks('import boto3', `boto3.resource("dynamodb").Table("t").put_item(Item=${item})`);
    expect(await put('{"a": 1, **x}')).toEqual([`record <- ${X}`]);
    expect(await put('{"a": x, "b": x["b"]}')).toEqual([]);
    expect(await put('{name: x[name] for name in ("a", "b")}')).toEqual([]);
  });

  test('a page and a redirect that are answered', async () => {
    expect(
      await sinks('', 'return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>{p}</p>"}'),
    ).toEqual([`html <- ${P}`]);
    expect(await sinks('', 'return {"statusCode": 302, "headers": {"Location": p}}')).toEqual([`redirect <- ${P}`]);
    expect(await sinks('', 'return {"statusCode": 302, "headers": {"Location": "/orders/" + p}}')).toEqual([]);
    expect(await sinks('', 'return {"statusCode": 200, "body": json.dumps({"p": p})}')).toEqual([]);
  });
});

describe('what makes it harmless', () => {
  test.each([
    ['import psycopg2', 'psycopg2.connect("").cursor().execute("select * from t where n = %s", (p,))'],
    ['import sqlite3', 'sqlite3.connect("f").execute("select * from t where n = ?", [p])'],
    ['import sqlite3', 'sqlite3.connect("f").execute(f"select * from t limit {int(p)}")'],
    [
      'import psycopg2\nfrom psycopg2 import sql',
      'psycopg2.connect("").cursor().execute(sql.SQL("select * from {}").format(sql.Identifier(p)))',
    ],
    ['from sqlalchemy import create_engine, text', 'create_engine("u").connect().execute(text("select :p"), {"p": p})'],
    ['import boto3', 'boto3.client("dynamodb").execute_statement(Statement="select ?", Parameters=[{"S": p}])'],
    [
      'import boto3\nfrom boto3.dynamodb.conditions import Key',
      'boto3.resource("dynamodb").Table("t").query(KeyConditionExpression=Key("a").eq(p))',
    ],
    ['import subprocess', 'subprocess.run(["ls", p])'],
    ['import os, shlex', 'os.system("ls " + shlex.quote(p))'],
    ['import os', 'open(os.path.join("/tmp", os.path.basename(p)))'],
    ['from werkzeug.utils import secure_filename', 'open("/tmp/" + secure_filename(p))'],
    ['import yaml', 'yaml.safe_load(p)'],
    ['import yaml', 'yaml.load(p, Loader=yaml.SafeLoader)'],
    ['import requests', 'requests.get(f"https://api.example.com/orders/{p}")'],
    ['import requests', 'requests.get("https://api.example.com/orders", params={"q": p})'],
    ['from jinja2 import Template', 'Template("Hello {{ p }}").render(p=p)'],
    ['import xml.etree.ElementTree as ET', 'ET.fromstring("<a/>").find("b")'],
    ['from lxml import etree', 'etree.fromstring(p, etree.XMLParser(resolve_entities=False))'],
    ['import defusedxml.ElementTree as ET', 'ET.fromstring(p)'],
    ['import re', 're.search(re.escape(p), "text")'],
    ['import tarfile, io', 'tarfile.open(fileobj=io.BytesIO(p)).extractall("/tmp/x", filter="data")'],
    ['import uuid', 'open(f"/tmp/{uuid.UUID(p)}")'],
    ['import pymongo', 'pymongo.MongoClient().d.c.find({"$where": "this.a == 1", "name": p})'],
    ['import urllib.request', 'urllib.request.Request(p)'],
    ['import urllib.request', 'urllib.request.urlopen(urllib.request.Request(f"https://a.example/{p}"))'],
    ['', 'bytearray(p.encode())'],
    ['', 'bytearray(min(int(p), 256) * 2)'],
    ['import boto3', 'boto3.client("bedrock-runtime").converse(messages=[{"role": "user", "content": [{"text": p}]}])'],
    ['', 'range(min(int(p), 100))'],
    ['import html', 'return {"headers": {"Content-Type": "text/html"}, "body": html.escape(p)}'],
    [
      'from ldap3.utils.conv import escape_filter_chars\nimport ldap3',
      'ldap3.Connection("s").search("b", f"(u={escape_filter_chars(p)})")',
    ],
  ])('%s %s', async (imports, line) => {
    expect(await sinks(imports, line)).toEqual([]);
  });

  test.each([
    ['if p not in ("a", "b"): return', 'eval(p)'],
    ['if p in ALLOWED:', '    eval(p)'],
    ['if not p.isdigit(): return', 'eval(p)'],
    ['if not re.fullmatch(r"[a-z0-9]+", p): raise ValueError()', 'eval(p)'],
    ['if re.match(r"^[a-z]{1,20}$", p) is None: return', 'eval(p)'],
    ['m = re.match(r"^([a-z]+)-(.*)$", p)', 'eval(m.group(1))'],
    ['if not isinstance(p, int): return', 'eval(p)'],
    ['if not PATTERN.match(p): return', 'eval(p)'],
    ['if not all(c.isalnum() for c in p): return', 'eval(p)'],
    ['if urlparse(p).hostname not in ALLOWED: return', 'requests.get(p)'],
    ['if not p.startswith("https://api.example.com/"): return', 'requests.get(p)'],
    ['if ".." in p: return', 'open("/tmp/" + p)'],
    ['full = os.path.realpath(os.path.join("/data", p))', 'if full.startswith("/data/"): open(full)'],
    ['full = (Path("/data") / p).resolve()', 'if full.is_relative_to("/data"): full.read_text()'],
    ['n = int(p)', 'if n > 100: return', 'range(n)'],
    ['eval(re.sub(r"[^a-z]", "", p))'],
    ['eval(TABLE[p])'],
    ['eval(TABLE.get(p, "x"))'],
  ])('%s', async (...lines) => {
    const imports = [
      'import os, re, requests',
      'from pathlib import Path',
      'from urllib.parse import urlparse',
      'ALLOWED = ["a.example", "b.example"]',
      'TABLE = {"a": "x"}',
      'PATTERN = re.compile("^[a-z]+$")',
    ].join('\n');
    expect(await sinks(imports, ...lines)).toEqual([]);
  });

  test.each([
    ['import html, os', 'os.system("ls " + html.escape(p))', 'command'],
    ['import os, shlex, sqlite3', 'sqlite3.connect("f").execute("select " + shlex.quote(p))', 'sql'],
    ['import os', 'eval(os.path.basename(p))', 'code'],
    ['import re', 'if re.search(r"[a-z]+", p): eval(p)', 'code'],
    ['import re', 'if re.match(r"[a-z]+", p): eval(p)', 'code'],
    ['', 'if p.startswith("a"): eval(p)', 'code'],
    ['', 'if p != "x": eval(p)', 'code'],
    ['import requests', 'if p.startswith("https://api.example.com"): requests.get(p)', 'url'],
    ['import os', 'open(os.path.normpath("/tmp/" + p))', 'path'],
    ['', 'range(int(p))', 'allocation'],
  ])('but not of the wrong kind: %s %s', async (imports, line, sink) => {
    expect(await sinks(imports, line)).toEqual([`${sink} <- ${P}`]);
  });
});

describe('the way', () => {
  test('leads through classes, modules, context managers and partial functions', async () => {
    const files = {
      'src/app.py': `
import functools
from shop import db
from shop.base import Repository

class Orders(Repository):
    def __init__(self, connection):
        super().__init__(connection)

    def find(self, name):
        return self.run("select * from orders where name = '" + name + "'")

    @staticmethod
    def constant():
        return "x"

def handler(event, context):
    name = event['queryStringParameters']['name']
    with db.connection() as connection:
        Orders(connection).find(name)
        Orders(connection).find(Orders(connection).constant())
    functools.partial(db.remove, name)()
`,
      'src/shop/__init__.py': '',
      'src/shop/db.py': `
import contextlib, sqlite3
@contextlib.contextmanager
def connection():
    yield sqlite3.connect("f")

def remove(name):
    eval(name)
`,
      'src/shop/base.py': `
class Repository:
    def __init__(self, connection):
        self.connection = connection

    def run(self, statement, values=()):
        return self.connection.execute(statement, values)
`,
    };
    expect(await flowsIn(files)).toEqual([
      'src/shop/base.py:7 sql <- event.queryStringParameters.name',
      'src/shop/db.py:8 code <- event.queryStringParameters.name',
    ]);
  });

  const WAYS = `
import asyncio, os, pickle, base64, types
async def waited(value):
    await asyncio.sleep(0)
    return value
async def both(value):
    return await asyncio.gather(waited(1), waited(value))
class Called:
    def __call__(self, value):
        return value
def counted(value, n):
    return counted(value, n - 1) if n else value
def last(*values):
    return values[-1]
`.trim();

  test.each([
    ['eval(asyncio.run(waited(p)))'],
    ['one, two = asyncio.run(both(p))', 'eval(two)'],
    ['eval(Called()(p))'],
    ['eval(counted(p, 2))'],
    ['eval(last(1, p))'],
    ['names = []', 'names.append(p)', 'eval(names[-1])'],
    ['eval(([1] + [p])[1])'],
    ['eval(([1] + [n for n in [p]])[1])'],
    ['space = types.SimpleNamespace()', 'setattr(space, "name", p)', 'eval(getattr(space, "name"))'],
    ['eval(types.SimpleNamespace(name=p).name)'],
    ['key, _, value = p.partition("=")', 'if key == "a": eval(value)'],
    ['if p[:3] == "abc": eval(p)'],
    ['for n in [p]:', '    m = n', 'eval(m)'],
    ['if any(n in ("a", "b") for n in [1]): eval(p)'],
  ])('is followed: %s %s %s', async (...lines) => {
    expect(await sinks(WAYS, ...lines)).toEqual([`code <- ${P}`]);
  });

  test.each([
    ['one, two = asyncio.run(both(p))', 'eval(one)'],
    ['eval(last(p, 1))'],
    ['eval(([1] + [p])[0])'],
    ['for n in [p]:', '    m = n', '    m = "x"', '    eval(m)'],
    ['n = p.split(":")[0]', 'if n not in ("a", "b"): return', 'eval(n)'],
    ['n = p[:20]', 'if n not in ("a", "b"): return', 'eval(n)'],
    ['if not all(n.isalnum() for n in p.split("/")): return', 'eval(p)'],
    ['if any(n not in ("a", "b") for n in p.split("/")): return', 'eval(p)'],
    // What one of ours encodes is one of ours.
    ['if p not in ("YQ==", "Yg=="): return', 'pickle.loads(base64.b64decode(p))'],
  ])('is not taken for another: %s %s %s', async (...lines) => {
    expect(await sinks(WAYS, ...lines)).toEqual([]);
  });

  test('a queue whose ARN cannot be seen is a queue: it does not say where reading starts', async () => {
    const files = {
      'template.yaml': `
Parameters: { Source: { Type: String } }
Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Runtime: python3.13, Handler: app.handler, Code: src/ }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Fn, EventSourceArn: !Ref Source }
`,
      'src/app.py':
        'def handler(event, context):\n    for one in event["Records"]:\n        eval(one["messageId"])\n        eval(one["body"])\n',
    };
    expect(await flowsIn(files)).toEqual(['src/app.py:4 code <- event.Records[].body']);
  });

  describe('an object that was put into a bucket', () => {
    const stored = (...lines: readonly string[]) =>
      flowsIn({
        'template.yaml': `
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src/
      Events: { Put: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: s3:ObjectCreated:* } } }
  Uploads: { Type: AWS::S3::Bucket }
`,
        'src/app.py': `
import boto3, io, json, pickle, tarfile, yaml
from urllib.parse import unquote_plus
def handler(event, context):
    s3 = event["Records"][0]["s3"]
    key = unquote_plus(s3["object"]["key"])
    body = boto3.client("s3").get_object(Bucket=s3["bucket"]["name"], Key=key)["Body"]
    other = boto3.resource("s3").Object(s3["bucket"]["name"], key).get()["Body"].read()
    ours = boto3.client("s3").get_object(Bucket=s3["bucket"]["name"], Key="ours")["Body"]
    table = boto3.resource("dynamodb").Table("t")
${lines.map((line) => `    ${line}`).join('\n')}
`,
      });
    const KEY = 'event.Records[0].s3.object.key';

    test.each([
      ['deserialization', 'pickle.loads(body.read())'],
      ['deserialization', 'yaml.load(other, Loader=yaml.UnsafeLoader)'],
      ['archive', 'tarfile.open(fileobj=io.BytesIO(body.read())).extractall("/tmp/x")'],
      ['code', 'eval(json.loads(body.read().decode())["x"])'],
    ])('%s: %s', async (sink, line) => {
      expect(await stored(line)).toEqual([`src/app.py:11 ${sink} <- ${KEY}`]);
    });

    test.each([
      ['pickle.loads(ours.read())'],
      ['yaml.load(other, Loader=yaml.SafeLoader)'],
      ['table.put_item(Item=json.loads(body.read()))'],
      ['eval(len(body.read()))'],
    ])('silent: %s', async (line) => {
      expect(await stored(line)).toEqual([]);
    });
  });

  test('the names in an archive lead wherever they like', async () => {
    const written = (name: string) =>
      sinks(
        'import base64, io, os, zipfile, tarfile',
        'archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(p)))',
        'for one in archive.infolist():',
        `    open(os.path.join("/tmp", ${name}), "wb")`,
      );
    expect(await written('one.filename')).toEqual([`archive <- ${P}`]);
    expect(await written('os.path.basename(one.filename)')).toEqual([]);
    // It takes what climbs out of the names by itself.
    expect(await sinks('import io, zipfile', 'zipfile.ZipFile(io.BytesIO(p)).extractall("/tmp/x")')).toEqual([]);
  });

  test('a cell of a sheet that begins like a formula', async () => {
    const row = (cell: string) => sinks('import csv, io', `csv.writer(io.StringIO()).writerow([${cell}])`);
    expect(await row('p')).toEqual([`csv <- ${P}`]);
    expect(await row('"\'" + p if p.startswith(("=", "+", "-", "@")) else p')).toEqual([]);
    expect(await row('"\'" + p if p.startswith("=") else p')).toEqual([`csv <- ${P}`]);
  });

  test('the environment, but not by a name out of a list of ours', async () => {
    expect(await sinks('import os', 'os.environ["LD_PRELOAD"] = p')).toEqual([`environment <- ${P}`]);
    expect(await sinks('import os', 'os.environ[p] = "on"')).toEqual([`environment <- ${P}`]);
    expect(await sinks('import os', 'os.environ[{"a": "TZ", "b": "LANG"}[p]] = x')).toEqual([]);
  });

  test('a model that keeps fields which it does not name', async () => {
    const put = (extra: string) =>
      flowsIn({
        'src/app.py': `
import boto3
from pydantic import BaseModel, ConfigDict
class Listing(BaseModel):
    model_config = ConfigDict(extra="${extra}")
    title: str
def handler(event, context):
    one = Listing.model_validate_json(event["body"])
    boto3.resource("dynamodb").Table("t").put_item(Item={"a": 1, **one.model_dump()})
`,
      });
    expect(await put('allow')).toEqual(['src/app.py:9 record <- event.body']);
    expect(await put('forbid')).toEqual([]);
  });

  test('what the provider vouches for harms nobody', async () => {
    expect(await sinks('', "eval(event['requestContext']['authorizer']['claims']['sub'])")).toEqual([]);
  });
});

describe('frameworks', () => {
  /** The flows of one module, without its name. */
  async function flows(code: string): Promise<readonly string[]> {
    return (await flowsIn({ 'src/app.py': code })).map((flow) => flow.replace(/^src\/app\.py:/, ''));
  }

  test('Powertools: routes, their parameters and the current event', async () => {
    expect(
      await flows(`
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
app = APIGatewayRestResolver()

@app.get("/orders/<name>")
def order(name):
    eval(name)
    eval(app.current_event.json_body["code"])
    eval(app.current_event.get_query_string_value(name="q"))
    eval(app.current_event.http_method)
    return {"name": name}

def handler(event, context):
    return app.resolve(event, context)
`),
    ).toEqual([
      '7 code <- name',
      '8 code <- app.current_event.json_body.code',
      '9 code <- app.current_event.get_query_string_value("q")',
    ]);
  });

  test('Powertools: data classes keep what the provider vouches for', async () => {
    expect(
      await flows(`
from aws_lambda_powertools.utilities.data_classes import event_source, APIGatewayProxyEventV2
@event_source(data_class=APIGatewayProxyEventV2)
def handler(event, context):
    eval(event.json_body["x"])
    eval(event.path_parameters["x"])
    eval(event.request_context.authorizer.jwt_claim["sub"])
`),
    ).toEqual(['5 code <- event.json_body.x', '6 code <- event.path_parameters.x']);
  });

  test('Flask behind an adapter', async () => {
    expect(
      await flows(`
import awsgi
from flask import Flask, request, redirect, jsonify
from markupsafe import escape
app = Flask(__name__)

@app.route("/orders/<int:number>/<name>", methods=["GET"])
def order(number, name):
    eval(f"{number}")
    eval(name)
    eval(request.args.get("q"))
    eval(request.args.get("n", type=int))
    eval(request.get_json()["code"])
    if request.args["x"]:
        return redirect(request.args["next"])
    return f"<p>{name}</p>"

@app.post("/safe")
def safe():
    if request.headers:
        return jsonify(request.args["x"])
    return f"<p>{escape(request.form['x'])}</p>"

def handler(event, context):
    return awsgi.response(app, event, context)
`),
    ).toEqual([
      '8 html <- name',
      '10 code <- name',
      '11 code <- request.args.q',
      '13 code <- request.get_json().code',
      '15 redirect <- request.args.next',
    ]);
  });

  test('FastAPI: what an annotation lets through', async () => {
    expect(
      await flows(`
from typing import Annotated, Literal, Optional
from uuid import UUID
from fastapi import FastAPI, Depends, Query, Request
from mangum import Mangum
from pydantic import BaseModel, Field, field_validator
app = FastAPI()

class Order(BaseModel):
    name: str
    size: int
    kind: Literal["a", "b"]
    code: str = Field(..., pattern=r"^[a-z]+$")
    checked: str
    tags: list[str]

    @field_validator("checked")
    @classmethod
    def check(cls, value):
        if value not in ("x", "y"):
            raise ValueError("no")
        return value

@app.post("/orders/{number}")
async def order(number: int, name: str, key: Optional[UUID], sort: Annotated[str, Query(pattern="^[a-z]+$")], order: Order, request: Request, db=Depends(lambda: 1)):
    eval(f"{number}")
    eval(name)
    eval(f"{key}")
    eval(sort)
    eval(order.name)
    eval(f"{order.size}")
    eval(order.kind)
    eval(order.code)
    eval(order.checked)
    eval(order.tags[0])
    eval((await request.json())["x"])
    eval(db)

handler = Mangum(app)
`),
    ).toEqual(['27 code <- name', '30 code <- order.name', '35 code <- order.tags[]', '36 code <- request.json().x']);
  });

  test('models, schemas and parsers judge what they are given', async () => {
    expect(
      await flows(`
import json, jsonschema
from pydantic import BaseModel
from marshmallow import Schema, fields, validate
from aws_lambda_powertools.utilities.parser import parse, envelopes

class Order(BaseModel):
    name: str
    size: int

class Form(Schema):
    name = fields.Str(validate=validate.OneOf(["a"]))
    text = fields.Str()
    size = fields.Int()

SCHEMA = {"type": "object", "properties": {"a": {"enum": ["x"]}, "b": {"type": "string"}, "c": {"type": "integer"}}}

def handler(event, context):
    body = json.loads(event["body"])
    one = Order(**body)
    eval(one.name)
    eval(f"{one.size}")
    eval(Order.model_validate_json(event["body"]).name)
    eval(parse(event=event, model=Order, envelope=envelopes.ApiGatewayV2Envelope).name)
    form = Form().load(body)
    eval(form["name"])
    eval(form["text"])
    eval(f"{form['size']}")
    jsonschema.validate(instance=body, schema=SCHEMA)
    eval(body["a"])
    eval(body["b"])
    eval(f"{body['c']}")
`),
    ).toEqual([
      '21 code <- event.body.name',
      '23 code <- event.body.name',
      '24 code <- event.body.name',
      '27 code <- event.body.text',
      '31 code <- event.body.b',
    ]);
  });
});

describe('what is logged', () => {
  test.each([
    ['print(f"got {p}")', [`log <- ${P}`]],
    ['print(p.replace("\\n", ""))', []],
    ['print(event)', []],
    ['print("event", json.dumps(event))', []],
    // A dictionary is written with its texts quoted.
    ['print(f"headers {event[\'headers\']} {list(event.keys())} {body}")', []],
    ['import logging; logging.getLogger().info("got %s", x)', [`log <- ${X}`]],
    ['from aws_lambda_powertools import Logger; Logger().info(f"got {p}")', []],
  ])('%s', async (line, expected) => {
    expect(await sinks('', line)).toEqual(expected);
  });

  test('what an API does not hand over is nobody’s', async () => {
    expect(await sinks('', 'eval(event["code"])')).toEqual([]);
  });
});
