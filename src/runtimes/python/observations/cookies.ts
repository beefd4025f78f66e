import type { Rewrite } from '#model/handler';
import type { Language } from '#runtimes/engine/language';
import type { CallView } from '#runtimes/engine/view';
import { isIdentity } from '#runtimes/observations/answers';
import { each, type Observer } from '#runtimes/observations/hooks';
import { keyword, only, textOf, withArgument } from '#runtimes/observations/options';
import type { Location } from '#source/file';

const TITLE = 'Keep scripts and plain http away from the cookie';

const FLAGS: readonly (readonly [keyword: string, flag: string])[] = [
  ['secure', 'Secure'],
  ['httponly', 'HttpOnly'],
];

/** https://flask.palletsprojects.com/en/stable/api/#flask.Response.set_cookie */
const cookie: Observer = (view) => {
  const name = textOf(view.either(0, 'key'));
  if (name === undefined || !isIdentity(name) || view.args.named.has('**') || view.node?.args.some((one) => one.spread))
    return undefined;
  const missing = FLAGS.filter(([flag]) => !view.args.named.has(flag) || only(view.args.named.get(flag)) === false);
  if (missing.length > 0)
    view.observe('cookie-without-flags', {
      details: { cookie: name, missing: missing.map(([, flag]) => flag).join(' and ') },
      rewrite: flagged(
        view,
        missing.map(([flag]) => flag),
      ),
    });
  return undefined;
};

/** Flags that are switched off are switched on, and those that are missing follow the other arguments. */
function flagged(view: CallView, flags: readonly string[]): Rewrite | undefined {
  const { at } = view.context.frame.module;
  const off = flags.flatMap((flag) => keyword(view, flag) ?? []);
  if (off.some((one) => one.value.kind !== 'literal')) return undefined;
  const replaced = off.map(({ value }) => {
    const { file, span } = at(value.span);
    return { path: file.path, span, text: 'True' };
  });
  const absent = flags.filter((flag) => !keyword(view, flag));
  if (absent.length === 0) return { title: TITLE, applicability: 'unsafe', edits: replaced };
  const added = withArgument(view, TITLE, absent.map((flag) => `${flag}=True`).join(', '));
  return added && { ...added, edits: [...replaced, ...added.edits] };
}

export const COOKIES: readonly Readonly<Record<string, Observer>>[] = [
  each(['flask.make_response().set_cookie', 'flask.Response().set_cookie', 'flask.jsonify().set_cookie'], cookie),
];

const JAR = /^http\.cookies\.(?:Simple|Base)Cookie\(\)$/;

/** Whether a file says of a flag of a cookie, in whatever way, nothing but that it is off. */
function isNowhereSet(text: string, flag: string): boolean {
  const all = text.match(new RegExp(`['"]${flag}['"]`, 'gi'))?.length ?? 0;
  const off =
    text.match(new RegExp(`\\[\\s{0,3}['"]${flag}['"]\\s{0,3}\\]\\s{0,3}=\\s{0,3}False\\b`, 'g'))?.length ?? 0;
  return all === off;
}

/** A cookie that is on its way out: https://www.rfc-editor.org/rfc/rfc6265#section-3.1 */
const ENDED =
  /['"]max-age['"]\s{0,3}\]\s{0,3}=\s{0,3}['"]?0\b|['"]expires['"]\s{0,3}\]\s{0,3}=\s{0,3}(?:0\b|['"]Thu, 01)/;

/** `jar['session'] = …`, whose flags are fields of that: https://docs.python.org/3/library/http.cookies.html#morsel-objects */
export const COOKIE_HOOKS: Pick<Language, 'assigned'> = {
  assigned: (machine, owner, name, value, at, context) => {
    if (!owner.apis.some(({ path }) => JAR.test(path)) || !isIdentity(name) || textOf(value) === '') return;
    const { text } = at.file;
    if (ENDED.test(text)) return;
    const missing = FLAGS.filter(([flag]) => isNowhereSet(text, flag));
    if (missing.length > 0)
      machine.observe('cookie-without-flags', at, context, {
        callee: 'http.cookies.SimpleCookie',
        details: { cookie: name, missing: missing.map(([, flag]) => flag).join(' and ') },
        rewrite: flaggedBelow(
          at,
          missing.map(([flag]) => flag),
        ),
      });
  },
};

/** Lines below the one that sets the cookie, where that is a statement of one line; a flag that is switched off there is switched on. */
function flaggedBelow({ file, span }: Location, flags: readonly string[]): Rewrite | undefined {
  const { text } = file;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const indent = text.slice(start, span.start);
  const target = text.slice(span.start, span.end);
  if (end < 0 || !/^[ \t]*$/.test(indent) || !/^\w{1,60}\[[^\]\n]{1,60}\]$/.test(target)) return undefined;
  const value = text.slice(span.end, end);
  if (!/^\s{0,3}=\s{0,3}[\w.]{1,80}(?:\([^()\n]{0,80}\))?\s{0,3}(?:#[^\n]{0,200})?$/.test(value)) return undefined;
  const edits = flags.map((flag) => {
    const off = new RegExp(`\\[\\s{0,3}['"]${flag}['"]\\s{0,3}\\]\\s{0,3}=\\s{0,3}False\\b`).exec(text);
    if (off) {
      const last = off.index + off[0].length;
      return { path: file.path, span: { start: last - 'False'.length, end: last }, text: 'True' };
    }
    return {
      path: file.path,
      span: { start: end, end },
      text: `${lineBreak(text, end)}${indent}${target}['${flag}'] = True`,
    };
  });
  return { title: TITLE, applicability: 'unsafe', edits };
}

function lineBreak(text: string, end: number): string {
  return text[end - 1] === '\r' ? '\r\n' : '\n';
}
