import type { Model } from '#runtimes/engine/language';
import { all, cleans, gives, passes, sink, taintsAt } from '#runtimes/engine/models';
import { EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { made, UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isPage } from '#runtimes/python/answers';

/** What a template gives, with what it was filled with: escaped where the environment says so. */
function rendered(view: CallView, isEscaped: boolean): ReturnType<Model> {
  const taints = [...view.args.list, ...view.args.named.values()].flatMap((one) => view.taints(one));
  return { ...UNKNOWN, taints: made(taints, isEscaped ? safeFor('html', 'mail', 'xml') : 0) };
}

/** Jinja does not escape by itself; Flask's templates do. */
const rendering: Model = (view) => {
  const environment = view.receiver.apis[0]?.path ?? '';
  return rendered(view, environment.includes('escaped'));
};

function escapes(view: CallView): boolean {
  const auto = view.arg('autoescape');
  return auto !== undefined && view.constant(auto) !== false;
}

const environment: Model = (view) => ({
  ...UNKNOWN,
  apis: [{ path: escapes(view) ? 'jinja2.Environment(escaped)' : 'jinja2.Environment()' }],
});

const JINJA = ['jinja2.Environment()', 'jinja2.Environment(escaped)'];

const redirected: Model = (view) => {
  const at = view.arg(0) ? 0 : view.arg('url') ? 'url' : 'location';
  view.sink('redirect', at);
  return undefined;
};

const template: Model = (view) => {
  view.sink('template', 0);
  return { ...UNKNOWN, apis: [{ path: escapes(view) ? 'jinja2.Template(escaped)' : 'jinja2.Template()' }] };
};

/** Template engines. */
export const TEMPLATES: Readonly<Record<string, Model>> = {
  'jinja2.Template': template,
  'jinja2.Environment': environment,
  'jinja2.sandbox.SandboxedEnvironment': gives('jinja2.Sandbox()'),
  'jinja2.sandbox.ImmutableSandboxedEnvironment': gives('jinja2.Sandbox()'),
  ...Object.fromEntries(
    JINJA.flatMap((path): (readonly [string, Model])[] => [
      [`${path}.from_string`, all(sink('template', 0), gives(path.replace('()', '().template')))],
      [`${path}.get_template`, all(sink('path', 0), gives(path.replace('Environment', 'Template')))],
    ]),
  ),
  'jinja2.Environment().from_string': all(sink('template', 0), gives('jinja2.Template()')),
  'jinja2.Environment(escaped).from_string': all(sink('template', 0), gives('jinja2.Template(escaped)')),
  'jinja2.Template().render': rendering,
  'jinja2.Template(escaped).render': rendering,
  'mako.template.Template': all(sink('template', 0), gives('mako.template.Template()')),
  'mako.template.Template().render': (view) => rendered(view, false),
  'fastapi.responses.HTMLResponse': sink('html', 0, 'content'),
  'starlette.responses.HTMLResponse': sink('html', 0, 'content'),
  'fastapi.responses.RedirectResponse': redirected,
  'starlette.responses.RedirectResponse': redirected,
  'flask.redirect': redirected,
  'flask.make_response': (view) => ({
    ...(view.arg(0) ?? UNKNOWN),
    apis: [{ path: `${view.path}()`, args: view.args }],
  }),
  'flask.jsonify': gives('flask.jsonify()'),
  'azure.functions.HttpResponse': (view) => {
    if (isPage(view.arg('mimetype') ?? UNKNOWN)) view.sink('html', view.arg(0) ? 0 : 'body');
    return undefined;
  },
  'aws_lambda_powertools.event_handler.Response': (view) => {
    const kind = view.arg('content_type');
    const named = kind?.apis.some(({ path }) => path.endsWith('content_types.TEXT_HTML'));
    if (kind && (named || isPage(kind))) view.sink('html', 'body');
    return undefined;
  },
  'flask.render_template_string': all(sink('template', 0), (view) => rendered(view, true)),
  'flask.render_template': all(sink('path', 0), (view) => rendered(view, true)),
  'django.template.Template': sink('template', 0),
  'chevron.render': all(sink('template', 0), passes(1)),
  'pystache.render': all(sink('template', 0), passes(1)),
  'tornado.template.Template': sink('template', 0),
  'graphql.graphql_sync': sink('graphql', 1),
  'gql.gql': sink('graphql', 0),
  'ldap.filter.escape_filter_chars': cleans('LDAP escaping', ['ldap'], 0),
  'ldap3.utils.conv.escape_filter_chars': cleans('LDAP escaping', ['ldap'], 0),
  'ldap3.utils.dn.escape_rdn': cleans('LDAP escaping', ['ldap'], 0),
  'ldap.dn.escape_dn_chars': cleans('LDAP escaping', ['ldap'], 0),
  'ldap3.Connection().search': sink('ldap', 0, 1, 'search_filter', 'search_base'),
  ...Object.fromEntries(
    ['search', 'search_s', 'search_st', 'search_ext', 'search_ext_s'].map((name) => [
      `ldap.initialize().${name}`,
      sink('ldap', 0, 2, 'filterstr', 'base'),
    ]),
  ),
  'email.mime.text.MIMEText': (view) => {
    if (view.constant(view.either(1, '_subtype')) === 'html') view.sink('mail', 0);
    return { ...UNKNOWN, apis: [{ path: 'email.mime.text.MIMEText()' }] };
  },
  'email.message.EmailMessage().set_content': html,
  'email.message.EmailMessage().add_alternative': html,
  'smtplib.SMTP().sendmail': sink('mail', 2),
  'smtplib.SMTP_SSL().sendmail': sink('mail', 2),
  'sendgrid.helpers.mail.Mail': sink('mail', 'html_content', 4),
  'os.environ.__setitem__': sink('environment', 1),
  'os.putenv': sink('environment', 0, 1),
  'csv.writer().writerow': row,
  'csv.DictWriter().writerow': row,
};

/** The cells of a row, but those that start with our own text: `'` before the value keeps it from being a formula. */
function row(view: CallView): ReturnType<Model> {
  const given = view.arg(0);
  if (!given) return undefined;
  if (given.objects.length === 0) view.sink('csv', 0);
  for (const one of given.objects) {
    for (const cell of [...one.fields.values(), one.rest, one.spread]) {
      const value = view.machine.state.get(cell);
      const [head] = value?.text ?? [];
      if (value && !(typeof head === 'string' && /^[^=+\-@\t\r\n]/.test(head))) view.sink('csv', 0, { value });
    }
  }
  return undefined;
}

function html(view: CallView): ReturnType<Model> {
  if (view.constant(view.arg('subtype')) === 'html') view.sink('mail', 0);
  return UNKNOWN;
}

/** Digests, random values and tokens are nobody's choice. */
export const CRYPTOGRAPHY: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'new'].map((name) => [
      `hashlib.${name}`,
      gives(`hashlib.${name}()`),
    ]),
  ),
  'hmac.new': gives('hmac.new()'),
  'hmac.compare_digest': (view) => view.check(taintsAt(view, [0, 1]), EVERYTHING),
  'secrets.compare_digest': (view) => view.check(taintsAt(view, [0, 1]), EVERYTHING),
  'jwt.decode': gives('jwt.decode()'),
  'jose.jwt.decode': gives('jose.jwt.decode()'),
  'random.choice': (view) => view.items(view.arg(0) ?? UNKNOWN),
  'secrets.choice': (view) => view.items(view.arg(0) ?? UNKNOWN),
  'uuid.uuid4': gives(),
  'uuid.uuid1': gives(),
  'time.time': gives(),
};
