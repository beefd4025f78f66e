import { describe, expect, it } from '@jest/globals';
import { sinksOf } from './run.js';

const BEFORE = `import { exec } from 'child_process';
declare function outside(x: string): void;
async function ident<T>(x: T): Promise<T> { return x; }
class Base<T> { protected readonly held: T; constructor(held: T) { this.held = held; } }
class Job extends Base<string> {
  #own = '';
  static { Job.count = 1; }
  static count = 0;
  constructor(held: string, private readonly kept: string) { super(held); this.#own = held; }
  run(): void;
  run(now?: boolean): void { exec(this.#own); exec(this.kept); }
}
`;

describe("TypeScript's own words hide nothing", () => {
  it.each([
    ['a call with type arguments that is awaited', 'exec(await ident<string>(event.body));', 1],
    ['members of what such a call gives', 'exec((await ident<string>(event.body).then((x) => x)).trim());', 1],
    ['such a call behind a sign', "if (!ident<string>('x')) return; exec('a' + String(event.body as unknown));", 1],
    ['such a call as the last operand', "const text = 'a' + String<string>(event.body); exec(text);", 1],
    ['private fields and parameters that are fields', 'new Job(event.body, event.body).run();', 2],
    ['what leaves no trace', 'exec((event.body! satisfies string) as string);', 1],
    ['a function before a template', 'const tag = (texts: unknown, x: string) => x; exec(tag`a${event.body}`);', 1],
    [
      'a label',
      'out: for (const a of [1]) { for (const b of [1]) { if (event.rawPath) continue out; exec(event.body); } }',
      1,
    ],
    ['a constant of an enumeration', "enum Kind { A = 'ls' } exec(Kind.A);", 0],
  ])('%s', async (_, body, count) => {
    const code = `${BEFORE}export const handler = async (event: any) => { ${body} };`;
    expect(await sinksOf(code, 'src/app.ts')).toEqual(Array.from({ length: count }, () => 'command'));
  });
});
