import type { Rewrite } from '#model/handler';
import type { Machine } from '#runtimes/engine/machine';
import type { Taint } from '#runtimes/engine/value';
import { importedModule } from '#runtimes/python/imports';
import type { Edit } from '#source/edit';
import type { Span } from '#source/span';
import type { Block, CodeModule, Expression, Handler, Statement, Try } from '#syntax/code/form';

/**
 * Takes what an exception tells out of the answers of the block that catches it: a sentence stands in its place, and the exception in the log,
 * unless it does already. Undefined where the text may be meant for the caller, as of exceptions that the code itself throws.
 * @param taint the mark of the exception that is answered
 */
export function withoutDetails(machine: Machine, { at }: Taint): Rewrite | undefined {
  const code = machine.modules.get(at.file.path)?.code;
  const handler = code && handlerAround(code, at.span);
  if (!code || !handler || throwsItself(machine)) return undefined;
  return new Answers(code, handler, machine.language.name).rewrite();
}

/** Whether exceptions may be the code's own, whose text somebody wrote for the caller. */
function throwsItself({ modules }: Machine): boolean {
  for (const { code } of modules.values())
    if (/\bthrow\s|^\s*raise\s+[\w(]|\bPromise\.reject\(|\babort\(/m.test(code.file.text)) return true;
  return false;
}

/** The innermost block that catches an exception around a place. */
function handlerAround(code: CodeModule, span: Span): Handler | undefined {
  let found: Handler | undefined;
  const work: unknown[] = [code.body];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node) && (node as { kind?: unknown }).kind === 'try')
      for (const one of (node as Try).handlers)
        if (one.span.start <= span.start && span.end <= one.span.end && (!found || one.span.start > found.span.start))
          found = one;
    for (const one of Object.values(node)) if (typeof one === 'object') work.push(one);
  }
  return found;
}

/** What is answered where a server is at fault, and otherwise. */
const AT_FAULT = 'Internal server error';
const FAILED = 'The request failed';

/** A status that the exception brings: then its text is meant for the caller as well. */
const OWN_STATUS = /\b(?:statusCode|status|status_code|httpStatus|http_status|expose)\b/;

/** Calls that answer: methods of a response, callbacks. */
const ANSWERS = /^(?:res|response|reply|callback|cb)\b/;

/** A call that writes to the log. */
const LOGS = /\b(?:console|\w{0,30}(?:[lL]og|LOG)\w{0,30}|print)(?:\s{0,5}\.\s{0,5}\w{1,30})?\(/g;

class Answers {
  readonly #edits: Edit[] = [];
  /** The name of the exception. */
  readonly #name: string | undefined;
  readonly #quote: string;
  #isDoubtful = false;
  /** What stands for the details in the statement at hand. */
  #text = FAILED;

  constructor(
    readonly code: CodeModule,
    readonly handler: Handler,
    readonly language: 'javascript' | 'python',
  ) {
    const { text } = code.file;
    this.#name = handler.parameter?.kind === 'name' ? handler.parameter.name : undefined;
    this.#quote = (text.match(/"/g) ?? []).length > (text.match(/'/g) ?? []).length ? '"' : "'";
  }

  rewrite(): Rewrite | undefined {
    if (this.language === 'javascript' && this.#name === undefined) return undefined;
    this.#block(this.handler.body);
    if (this.#isDoubtful || this.#edits.length === 0) return undefined;
    if (!this.#isLogged() && !this.#log()) return undefined;
    if (this.language === 'python') this.#tidy();
    if (this.#overlap()) return undefined;
    return { title: 'Keep the details in the log', applicability: 'unsafe', edits: this.#edits };
  }

  #overlap(): boolean {
    const spans = this.#edits.map(({ span }) => span).sort((a, b) => a.start - b.start);
    return spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0));
  }

  #block(body: Block): void {
    for (const one of body) {
      if (one.kind === 'block') this.#block(one.body);
      else if (one.kind === 'if' && this.#isOf(one.test)) {
        this.#block(one.then);
        this.#block(one.otherwise);
      } else this.#statement(one);
    }
  }

  #statement(statement: Statement): void {
    const text = this.code.file.slice(statement.span);
    const isCall = statement.kind === 'expression' && statement.value.kind === 'call' && ANSWERS.test(text);
    const made = responseIn(statement);
    const value = isCall || statement.kind === 'return' ? statement.value : made;
    if (!value || !(this.#mentions(text) || text.includes('traceback'))) return;
    const owned = this.#name === undefined ? [] : [...text.matchAll(this.#word('g'))];
    if (
      owned.some(({ index }) => OWN_STATUS.test(text.slice(index, index + this.#length + 40).split(/[,;}\n]/)[0] ?? ''))
    )
      this.#isDoubtful = true;
    // What the caller did wrong is for the caller to know.
    if (/\b4\d\d\b|BAD_REQUEST|bad_request|badRequest/.test(text)) this.#isDoubtful = true;
    this.#text = /\b5\d\d\b/.test(text) ? AT_FAULT : FAILED;
    this.#walk(value, false);
  }

  /** @param isInText whether it stands within a text, where other quotes would have to be used */
  #walk(node: Expression, isInText: boolean): void {
    if (this.#isDetail(node)) {
      this.#replace(node.span, isInText);
      return;
    }
    switch (node.kind) {
      case 'object':
        this.#object(node, isInText);
        return;
      case 'template':
        this.#template(node, isInText);
        return;
      case 'binary':
        if (node.operator === '+') this.#sum(node, isInText);
        return;
      case 'list':
        for (const { value } of node.items) this.#walk(value, isInText);
        return;
      case 'call':
        if (node.how === 'tagged' && this.#mentions(this.code.file.slice(node.span))) this.#isDoubtful = true;
        if (node.callee.kind === 'member') this.#walk(node.callee.object, isInText);
        for (const { value } of node.args) this.#walk(value, isInText);
        return;
      case 'await':
        this.#walk(node.value, isInText);
        return;
      // Who is told the details depends on something else: that was somebody's decision.
      case 'conditional':
      case 'logical':
        if (this.#mentions(this.code.file.slice(node.span))) this.#isDoubtful = true;
        return;
      default:
    }
  }

  #object(node: Extract<Expression, { kind: 'object' }>, isInText: boolean): void {
    for (const entry of node.entries) {
      if ('spread' in entry) continue;
      const { key, value } = entry;
      const isStack = typeof key === 'string' && /stack|trace/i.test(key);
      if (isStack && this.#isDetail(value) && this.#drop(entry.span)) continue;
      this.#walk(value, isInText);
    }
  }

  /** A field goes with the comma behind it, or before it where it is the last one. */
  #drop({ start, end }: Span): boolean {
    const { text } = this.code.file;
    const after = /^\s{0,200},[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end, end + 400));
    if (after) {
      this.#edit({ start, end: end + after[0].length }, '');
      return true;
    }
    const before = /,\s{0,200}$/.exec(text.slice(Math.max(0, start - 200), start));
    if (!before || !/^\s{0,200}\}/.test(text.slice(end, end + 201))) return false;
    this.#edit({ start: start - before[0].length, end }, '');
    return true;
  }

  #template(node: Extract<Expression, { kind: 'template' }>, isInText: boolean): void {
    const parts = node.parts.filter((part) => part !== '');
    const isOwn = (part: string | Expression): boolean => typeof part !== 'string' && this.#isValue(part);
    if (!parts.some(isOwn)) {
      for (const part of parts) if (typeof part !== 'string') this.#walk(part, true);
      return;
    }
    const [first] = parts;
    const kept = typeof first === 'string' ? trimmed(first) : '';
    if (parts.length === 2 && kept !== '' && isOwn(parts[1] ?? '')) this.#replace(node.span, isInText, kept);
    else this.#replace(node.span, isInText);
  }

  #sum(node: Expression, isInText: boolean): void {
    const operands: Expression[] = [];
    let left = node;
    for (; left.kind === 'binary' && left.operator === '+'; left = left.left) operands.unshift(left.right);
    operands.unshift(left);
    if (!operands.some((one) => this.#isValue(one))) {
      for (const one of operands) this.#walk(one, isInText);
      return;
    }
    const [first] = operands;
    const kept = first?.kind === 'literal' && typeof first.value === 'string' ? trimmed(first.value) : '';
    this.#replace(node.span, isInText, operands.length === 2 ? kept : '');
  }

  #replace(span: Span, isInText: boolean, kept = ''): void {
    if (isInText) this.#isDoubtful = true;
    this.#edit(span, `${this.#quote}${/^[\w ,.-]{1,80}$/.test(kept) ? kept : this.#text}${this.#quote}`);
  }

  #edit(span: Span, text: string): void {
    this.#edits.push({ path: this.code.file.path, span, text });
  }

  /** What is written into a text: of the exception itself also what it is made a text by. */
  #isValue(node: Expression): boolean {
    return this.#isDetail(node) || (node.kind === 'name' && node.name === this.#name);
  }

  /** An expression that is a text of the exception, and nothing else. */
  #isDetail(node: Expression): boolean {
    if (node.kind === 'member')
      return this.#isException(node.object) && /^(?:message|stack)$/.test(String(node.property));
    if (node.kind === 'call') {
      const [argument, ...others] = node.args;
      if (node.callee.kind === 'name' && /^(?:String|str|repr)$/.test(node.callee.name))
        return others.length === 0 && argument !== undefined && this.#isException(argument.value);
      if (node.callee.kind !== 'member') return false;
      const { object, property } = node.callee;
      if (object.kind === 'name' && object.name === 'traceback') return property === 'format_exc';
      return property === 'toString' && node.args.length === 0 && (this.#isException(object) || this.#isDetail(object));
    }
    // `error instanceof Error ? error.message : 'unknown'`, `error.message || 'unknown'`
    const isFixed = (one: Expression): boolean => one.kind === 'literal' || this.#isDetail(one);
    if (node.kind === 'conditional')
      return (
        this.#isOf(node.test) &&
        [node.then, node.otherwise].some((one) => this.#isDetail(one)) &&
        isFixed(node.then) &&
        isFixed(node.otherwise)
      );
    return node.kind === 'logical' && node.operator !== 'and' && this.#isDetail(node.left) && isFixed(node.right);
  }

  #isException(node: Expression): boolean {
    return node.kind === 'name' && node.name === this.#name;
  }

  /** Whether a condition asks what kind of exception it is. */
  #isOf(test: Expression): boolean {
    return this.#mentions(this.code.file.slice(test.span));
  }

  get #length(): number {
    return this.#name?.length ?? 0;
  }

  #word(flags: string): RegExp {
    return new RegExp(String.raw`(?<![\w$.])${(this.#name ?? '').replaceAll('$', String.raw`\$`)}(?![\w$])`, flags);
  }

  #mentions(text: string): boolean {
    return this.#name !== undefined && this.#word('').test(text);
  }

  /** Whether the block writes the exception to the log. */
  #isLogged(): boolean {
    return (
      this.handler.body.some((one) => {
        if (one.kind !== 'expression') return false;
        const text = this.code.file.slice(one.span);
        const [call] = text.match(LOGS) ?? [];
        if (call === undefined || !text.startsWith(call.slice(0, 4))) return false;
        return this.#mentions(text) || /\.exception\(|exc_info\s*=\s*True|format_exc/.test(text);
      }) || /\btraceback\.print_exc\(/.test(this.code.file.slice(this.handler.span))
    );
  }

  /** A line at the start of the block. */
  #log(): boolean {
    const [first] = this.handler.body;
    const { text, path, eol } = this.code.file;
    if (!first) return false;
    const line = text.lastIndexOf('\n', first.span.start - 1) + 1;
    const indentation = text.slice(line, first.span.start);
    if (!/^[ \t]*$/.test(indentation) || line <= this.handler.span.start) return false;
    const place = { start: first.span.start, end: first.span.start };
    if (this.language === 'javascript') {
      const semicolon = /;[ \t]*\r?\n/.test(text) ? ';' : '';
      if (semicolon === '' && /^[([`+/-]/.test(text.slice(first.span.start))) return false;
      if (/\b(?:const|let|var|function)\s+console\b/.test(text)) return false;
      this.#edits.unshift({ path, span: place, text: `console.error(${this.#name})${semicolon}${eol}${indentation}` });
      return true;
    }
    const own =
      /^(\w{1,40})\s{0,5}=\s{0,5}(?:logging\.getLogger|(?:aws_lambda_powertools\.)?Logger|structlog\.get_logger)\(/m.exec(
        text,
      )?.[1];
    const logging = own === undefined ? importedModule(this.code, 'logging') : { name: own, edits: [] };
    if (!logging) return false;
    const call = `${logging.name}.exception(${this.#quote}${FAILED}${this.#quote})`;
    this.#edits.unshift(...logging.edits, { path, span: place, text: `${call}${eol}${indentation}` });
    return true;
  }

  /** A name or module that only the details needed goes as well. */
  #tidy(): void {
    const { text } = this.code.file;
    const isLeft = (word: RegExp, from: Span): boolean =>
      [...text.slice(from.start, from.end).matchAll(word)].some(({ index }) => {
        const at = from.start + index;
        return !this.#edits.some(({ span }) => span.start <= at && at < span.end);
      });
    const [first] = this.handler.body;
    const head = first && / as \w{1,60}(?=\s{0,5}:)/.exec(text.slice(this.handler.span.start, first.span.start));
    if (first && head && this.#name !== undefined && head[0] === ` as ${this.#name}`) {
      const start = this.handler.span.start + head.index;
      if (!isLeft(this.#word('g'), { start: start + head[0].length, end: this.handler.span.end }))
        this.#edit({ start, end: start + head[0].length }, '');
    }
    const imported = /^import traceback[ \t]*\r?\n/m.exec(text);
    if (!imported) return;
    const end = imported.index + imported[0].length;
    const word = /\btraceback\b/g;
    if (!isLeft(word, { start: 0, end: imported.index }) && !isLeft(word, { start: end, end: text.length }))
      this.#edit({ start: imported.index, end }, '');
  }
}

/** `response = { statusCode: 500, … }`: a response that is answered later. */
function responseIn(statement: Statement): Expression | undefined {
  const assigned =
    statement.kind === 'expression' && statement.value.kind === 'assignment' ? statement.value : undefined;
  const value = statement.kind === 'declaration' ? statement.value : assigned?.value;
  if (value?.kind !== 'object' || assigned?.operator !== undefined) return undefined;
  return value.entries.some((one) => !('spread' in one) && one.key === 'statusCode') ? value : undefined;
}

/** What somebody wrote before the details. */
function trimmed(text: string): string {
  return text.replace(/[\s:;,.(=-]{1,20}$/, '').trim();
}
