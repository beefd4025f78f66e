import { declaredFor, mayChange } from '#runtimes/binding/declaration';
import { type Dialect, type Parameter, parametersIn, type Unit } from '#runtimes/binding/statement';
import { type Written, writtenOf } from '#runtimes/binding/units';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Expression } from '#syntax/code/form';

/** A statement with parameters in the place of values. */
export interface Bound {
  readonly edits: readonly Edit[];
  /** What is bound, in the order of the parameters, as code. */
  readonly values: readonly string[];
  /** What the parameters are called where they have names, one for each value. */
  readonly names: readonly string[];
}

/** Values that are quoted already, or put together for SQL: bound, they would be another text. */
const PREPARED = /\b(?:\w*(?:escape|quote|literal|format|mogrify)\w*|raw|Raw|join|sql|SQL)\s*[(`]/i;
/** What may not move to another place. */
const STAYS = /\b(?:await|yield|lambda|function)\b|=>|:=|[\r\n`]|\+\+|--|(?<![=!<>])=(?!=)/;

/**
 * Binds the values of a statement that is written in a call, or in a variable of which the call is the only use.
 * @param node the statement as the call is given it
 * @param asText how a value is written that may be no text, for drivers that make more of it than one value
 */
export function bindValues(
  view: CallView,
  node: Expression,
  dialect: Dialect,
  asText?: (text: string) => string,
): Bound | undefined {
  const { code } = view.context.frame.module;
  const language = view.machine.language.name === 'python' ? 'python' : 'javascript';
  const statement = node.kind === 'name' ? declaredFor(code, node.name, node.span) : node;
  const written = statement && writtenOf(code.file, statement, language);
  if (!statement || !written) return undefined;
  const between = node === statement ? '' : code.file.text.slice(statement.span.end, node.span.start);
  const binder = new Binder(view, code.file, language, written, dialect, between, asText);
  return binder.bind();
}

class Binder {
  constructor(
    readonly view: CallView,
    readonly file: SourceFile,
    readonly language: 'javascript' | 'python',
    readonly written: Written,
    readonly dialect: Dialect,
    /** The code between the statement and the call that runs it. */
    readonly between: string,
    readonly asText: ((text: string) => string) | undefined,
  ) {}

  bind(): Bound | undefined {
    const { units } = this.written;
    const found = parametersIn(units, this.dialect, (value) => this.#isOurs(value));
    if (!found || !this.#canStay(found.parameters)) return undefined;
    if (found.kept.length > 0 && this.written.without.length > 0) return undefined;
    const edits: Edit[] = [...this.written.without];
    const values: string[] = [];
    const names: string[] = [];
    for (const parameter of found.parameters) {
      const value = this.#valueOf(parameter);
      const edit = value === undefined ? undefined : this.#edit(parameter, value, values, names);
      if (value === undefined || !edit) return undefined;
      edits.push(edit);
      for (const one of parameter.contents) {
        const joined = typeof one === 'number' ? this.written.joined.get(one) : undefined;
        if (joined) edits.push(joined);
      }
    }
    edits.push(...this.#prefixes(found.parameters, found.kept));
    return { edits, values, names };
  }

  #edit(parameter: Parameter, value: string, values: string[], names: string[]): Edit | undefined {
    const { units, tokens, closing } = this.written;
    const first = units[parameter.first];
    const last = units[parameter.last];
    if (!first || !last) return undefined;
    const span = { start: first.start, end: last.end };
    // Two texts become one only where they are added, and look alike.
    const touched = tokens.filter((token) => token.span.start < span.end && span.start < token.span.end);
    const isJoined = parameter.contents.some((one) => typeof one === 'number' && this.written.joined.has(one));
    const differ = touched.some(({ prefix, quote }) => prefix !== '' || (quote !== touched[0]?.quote && !isJoined));
    if (touched.length > 1 && differ) return undefined;
    let place = values.length;
    const { placeholder } = this.dialect;
    if (placeholder === ':' || placeholder === '@') {
      const same = values.indexOf(value);
      const name = same >= 0 ? names[same] : this.#nameFor(value, names);
      if (name === undefined) return undefined;
      if (same < 0) {
        values.push(value);
        names.push(name);
      }
      place = same < 0 ? place : same;
    } else {
      values.push(value);
      names.push('');
    }
    const text = {
      $: `$${place + 1}`,
      '?': '?',
      '%s': '%s',
      ':n': `:${place + 1}`,
      ':': `:${names[place]}`,
      '@': `@${names[place]}`,
    }[placeholder];
    const end = last.value === undefined ? '' : (closing.get(last.value) ?? '');
    return { path: this.file.path, span, text: text + end };
  }

  /** The last name in a value, or the last two where the last one is taken: `pathId` of `event.path.id`. */
  #nameFor(value: string, taken: readonly string[]): string | undefined {
    const words = value.match(/[A-Za-z_]\w*/g) ?? [];
    const known = words.filter((word) => !/^(?:get|String|str|int|Number|trim|strip)$/.test(word));
    const [last, before] = [known.at(-1), known.at(-2)];
    if (last === undefined) return undefined;
    const both =
      this.language === 'python'
        ? `${before ?? 'value'}_${last}`
        : `${before ?? 'value'}${last[0]?.toUpperCase()}${last.slice(1)}`;
    // The pieces of one statement share their names.
    const name = (this.dialect.piece && before !== undefined ? [both] : [last, both]).find(
      (one) => !taken.includes(one),
    );
    if (name === undefined || new RegExp(`[:@]${name}\\b`).test(this.file.text)) return undefined;
    return name;
  }

  /** What is bound as code; undefined where it cannot be told to mean the same. */
  #valueOf({ first, last, contents }: Parameter): string | undefined {
    const isBare = first === last;
    const texts: string[] = [];
    for (const one of contents) {
      const text = typeof one === 'string' ? one : this.#textOf(one, isBare);
      if (text === undefined) return undefined;
      texts.push(text);
    }
    if (texts.length === 1) return texts[0];
    if (contents.every((one) => typeof one === 'string')) return undefined;
    const inside = (open: string, close: string): string =>
      texts.map((text, index) => (typeof contents[index] === 'string' ? text : `${open}${text}${close}`)).join('');
    if (this.language === 'javascript') return `\`${inside('${', '}')}\``;
    const own = contents.flatMap((one, index) => (typeof one === 'string' ? [] : [texts[index] ?? '']));
    const quote = ['"', "'"].find((one) => !own.some((text) => text.includes(one)));
    if (quote === undefined || own.some((text) => /[{}\\!:]/.test(text))) return undefined;
    return `f${quote}${inside('{', '}')}${quote}`;
  }

  #textOf(at: number, isBare: boolean): string | undefined {
    const node = this.written.values[at];
    if (
      !node ||
      node.kind === 'list' ||
      node.kind === 'object' ||
      node.kind === 'sequence' ||
      node.kind === 'comprehension'
    )
      return undefined;
    // What is put together here may be a text with its quotes, or a word of SQL.
    if (isBare && !['name', 'member', 'call'].includes(node.kind)) return undefined;
    const text = this.file.slice(node.span);
    if (STAYS.test(text.replace(/[=!<>]==?/g, '')) || PREPARED.test(text)) return undefined;
    if (this.between !== '' && mayChange(this.between, text)) return undefined;
    const value = this.#known(node);
    if (value && !isOneValue(value, isBare)) return undefined;
    const mayBeMore = value === undefined || value.taints.some(({ path }) => path.includes('<json>'));
    return this.asText && mayBeMore && node.kind !== 'template' ? this.asText(text) : text;
  }

  /** What a name or a field of one is known to be: other expressions are not run again. */
  #known(node: Expression): Value | undefined {
    let root = node;
    while (root.kind === 'member' && typeof root.property === 'string') root = root.object;
    return root.kind === 'name' || root.kind === 'this'
      ? this.view.machine.evaluate(node, this.view.context)
      : undefined;
  }

  /** Whether nobody outside decides a value. */
  #isOurs(at: number): boolean {
    const node = this.written.values[at];
    const value = node && this.#known(node);
    return value?.taints.every(({ origin }) => origin !== 'event' && origin !== 'stored') ?? false;
  }

  /** A driver that puts values in for `%s` reads other signs of the same kind as well. */
  #canStay(parameters: readonly Parameter[]): boolean {
    const isIn = (index: number): boolean => parameters.some(({ first, last }) => index >= first && index <= last);
    const left = this.written.units.filter((unit, index) => unit.char !== undefined && !isIn(index));
    const isPlain = ({ start, end, char }: Unit): boolean =>
      (end - start === 1 || this.file.text[start] === '\\') && (char !== '%' || this.dialect.placeholder !== '%s');
    return left.every(isPlain);
  }

  /** An f-string without any value is a text. */
  #prefixes(parameters: readonly Parameter[], kept: readonly number[]): readonly Edit[] {
    const { tokens, units } = this.written;
    const within = (token: { readonly start: number; readonly end: number }, index: number): boolean =>
      (units[index]?.start ?? -1) >= token.start && (units[index]?.end ?? Number.POSITIVE_INFINITY) <= token.end;
    return tokens.flatMap(({ span, prefix }) => {
      if (!/f/i.test(prefix) || !parameters.some(({ first }) => within(span, first))) return [];
      if (units.some(({ value }, index) => value !== undefined && kept.includes(value) && within(span, index)))
        return [];
      return [{ path: this.file.path, span: { start: span.start, end: span.start + prefix.length }, text: '' }];
    });
  }
}

/** Whether a value is one value, and none of SQL's own words or quotes. */
function isOneValue(value: Value, isBare: boolean): boolean {
  if (value.objects.length > 0 || value.closures.length > 0) return false;
  const pieces = [...value.constants, ...(value.text ?? [])].filter((one) => typeof one === 'string');
  return pieces.every((piece) => (isBare ? /^\d*$/.test(piece) : !/['"`]/.test(piece)));
}
