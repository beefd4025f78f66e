import type { Rewrite } from '#model/handler';
import type { Model } from '#runtimes/engine/language';
import { cleans, decodes, passes, sink, taintsAt } from '#runtimes/engine/models';
import { UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';
import { rendered, TEMPLATES } from '#runtimes/javascript/models/templates';
import { isBefore, isFrom } from '#runtimes/versions';

const HTML = ['html', 'mail', 'xml'] as const;

/** A template that somebody else wrote is code of its engine; what is filled in is data, which the engine escapes or not. */
const template = sink('template', 0);

/** A mail with HTML in it. */
const mailed: Model = (view) => {
  const messages = view.arg(0);
  view.sink('mail', '0.html');
  view.sink('mail', '0.HtmlBody');
  const one = messages?.objects.some((made) => made.kind === 'list') ? view.items(messages) : undefined;
  const html = one && view.field(one, 'html');
  if (html) view.sink('mail', 0, { value: html });
  return undefined;
};

/** js-yaml reads functions with a schema that says so, before version 4 without one: https://github.com/nodeca/js-yaml/blob/master/migrate_v3_to_v4.md */
const yaml: Model = (view) => {
  const schema = view.arg('1.schema');
  const isOpen = schema
    ? schema.apis.some((one) => /DEFAULT_FULL_SCHEMA|js-yaml-js-types/.test(one.path))
    : !view.arg(1)?.open && isBefore(view.machine.versions, 'js-yaml', [4, 0, 0]);
  if (isOpen) view.sink('deserialization', 0, { rewrite: schema ? undefined : safely(view) });
  return decodes('<json>', 0)(view);
};

/** `safeLoad` and `safeLoadAll`, which version 3 has: https://github.com/nodeca/js-yaml/blob/3.14.1/README.md#safeload-string---options- */
function safely(view: CallView): Rewrite | undefined {
  const { node } = view;
  const { file } = view.context.frame.module.code;
  if (node?.callee.kind !== 'member' || !isFrom(view.machine.versions, 'js-yaml', [3, 0, 0])) return undefined;
  const name = file.slice(node.callee.propertySpan);
  if (!/^load(?:All)?$/.test(name)) return undefined;
  const safe = `safeL${name.slice(1)}`;
  return {
    title: 'Load plain data only',
    applicability: 'unsafe',
    edits: [{ path: file.path, span: node.callee.propertySpan, text: safe }],
  };
}

/** libxmljs expands entities when it is told to: https://github.com/libxmljs/libxmljs/wiki */
const xml: Model = (view) => {
  const isExpanding = [view.arg('1.noent'), view.arg('1.replaceEntities')].some((one) => view.constant(one) === true);
  if (isExpanding) view.sink('xml', 0);
  return undefined;
};

function filtered(view: CallView): undefined {
  view.sink('ldap', 1);
  view.sink('ldap', '1.filter');
  return undefined;
}

/** Texts with a grammar of their own: templates, mails, XML, LDAP filters, serialised objects. */
export const DOCUMENT_FAMILIES = {
  ...family('ejs', { render: rendered('ejs') }),
  ...family('handlebars', {
    compile: template,
    precompile: template,
    SafeString: passes(0),
    escapeExpression: cleans('HTML escaping', HTML, 0),
  }),
  ...family('pug jade', each('render compile compileClient', template)),
  ...family('nunjucks', { ...each('renderString compile', template), Template: template }),
  ...family('mustache', { render: rendered('mustache'), parse: template, escape: cleans('HTML escaping', HTML, 0) }),
  ...family(
    'dot eta squirrelly hogan.js swig art-template',
    each('template compile render renderString renderStringAsync', template),
  ),
  ...family('lodash', { template, escape: cleans('HTML escaping', HTML, 0), unescape: decodes('<decoded>', 0) }),
  // https://nodemailer.com/message/
  ...family('nodemailer', { sendMail: mailed }),
  // https://github.com/sendgrid/sendgrid-nodejs/tree/main/packages/mail
  ...family('@sendgrid/mail', { send: mailed, sendMultiple: mailed }),
  ...family(
    'resend mailgun-js mailgun.js postmark sib-api-v3-sdk',
    each('send create sendEmail sendTransacEmail', mailedAnywhere),
  ),
  ...family('node-serialize', { unserialize: sink('deserialization', 0) }),
  ...family(
    'serialize-to-js funcster cryo',
    each('deserialize deserializeUnsafe deepDeserialize parse', sink('deserialization', 0)),
  ),
  ...family('js-yaml', { ...each('load loadAll', yaml), ...each('safeLoad safeLoadAll', decodes('<json>', 0)) }),
  ...family('yaml yamljs', { parse: decodes('<json>', 0) }),
  ...family('libxmljs libxmljs2', each('parseXml parseXmlString parseHtml', xml)),
  // https://www.npmjs.com/package/xpath
  ...family('xpath', each('select select1 parse evaluate', sink('xpath', 0))),
  ...family('ldapjs ldapts activedirectory2', { search: filtered, parseFilter: sink('ldap', 0) }),
};

function mailedAnywhere(view: CallView): undefined {
  for (const at of ['0.html', '1.html', '0.HtmlBody', '0.htmlContent']) view.sink('mail', at);
  return undefined;
}

const escapesHtml = cleans('HTML escaping', HTML, 0);

export const DOCUMENTS: Readonly<Record<string, Model>> = {
  ...TEMPLATES,
  mustache: template,
  'v8.deserialize': sink('deserialization', 0),
  'escape-html': escapesHtml,
  'lodash.escape': escapesHtml,
  'html-escaper.escape': escapesHtml,
  'html-escaper': escapesHtml,
  'html-entities.encode': escapesHtml,
  'entities.encodeHTML': escapesHtml,
  'entities.escapeUTF8': escapesHtml,
  'entities.encodeXML': escapesHtml,
  'he.encode': escapesHtml,
  'he.escape': escapesHtml,
  'he.decode': decodes('<decoded>', 0),
  'xml-escape': escapesHtml,
  'escape-goat.htmlEscape': escapesHtml,
  'sanitize-html': cleans('HTML sanitising', ['html', 'mail'], 0),
  'dompurify.sanitize': cleans('HTML sanitising', ['html', 'mail'], 0),
  'dompurify().sanitize': cleans('HTML sanitising', ['html', 'mail'], 0),
  xss: cleans('HTML sanitising', ['html', 'mail'], 0),
  'xss.filterXSS': cleans('HTML sanitising', ['html', 'mail'], 0),
  'sanitize-url.sanitizeUrl': passes(0),
  'escape-string-regexp': cleans('escaping of regular expressions', ['regex'], 0),
  'lodash.escapeRegExp': cleans('escaping of regular expressions', ['regex'], 0),
  'ldap-escape.filter': cleans('LDAP escaping', ['ldap'], 0),
  'marked.parse': passes(0),
  marked: passes(0),
  slugify: cleans('a slug', ['path', 'archive', 'html', 'mail', 'command', 'url', 'redirect', 'header', 'log'], 0),
  'v8.serialize': (view) => ({ ...UNKNOWN, taints: taintsAt(view, [0]) }),
};
