import type { Language } from '#runtimes/engine/language';
import { each, type Observer } from '#runtimes/observations/hooks';
import { keyword, only, replacing } from '#runtimes/observations/options';

/** https://flask.palletsprojects.com/en/stable/api/#flask.Flask.run */
const debugging =
  (option: string): Observer =>
  (view) => {
    const written = keyword(view, option);
    if (!written || only(view.args.named.get(option)) !== true) return undefined;
    const { at } = view.context.frame.module;
    view.observe('debug-mode', {
      at: at(written.span),
      details: { option },
      rewrite: replacing('Switch it off', at(written.value.span), 'False'),
    });
    return undefined;
  };

export const DEBUGGING: readonly Readonly<Record<string, Observer>>[] = [
  each(['flask.Flask().run', 'flask.Flask', 'fastapi.FastAPI', 'starlette.applications.Starlette'], debugging('debug')),
  { 'flask.Flask().config.update': debugging('DEBUG') },
];

const FLASK = /^flask\.Flask\(\)(?:\.config)?$/;

/** `app.debug = True`, `app.config['DEBUG'] = True`: https://flask.palletsprojects.com/en/stable/config/#DEBUG */
export const DEBUGGING_HOOKS: Pick<Language, 'assigned'> = {
  assigned: (machine, owner, name, value, at, context) => {
    const isSwitch = /^(?:debug|DEBUG)$/.test(name) && owner.apis.some(({ path }) => FLASK.test(path));
    if (!isSwitch || only(value) !== true) return;
    const { file, span } = at;
    const [before] = /^\s{0,10}=\s{0,10}(?=True\b)/.exec(file.text.slice(span.end, span.end + 40)) ?? [];
    const start = span.end + (before?.length ?? 0);
    machine.observe('debug-mode', at, context, {
      callee: 'flask.Flask',
      details: { option: name },
      rewrite:
        before === undefined
          ? undefined
          : replacing('Switch it off', { file, span: { start, end: start + 'True'.length } }, 'False'),
    });
  },
};
