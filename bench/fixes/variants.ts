import { type Document, isCollection, isNode, parseDocument, visit } from 'yaml';
import type { SourceFile } from '#source/file';
import { toPlain } from '#syntax/document';
import { parseDocument as parseTemplate } from '#syntax/parse';

/** Ways in which people's editors and habits leave a template. */
export const VARIANTS = ['crlf', 'bom', 'unterminated', 'tabs', 'json', 'compact', 'flow', 'wide'] as const;
export type Variant = (typeof VARIANTS)[number];

export function isVariant(name: string): name is Variant {
  return VARIANTS.some((one) => one === name);
}

/** A template as somebody else would have written it. */
export function vary(file: SourceFile, variant: Variant): { readonly path: string; readonly text: string } {
  const { path, text } = file;
  switch (variant) {
    case 'crlf':
      return { path, text: text.replace(/\r?\n/g, '\r\n') };
    case 'bom':
      return { path, text: `\uFEFF${text}` };
    case 'unterminated':
      return { path, text: text.trimEnd() };
    case 'tabs':
      return { path, text: isJson(file) ? text : withTabs(text) };
    case 'json':
    case 'compact': {
      const { root } = parseTemplate(file);
      const asJson = root && JSON.stringify(toPlain(root), undefined, variant === 'json' ? 4 : undefined);
      return { path: path.replace(/\.ya?ml$/, '.json'), text: asJson ?? text };
    }
    case 'flow':
      return { path, text: isJson(file) ? text : inBrackets(text) };
    case 'wide':
      return {
        path,
        text: isJson(file) ? text : withWideSteps(text),
      };
  }
}

function isJson({ path, text }: SourceFile): boolean {
  return path.endsWith('.json') || text.trimStart().startsWith('{');
}

/** Tabs where YAML allows them: before and within comments. */
function withTabs(text: string): string {
  return text
    .replace(/^( *)((?:Properties|Type):[ \w:]*)$/gm, '$1$2\t#\tas agreed')
    .replace(/^( +)(Properties:)/gm, '$1# set\tby hand\n$1$2');
}

/** How deep `Resources.Name.Properties` stands among the nodes of YAML's tree, each entry of a map being one. */
const PROPERTIES = 6;

/** What stands in the properties of resources as flow collections, without comments. */
function inBrackets(text: string): string {
  const document = parsed(text);
  if (document.errors.length > 0) return text;
  visit(document, (_, node, path) => {
    if (!isNode(node)) return;
    node.comment = null;
    node.commentBefore = null;
    if (isCollection(node) && path.length >= PROPERTIES) node.flow = true;
  });
  return document.toString({ lineWidth: 0 });
}

function withWideSteps(text: string): string {
  const document = parsed(text);
  return document.errors.length > 0 ? text : document.toString({ indent: 4, indentSeq: false, lineWidth: 0 });
}

/** A key that stands twice is no error to everybody who reads templates. */
function parsed(text: string): Document.Parsed {
  return parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
}
