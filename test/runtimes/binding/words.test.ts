import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

type Case = readonly [code: string, expected: string | undefined];

/** The body of a handler as the first rewrite leaves it, with lines of the head that it changes; undefined where there is none. */
async function rewritten(path: string, head: string, body: string, indentation: string): Promise<string | undefined> {
  const text = head + body;
  const [handler] = await handlersIn({ [path]: text });
  const rewrite = handler?.flows.find((flow) => flow.rewrite)?.rewrite;
  if (!rewrite) return undefined;
  const known = new Set(head.split('\n'));
  const after = applyEdits(new SourceFile(path, text), rewrite.edits).text.split('\n');
  return after
    .filter((line) => !known.has(line) && line !== '')
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n');
}

describe('commands in JavaScript', () => {
  const HEAD = `const cp = require('child_process');
const { execSync } = require('child_process');
exports.handler = async (event) => {
  const { id, name } = event.queryStringParameters;
`;
  const CASES: readonly Case[] = [
    [
      'cp.exec(`convert ${id} -resize 10x10 /tmp/out.png`, (error) => {});',
      "cp.execFile('convert', [id, '-resize', '10x10', '/tmp/out.png'], (error) => {});",
    ],
    ["cp.execSync('ping -c 1 ' + name);", "cp.execFileSync('ping', ['-c', '1', name]);"],
    [`cp.exec("ls '" + name + "'");`, 'cp.execFile("ls", [name]);'],
    ['cp.execSync(`ls "/tmp/${name}.txt"`);', "cp.execFileSync('ls', [`/tmp/${name}.txt`]);"],
    ['const command = `nslookup ${name}`;\n  cp.execSync(command);', "cp.execFileSync('nslookup', [name]);"],
    [
      'execSync(`ls ${name}`);',
      "const { execSync, execFileSync } = require('child_process');\nexecFileSync('ls', [name]);",
    ],
    // A shell that is asked for by an option.
    ['cp.spawn(`ls -l ${name}`, { shell: true });', "cp.spawn('ls', ['-l', name]);"],
    ["cp.spawn(`ls ${name}`, [], { shell: true, cwd: '/tmp' });", "cp.spawn('ls', [name], { cwd: '/tmp' });"],
    ["cp.spawn('ls', ['-l', name], { cwd: '/tmp', shell: true });", "cp.spawn('ls', ['-l', name], { cwd: '/tmp' });"],
    ["cp.spawnSync('ls', ['*.txt', name], { shell: true });", undefined],
    ["const all = '*.txt';\n  cp.spawnSync('ls', [all, name], { shell: true });", undefined],
    ["cp.spawnSync('ls', [process.env.DIR, name], { shell: true });", undefined],
    ["cp.spawnSync('cd', [name], { shell: true });", undefined],
    ["cp.spawn(`ls ${name}`, { shell: '/bin/bash' });", undefined],
    ['cp.spawn(`ls ${name} | wc`, { shell: true });', undefined],
    // The shell does more: pipes, variables, patterns, what is no program; the program or a shell is chosen.
    ['cp.execSync(`cat ${name} | wc -l`);', undefined],
    ['cp.execSync(`ls $HOME/${name}`);', undefined],
    ['cp.execSync(`ls ${name}/*.txt`);', undefined],
    ['cp.execSync(`cd ${name}`);', undefined],
    ['cp.execSync(`TZ=UTC date ${name}`);', undefined],
    ['cp.execSync(`${name} --help`);', undefined],
    ["cp.execSync(`ls ${name}`, { shell: '/bin/bash' });", undefined],
    ['cp.execSync(`ls ${name}`, event.options);', undefined],
    ['const a = 1, command = `ls ${name}`;\n  cp.execSync(command);', undefined],
  ];
  test.each(CASES)('%s', async (code, expected) => {
    expect(await rewritten('src/app.js', HEAD, `  ${code}\n};\n`, '  ')).toBe(expected && `${expected}\n};`);
  });
});

describe('commands of promises', () => {
  const file = (head: string, more = ''): string => `${head}
exports.handler = async (event) => {
  await run(\`ls -l \${event.queryStringParameters.name}\`);${more}
};
`;
  test.each([
    [
      "const { promisify } = require('util');\nconst { exec } = require('child_process');\nconst run = promisify(exec);",
      "const { execFile } = require('child_process');\nconst run = promisify(execFile);",
    ],
    [
      "const util = require('util');\nconst cp = require('child_process');\nconst run = util.promisify(cp.exec);",
      'const run = util.promisify(cp.execFile);',
    ],
    [
      "const util = require('util');\nconst run = util.promisify(require('child_process').exec);",
      "const run = util.promisify(require('child_process').execFile);",
    ],
  ])('%s', async (head, expected) => {
    const found = await rewritten('src/app.js', '', file(head), '');
    expect(found).toContain(expected);
    expect(found).toContain("await run('ls', ['-l', event.queryStringParameters.name]);");
  });

  test('are left where the function is used elsewhere as well', async () => {
    const head =
      "const { promisify } = require('util');\nconst { exec } = require('child_process');\nconst run = promisify(exec);";
    expect(await rewritten('src/app.js', '', file(head, "\n  await run('ls | wc');"), '')).toBeUndefined();
  });
});

describe('commands in Python', () => {
  const HEAD = `import json
import subprocess


def handler(event, context):
    name = event["queryStringParameters"]["name"]
`;
  const CASES: readonly Case[] = [
    ['subprocess.run(f"ping -c 1 {name}", shell=True)', 'subprocess.run(["ping", "-c", "1", name])'],
    ['subprocess.run(f"ls {name}", shell=True, check=True)', 'subprocess.run(["ls", name], check=True)'],
    [
      'subprocess.check_output("convert %s /tmp/a" % name, shell=True)',
      'subprocess.check_output(["convert", name, "/tmp/a"])',
    ],
    [`subprocess.run("ls '{}'".format(name), shell=True)`, 'subprocess.run(["ls", name])'],
    ['subprocess.run(f"tar xf /tmp/{name}.tar", shell=True)', 'subprocess.run(["tar", "xf", f"/tmp/{name}.tar"])'],
    ['cmd = f"ls {name}"\n    subprocess.call(cmd, shell=True)', 'subprocess.call(["ls", name])'],
    ['import os\n    os.system(f"ls {name}")', 'import os\nsubprocess.call(["ls", name])'],
    ['import os\n    code = os.system(f"ls {name}")', undefined],
    [
      'import os\n    out = os.popen(f"ls {name}").read()',
      'import os\nout = subprocess.run(["ls", name], stdout=subprocess.PIPE, text=True).stdout',
    ],
    ['import os\n    out = os.popen(f"ls {name}").readlines()', undefined],
    ['import os\n    out = os.popen(f"ls {name}").read(10)', undefined],
    ['subprocess.run(f"cat {name} | wc -l", shell=True)', undefined],
    ['subprocess.run(f"ls {name}", shell=True, executable="/bin/bash")', undefined],
    ['subprocess.run(f"ls {name}", shell=True, **event)', undefined],
    ['subprocess.run(f"ls {name!r}", shell=True)', undefined],
  ];
  test.each(CASES)('%s', async (code, expected) => {
    expect(await rewritten('src/app.py', HEAD, `    ${code}\n`, '    ')).toBe(expected);
  });

  test('import what they need, in the order of the other imports', async () => {
    const head =
      '"""Runs."""\nimport json\nimport os\nimport sys\n\nimport boto3\n\n\ndef handler(event, context):\n    name = event["queryStringParameters"]["name"]\n';
    expect(await rewritten('src/app.py', head, '    os.system("ls " + name)\n', '    ')).toBe(
      'import subprocess\nsubprocess.call(["ls", name])',
    );
    const [handler] = await handlersIn({ 'src/app.py': `${head}    os.system("ls " + name)\n` });
    const text = `${head}    os.system("ls " + name)\n`;
    const after = applyEdits(new SourceFile('src/app.py', text), handler?.flows[0]?.rewrite?.edits ?? []).text;
    expect(after).toContain('import os\nimport subprocess\nimport sys\n\nimport boto3\n');
  });
});

describe('YAML that makes objects', () => {
  const HEAD = 'import yaml\n\n\ndef handler(event, context):\n';
  test.each([
    ['yaml.load(event["body"], Loader=yaml.Loader)', 'yaml.safe_load(event["body"])'],
    ['yaml.load(event["body"], yaml.UnsafeLoader)', 'yaml.safe_load(event["body"])'],
    ['yaml.unsafe_load(event["body"])', 'yaml.safe_load(event["body"])'],
    ['yaml.load(stream=event["body"], Loader=yaml.Loader)', 'yaml.safe_load(stream=event["body"])'],
    ['list(yaml.load_all(event["body"], Loader=yaml.CLoader))', 'list(yaml.safe_load_all(event["body"]))'],
  ])('%s', async (code, expected) => {
    expect(await rewritten('src/app.py', HEAD, `    ${code}\n`, '    ')).toBe(expected);
  });
});
