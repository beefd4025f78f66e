import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { grammarFiles } from '#cli/grammar-files';
import { Grammars, type ParserLibrary } from '#syntax/code/grammars';

/** A library whose copies fail at a text `!`, and then may not be asked for anything more. */
function failing(): { readonly library: () => ParserLibrary; readonly copies: () => number } {
  let copies = 0;
  const library = (): ParserLibrary => {
    copies++;
    const isBroken = { value: false };
    class Parser {
      static init = (): Promise<void> => Promise.resolve();
      setLanguage(): this {
        return this;
      }
      parse(text: string): object | null {
        if (isBroken.value) throw new Error('a copy that failed was asked again');
        isBroken.value = text === '!';
        if (isBroken.value) throw new RangeError('Maximum call stack size exceeded');
        return text === '?' ? null : { text };
      }
      reset(): void {}
    }
    return { Parser, Language: { load: () => Promise.resolve({}) } } as unknown as ParserLibrary;
  };
  return { library, copies: () => copies };
}

describe('a text that makes the parser fail', () => {
  it('is given up with the copy of the library that read it, and what comes after is read by another', async () => {
    const { library, copies } = failing();
    const grammars = new Grammars({ ...grammarFiles, library });
    await grammars.load(['python', 'javascript']);
    expect(grammars.parse('!', 'python')).toBeUndefined();
    // Until another is loaded there is none, for the other languages as well.
    expect(grammars.parse('a', 'javascript')).toBeUndefined();
    await grammars.restore();
    expect(grammars.parse('a', 'python')).toMatchObject({ text: 'a' });
    expect(grammars.parse('a', 'javascript')).toMatchObject({ text: 'a' });
    expect(copies()).toBe(2);
  });

  it('is told from one that takes too long, which costs no copy', async () => {
    const { library, copies } = failing();
    const grammars = new Grammars({ ...grammarFiles, library });
    await grammars.load(['python']);
    expect(grammars.parse('?', 'python')).toBeUndefined();
    expect(grammars.parse('a', 'python')).toMatchObject({ text: 'a' });
    expect(copies()).toBe(1);
    expect(() => grammars.parse('a', 'tsx')).toThrow('the grammar of tsx is not loaded');
  });

  // In a process of its own: what imports modules for tests gives no copies of them.
  it('does no harm to the process: neither to other texts, nor when what it left is cleaned up', async () => {
    const code = `
      import { grammarFiles } from '#cli/grammar-files';
      import { Grammars } from '#syntax/code/grammars';
      const grammars = new Grammars(grammarFiles);
      await grammars.load(['python']);
      const told = [];
      for (const lines of [2_500, 20_000, 20_000]) {
        await grammars.restore();
        const hostile = grammars.parse('x: |\\n'.repeat(lines), 'python');
        hostile?.delete();
        await grammars.restore();
        const other = grammars.parse('def f(a):\\n  return a\\n'.repeat(100), 'python');
        told.push([hostile !== undefined, other?.rootNode.namedChildCount, other?.rootNode.hasError]);
        other?.delete();
        gc();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      console.log(JSON.stringify(told));`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', '--conditions=source', '--input-type=module', '-e', code],
      { cwd: fileURLToPath(new URL('../../..', import.meta.url)) },
    );
    expect(JSON.parse(stdout)).toEqual([
      [true, 100, false],
      [false, 100, false],
      [false, 100, false],
    ]);
    expect(stderr).toBe('');
  }, 60_000);
});
