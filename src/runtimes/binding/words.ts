import { declaredFor, mayChange } from '#runtimes/binding/declaration';
import { type Written, writtenOf } from '#runtimes/binding/units';
import type { CallView } from '#runtimes/engine/view';
import type { Edit } from '#source/edit';
import type { Span } from '#source/span';
import type { Expression } from '#syntax/code/form';

/** A command as a program and its arguments, each as code. */
export interface Words {
  readonly program: string;
  readonly words: readonly string[];
  /** What is replaced by them: the command, where it is written. */
  readonly span: Span;
  /** What else has to change for it: a variable that held the command is gone. */
  readonly edits: readonly Edit[];
}

/** Characters that no shell reads anything into. */
const PLAIN = /^[\w@%+=:,./-]$/;
/** What a shell does by itself: there is no such program. */
export const BUILT_IN =
  /^(?:\.|:|alias|bg|cd|command|eval|exec|exit|export|fg|hash|jobs|popd|pushd|read|set|shift|source|trap|type|ulimit|umask|unset|wait|if|for|while|case|time|\w+=.*)$/;

/**
 * The words of a command that is written in a call: undefined where a shell does more with it than to split it at blanks and take away
 * quotes, and where the program itself is chosen by a value.
 */
export function wordsOf(view: CallView, node: Expression): Words | undefined {
  const { code } = view.context.frame.module;
  const language = view.machine.language.name === 'python' ? 'python' : 'javascript';
  const command = node.kind === 'name' ? declaredFor(code, node.name, node.span) : node;
  const written = command && writtenOf(code.file, command, language);
  if (!command || !written) return undefined;
  const texts = written.values.map((value) => code.file.slice(value.span));
  if (texts.some((text) => /[`\r\n]|\b(?:await|yield)\b|quote\(/.test(text))) return undefined;
  const between = code.file.text.slice(command.span.end, node.span.start);
  if (command !== node && texts.some((text) => mayChange(between, text))) return undefined;
  const pieces = split(written);
  const quote = quoteOf(written, code.file.text);
  const words = pieces?.map((word) => wordAsCode(word, texts, quote, language));
  const [program, ...others] = words ?? [];
  const [first] = pieces ?? [];
  if (!program || !first || first.length !== 1 || typeof first[0] !== 'string' || BUILT_IN.test(first[0]))
    return undefined;
  const list = others.filter((word) => word !== undefined);
  if (list.length !== others.length) return undefined;
  const edits = command === node ? [] : declaredAt(view, command);
  return edits && { program, words: list, span: node.span, edits };
}

/** The statement that set a variable, with its line, since nothing else uses it. */
function declaredAt(view: CallView, command: Expression): readonly Edit[] | undefined {
  const { file } = view.context.frame.module.code;
  const { text } = file;
  const line = text.lastIndexOf('\n', command.span.start - 1) + 1;
  if (!/^[ \t]*(?:(?:const|let)\s+)?[\w$]+(?:\s*:\s*[\w.]+)?\s*=\s*$/.test(text.slice(line, command.span.start)))
    return undefined;
  if (!/^[ \t]*;?[ \t]*(?:\r?\n|$)/.test(text.slice(command.span.end, command.span.end + 200))) return undefined;
  const [rest = ''] = /^[ \t]*;?[ \t]*\r?\n?/.exec(text.slice(command.span.end)) ?? [];
  return [{ path: file.path, span: { start: line, end: command.span.end + rest.length }, text: '' }];
}

type Word = readonly (string | number)[];

function split({ units }: Written): readonly Word[] | undefined {
  const words: (string | number)[][] = [];
  let word: (string | number)[] | undefined;
  let quote = '';
  const add = (piece: string | number): void => {
    if (!word) {
      word = [];
      words.push(word);
    }
    const last = word.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') word[word.length - 1] = last + piece;
    else word.push(piece);
  };
  for (const { char, value } of units) {
    if (value !== undefined) add(value);
    else if (char === undefined) return undefined;
    else if (char === quote && quote !== '') quote = '';
    else if (quote !== '') {
      if (/[\\$`"'{}\r\n]/.test(char)) return undefined;
      add(char);
    } else if (char === "'" || char === '"') {
      quote = char;
      add('');
    } else if (char === ' ') word = undefined;
    else if (PLAIN.test(char)) add(char);
    else return undefined;
  }
  return quote === '' ? words.map((one) => one.filter((piece) => piece !== '' || one.length === 1)) : undefined;
}

function wordAsCode(
  word: Word,
  texts: readonly string[],
  quote: string,
  language: 'javascript' | 'python',
): string | undefined {
  const [first] = word;
  if (word.length === 1 && typeof first === 'number') return texts[first];
  if (word.every((piece) => typeof piece === 'string')) return `${quote}${word.join('')}${quote}`;
  if (language === 'javascript')
    return `\`${word.map((piece) => (typeof piece === 'string' ? piece : `\${${texts[piece]}}`)).join('')}\``;
  const inside = word.flatMap((piece) => (typeof piece === 'string' ? [] : [texts[piece] ?? '']));
  const outer = [quote, '"', "'"].find((one) => inside.every((text) => !text.includes(one)));
  if (outer === undefined || inside.some((text) => /[{}\\!:]/.test(text))) return undefined;
  return `f${outer}${word.map((piece) => (typeof piece === 'string' ? piece : `{${texts[piece]}}`)).join('')}${outer}`;
}

/** The quote that the author uses. */
function quoteOf({ tokens }: Written, text: string): string {
  const [own] = tokens;
  if (own && own.quote.length === 1 && own.quote !== '`') return own.quote;
  return (text.match(/"/g) ?? []).length > (text.match(/'/g) ?? []).length ? '"' : "'";
}
