import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { cases } from '#test/runtimes/javascript/cases';
import { handlersIn } from '#test/runtimes/run';

const AXIOS = "const axios = require('axios');\n---\n";
const SHELL = "const { exec, spawn, execFile } = require('child_process');\n---\n";

describe('requests', () => {
  cases([
    ['await fetch(id);', 'url'],
    ['await fetch(`https://api.example.com/items/${id}`);', ''],
    ['await fetch(`https://${name}.example.com/items/${id}`);', 'url'],
    ['await fetch(`${process.env.API}/items/${id}`);', ''],
    ["await fetch('https://' + process.env.HOST + '/' + id);", ''],
    ["await fetch('https://' + id);", 'url'],
    ["await fetch('https://api.example.com' + id);", 'url'],
    ['const url = name ? `https://a.example.com/${id}` : `https://b.example.com/${id}`; await fetch(url);', ''],
    ['if (!/^https:\\/\\/(?:www|shop)\\.example\\.com(?:\\/|$)/.test(id)) return; await fetch(id);', ''],
    ['if (!/^https:\\/\\/[a-z]+\\.example\\.com[/?#]/.test(id)) return; await fetch(id);', ''],
    ['if (!/^https:\\/\\/shop\\.example\\.com/.test(id)) return; await fetch(id);', 'url'],
    ['if (!/^https:\\/\\/shop\\.example\\.com(?:\\/.*)?/.test(id)) return; await fetch(id);', 'url'],
    ['if (!/^https:\\/\\/[a-z.]+\\//.test(id)) return; await fetch(id);', 'url'],
    ['const url = new URL(id); if (url.hostname !== "a.example.com") return; await fetch(url);', ''],
    ['const url = new URL("https://a.example.com/"); url.searchParams.set("q", id); await fetch(url);', ''],
    [`${AXIOS}await axios.get(body.url);`, 'url'],
    [`${AXIOS}await axios({ method: 'get', url: body.url });`, 'url'],
    [
      `${AXIOS}const client = axios.create({ baseURL: 'https://a.example.com' }); await client.get('/items/' + id);`,
      '',
    ],
    [`${AXIOS}await axios.post('https://a.example.com', { url: body.url });`, ''],
    [`const https = require('https');\n---\nhttps.get({ hostname: id, path: '/' }, () => {});`, 'url'],
    [`const https = require('https');\n---\nhttps.get({ hostname: 'a.example.com', path: id }, () => {});`, ''],
    [`const got = require('got');\n---\nawait got(id).json();`, 'url'],
    [
      `const puppeteer = require('puppeteer-core');\n---\nconst b = await puppeteer.launch(); const p = await b.newPage(); await p.goto(id);`,
      'url',
    ],
  ]);
});

describe('processes and code', () => {
  cases([
    [`${SHELL}exec('ls ' + id);`, 'command'],
    [`${SHELL}execFile('ls', [id]);`, ''],
    [`${SHELL}spawn('ls', [id], { shell: true });`, 'command'],
    [`${SHELL}spawn('sh', ['-c', 'ls ' + id]);`, 'command'],
    [`${SHELL}spawn('sh', ['script.sh', id]);`, ''],
    [`${SHELL}spawn('sh', ['-c', 'ls "$1"', 'sh', id]);`, ''],
    [`${SHELL}spawn('sh', ['-c', ...[body.command]]);`, 'command'],
    [`const run = require('util').promisify(require('child_process').exec);\n---\nawait run('ls ' + id);`, 'command'],
    [`const { quote } = require('shell-quote');\n---\nrequire('child_process').execSync('ls ' + quote([id]));`, ''],
    [`const { execa } = require('execa');\n---\nawait execa('ls', [id]);`, ''],
    ['eval(id);', 'code'],
    ['new Function("a", id)();', 'code'],
    [`const vm = require('vm');\n---\nvm.runInNewContext(body.code, {});`, 'code'],
    ['require(id);', 'module'],
    ['await import(`./${id}.js`);', 'module'],
  ]);
});

describe('files', () => {
  const FS = "const fs = require('fs'); const path = require('path');\n---\n";
  cases([
    [`${FS}fs.readFileSync('/data/' + id);`, 'path'],
    [`${FS}fs.readFileSync(path.join('/data', id));`, 'path'],
    [`${FS}fs.readFileSync(path.join('/data', path.basename(id)));`, ''],
    [`${FS}await fs.promises.readFile('/data/' + id);`, 'path'],
    [`import { readFile } from 'fs/promises';\n---\nawait readFile('/data/' + id);`, 'path'],
    [
      `${FS}const full = path.resolve('/data', id); if (!full.startsWith('/data/')) throw new Error('no'); fs.readFileSync(full);`,
      '',
    ],
    [`${FS}const full = path.resolve('/data', id); fs.readFileSync(full);`, 'path'],
    [
      `${FS}const full = path.resolve('/data', id); if (path.relative('/data', full).startsWith('..')) return; fs.readFileSync(full);`,
      '',
    ],
    [
      `${FS}const full = path.resolve('/data', id); if (!path.relative('/data', full).startsWith('..')) return; fs.readFileSync(full);`,
      'path',
    ],
    [`${FS}if (id.includes('..')) return; fs.readFileSync('/data/' + id);`, ''],
    [
      `${FS}const AdmZip = require('adm-zip');\nconst zip = new AdmZip(Buffer.from(event.body, 'base64')); for (const e of zip.getEntries()) fs.writeFileSync('/tmp/' + e.entryName, e.getData());`,
      'archive',
    ],
  ]);
});

describe('amounts and settings', () => {
  cases([
    ['for (let i = 0; i < Number(n); i++) await fetch("https://a.example.com");', 'allocation'],
    ['for (let i = 0; i < Math.min(Number(n), 10); i++) await fetch("https://a.example.com");', ''],
    ['if (Number(n) > 10) return; for (let i = 0; i < Number(n); i++) await fetch("https://a.example.com");', ''],
    ['return Array.from({ length: Number(n) }, () => 1);', 'allocation'],
    ['return Array.from({ length: Math.min(Number(n), 10) }, () => 1);', ''],
    ['for (let i = 0; i < body.items.length; i++) await fetch("https://a.example.com");', ''],
    ['process.env.NODE_OPTIONS = name;', 'environment'],
    ['process.env.MODE = name;', ''],
    ['process.env.MODE = name === "a" ? "a" : "b";', ''],
    ["return new Response(`<p>${name}`, { headers: { 'Content-Type': 'text/html' } });", 'html'],
    ["return new Response(`<p>${name}`, { headers: { 'Content-Type': 'text/plain' } });", ''],
  ]);
});

describe('commands with their arguments in a list', () => {
  const COMMANDS: readonly (readonly [string, string | undefined])[] = [
    [
      'exec(`convert ${id} -resize ${name}x /tmp/out.png`);',
      "execFile('convert', [id, '-resize', `${name}x`, '/tmp/out.png']);",
    ],
    ['exec(`convert ${id} | sort`);', undefined],
    ['exec(`${id} list`);', undefined],
    ["exec(`ls '${id}'`);", "execFile('ls', [id]);"],
    ["exec('ls ' + id);", "execFile('ls', [id]);"],
  ];
  test.each(COMMANDS)('%s', async (code, expected) => {
    const text = `const { exec } = require('child_process');
exports.handler = async (event) => {
  const { id, name } = event.queryStringParameters;
  ${code}
};
`;
    const [handler] = await handlersIn({ 'src/app.js': text });
    expect(handler?.flows.length).toBeGreaterThan(0);
    const rewrite = handler?.flows[0]?.rewrite;
    const fixed = rewrite && applyEdits(new SourceFile('src/app.js', text), rewrite.edits).text.split('\n');
    expect(fixed?.[3]?.trim()).toBe(expected);
    if (expected !== undefined) expect(fixed?.[0]).toBe("const { exec, execFile } = require('child_process');");
  });
});
