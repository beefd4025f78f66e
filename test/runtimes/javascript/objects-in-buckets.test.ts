import { describe, expect, test } from '@jest/globals';
import { flowsIn } from '#test/runtimes/run';

const TEMPLATE = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      CodeUri: src/
      Events: { Put: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: s3:ObjectCreated:* } } }
  Uploads: { Type: AWS::S3::Bucket }
`;

/** What a handler does with the object that an event names; `input` says which. */
function flows(...lines: readonly string[]): Promise<readonly string[]> {
  return flowsIn({
    'template.yaml': TEMPLATE,
    'src/app.js': `const { S3Client, S3, GetObjectCommand } = require('@aws-sdk/client-s3'); const AWS = require('aws-sdk');
const v8 = require('v8'); const fs = require('fs'); const AdmZip = require('adm-zip'); const unzipper = require('unzipper');
const s3 = new S3Client({}); const whole = new S3({}); const old = new AWS.S3();
const read = (stream) => new Promise((resolve, reject) => { const chunks = []; stream.on('data', (chunk) => chunks.push(chunk)); stream.on('end', () => resolve(Buffer.concat(chunks))); });
exports.handler = async (event) => {
const [{ s3: { bucket, object } }] = event.Records; const Key = decodeURIComponent(object.key.replace(/\\+/g, ' ')); const input = { Bucket: bucket.name, Key };
${lines.join('\n')}
};
`,
  });
}

const KEY = 'event.Records[].s3.object.key';

describe('an object that was put into a bucket', () => {
  test.each([
    ['const { Body } = await s3.send(new GetObjectCommand(input)); v8.deserialize(await Body.transformToByteArray());'],
    ['const got = await whole.getObject(input); v8.deserialize(Buffer.from(await got.Body.transformToByteArray()));'],
    ['const got = await old.getObject(input).promise(); v8.deserialize(got.Body);'],
    ['old.getObject(input, (error, got) => { if (!error) v8.deserialize(got.Body); });'],
    ['const got = await s3.send(new GetObjectCommand(input)); v8.deserialize(await read(got.Body));'],
    ['v8.deserialize(await read(old.getObject(input).createReadStream()));'],
    [
      'const got = await s3.send(new GetObjectCommand(input)); const all = []; for await (const one of got.Body) all.push(one); v8.deserialize(Buffer.concat(all));',
    ],
  ])('is read: %s', async (line) => {
    expect(await flows(line)).toEqual([`src/app.js:7 deserialization <- ${KEY}`]);
  });

  test('names in an archive lead anywhere', async () => {
    const open = 'const got = await s3.send(new GetObjectCommand(input));';
    const each = `const zip = new AdmZip(Buffer.from(await got.Body.transformToByteArray())); for (const one of zip.getEntries())`;
    expect(await flows(`${open} ${each} fs.writeFileSync('/tmp/' + one.entryName, one.getData());`)).toEqual([
      `src/app.js:7 archive <- ${KEY}`,
    ]);
    expect(
      await flows(
        `${open} got.Body.pipe(unzipper.Parse()).on('entry', (one) => one.pipe(fs.createWriteStream('/tmp/' + one.path)));`,
      ),
    ).toEqual([`src/app.js:7 archive <- ${KEY}`]);
    expect(await flows(`${open} ${each} fs.writeFileSync('/tmp/one', one.getData());`)).toEqual([]);
  });

  test.each([
    ["const { Body } = await s3.send(new GetObjectCommand({ ...input, Key: 'ours' })); v8.deserialize(Body);"],
    ['const { ContentLength } = await s3.send(new GetObjectCommand(input)); v8.deserialize(ContentLength);'],
    [
      'const { Body } = await s3.send(new GetObjectCommand(input)); const { file } = JSON.parse(await Body.transformToString()); fs.readFileSync(file);',
    ],
  ])('silent: %s', async (line) => {
    expect(await flows(line)).toEqual([]);
  });
});

describe('the key of an object', () => {
  const raw = 'const name = event.Records[0].s3.object.key;';

  test('arrives encoded: what marks up a page, or ends a command, is not in it', async () => {
    const used = "require('child_process').exec('ls ' + name); console.log('got ' + name);";
    expect(await flows(`${raw} ${used}`)).toEqual([]);
    const decoded = raw.replace('event.Records[0].s3.object.key', 'decodeURIComponent(event.Records[0].s3.object.key)');
    expect(await flows(`${decoded} require('child_process').exec('ls ' + name);`)).toEqual([
      'src/app.js:7 command <- event.Records[0].s3.object.key',
    ]);
  });

  test('has its slashes all the same, but stays below a directory as long as it is whole', async () => {
    expect(await flows(`${raw} fs.readFileSync('/tmp/' + name); fs.readFileSync(\`/tmp/\${name}.gif\`);`)).toEqual([]);
    expect(await flows(`${raw} fs.readFileSync(name);`)).toHaveLength(1);
    expect(await flows(`${raw} fs.readFileSync('/tmp' + name);`)).toHaveLength(1);
    expect(await flows(`${raw} fs.readFileSync('/tmp/' + name.slice(4));`)).toEqual([
      'src/app.js:7 path <- event.Records[0].s3.object.key',
    ]);
  });
});

describe('what is packed', () => {
  test.each([
    ["zlib.gunzipSync(Buffer.from(event.body, 'base64'));", ['decompression']],
    ["zlib.gunzip(Buffer.from(event.body, 'base64'), (error, text) => {});", ['decompression']],
    ["await util.promisify(zlib.inflate)(Buffer.from(event.body, 'base64'));", ['decompression']],
    ["zlib.gunzipSync(Buffer.from(event.body, 'base64'), { level: 1 });", ['decompression']],
    ["zlib.gunzipSync(Buffer.from(event.body, 'base64'), { maxOutputLength: 1e6 });", []],
    ["zlib.gunzipSync(Buffer.from(event.body, 'base64'), require('./options'));", []],
    ["zlib.gunzipSync(require('fs').readFileSync('data.gz'));", []],
    ["if (event.body.length > 1000) return; zlib.gunzipSync(Buffer.from(event.body, 'base64'));", []],
    ["eval(zlib.gunzipSync(Buffer.from(event.body, 'base64'), { maxOutputLength: 1e6 }).toString());", ['code']],
  ])('%s', async (line, sinks) => {
    const found = await flowsIn({
      'src/app.js': `const zlib = require('zlib'); const util = require('util');\nexports.handler = async (event) => {\n${line}\n};`,
    });
    expect(found.map((one) => one.split(' ')[1])).toEqual(sinks);
  });
});
