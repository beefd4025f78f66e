import type { EventShape, Trigger } from '#model/handler';
import {
  AZURE_CONTEXT_V3,
  AZURE_HTTP_NODE_V3,
  AZURE_REGISTRATIONS,
  azureReach,
  azureTriggers,
} from '#runtimes/events/azure';
import { fields, SENDER } from '#runtimes/events/shape';
import { type HandlerLanguage, languageOfPath, moduleFile } from '#runtimes/handlers/module-file';
import { isDeployedCode } from '#runtimes/handlers/nearest';
import { directoryOf, joined, nameOf, type Tree } from '#runtimes/handlers/tree';
import type { SourceFile } from '#source/file';
import { toPlain } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** A handler of an application of Azure or Google, found by how such applications are laid out. */
export interface OtherHandler {
  readonly path: string;
  readonly exported: string | undefined;
  readonly language: HandlerLanguage;
  readonly root: string;
  readonly triggers: readonly Trigger[];
  readonly parameters?: readonly EventShape[];
}

/** Files of code in one application that are looked at. */
const MAX_FILES = 400;

/** The applications of the tree: directories with a `host.json`. */
export function azureApplications(tree: Tree): readonly string[] {
  return tree
    .below('')
    .filter((path) => nameOf(path) === 'host.json' && !/(^|\/)(node_modules|dist|build)\//.test(path))
    .map(directoryOf);
}

/** What has to be read to know an application's handlers: its code and every `function.json`. */
export function azureFiles(tree: Tree, application: string): readonly string[] {
  return tree
    .below(application)
    .filter(
      (path) => nameOf(path) === 'function.json' || (languageOfPath(path) && isCodeOfApplication(path, application)),
    )
    .slice(0, MAX_FILES);
}

function isCodeOfApplication(path: string, application: string): boolean {
  return isDeployedCode(`/${application === '' ? path : path.slice(application.length + 1)}`);
}

/**
 * The handlers of an application: of the old model what each `function.json` names, of the new one the files that register functions.
 * https://learn.microsoft.com/azure/azure-functions/functions-reference-node
 * https://learn.microsoft.com/azure/azure-functions/functions-reference-python
 */
export function azureHandlers(
  tree: Tree,
  application: string,
  read: (path: string) => SourceFile | undefined,
): readonly OtherHandler[] {
  return azureFiles(tree, application).flatMap((path): readonly OtherHandler[] => {
    const file = read(path);
    if (!file) return [];
    if (nameOf(path) === 'function.json') return ofFunctionJson(tree, application, file) ?? [];
    const language = languageOfPath(path);
    if (!language || !registers(file.text, language)) return [];
    const triggers = azureTriggers(file.text, language);
    if (triggers.length === 0) return [];
    return [{ path, exported: undefined, language, root: application, triggers }];
  });
}

function registers(text: string, language: HandlerLanguage): boolean {
  return language === 'python'
    ? /\bazure\.functions\b|\bazure\.durable_functions\b/.test(text)
    : /['"]@azure\/functions['"]/.test(text);
}

/** https://github.com/Azure/azure-functions-host/wiki/function.json */
function ofFunctionJson(tree: Tree, application: string, file: SourceFile): readonly OtherHandler[] | undefined {
  const { root } = parseDocument(file);
  const plain = root && toPlain(root);
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return undefined;
  const directory = directoryOf(file.path);
  const bindings = Array.isArray(plain.bindings) ? plain.bindings : [];
  const found = bindings.flatMap((binding): readonly Trigger[] => {
    if (typeof binding !== 'object' || binding === null || Array.isArray(binding)) return [];
    const type = typeof binding.type === 'string' ? binding.type : '';
    const known = Object.hasOwn(AZURE_REGISTRATIONS, type) ? AZURE_REGISTRATIONS[type] : undefined;
    if (!known || !type.endsWith('Trigger')) return [];
    const level = typeof binding.authLevel === 'string' ? binding.authLevel : undefined;
    const reach = known.kind === 'azure-http' ? azureReach(level) : 'service';
    const { kind, event } = known;
    return [{ kind, reach, label: `${known.label} ${nameOf(directory)}`, entry: undefined, event }];
  });
  const script = typeof plain.scriptFile === 'string' ? plain.scriptFile : undefined;
  const path = scriptOf(tree, application, directory, script);
  const language = path === undefined ? undefined : languageOfPath(path);
  if (path === undefined || !language || found.length === 0) return undefined;
  const entry = typeof plain.entryPoint === 'string' ? plain.entryPoint : undefined;
  if (language === 'python') {
    return [{ path, exported: entry ?? 'main', language, root: application, triggers: found }];
  }
  // The first argument is the context, which has everything; then come the bindings' values.
  const triggers = found.map((trigger) => ({ ...trigger, event: AZURE_CONTEXT_V3 }));
  const value = found.some(({ kind }) => kind === 'azure-http') ? fields(AZURE_HTTP_NODE_V3.fields) : SENDER;
  const parameters = found.every(({ kind }) => kind === 'schedule') ? [AZURE_CONTEXT_V3] : [AZURE_CONTEXT_V3, value];
  return [{ path, exported: entry ?? 'default', language, root: application, triggers, parameters }];
}

function scriptOf(tree: Tree, application: string, directory: string, script: string | undefined): string | undefined {
  if (script === undefined)
    return moduleFile(tree, directory, 'index', 'javascript') ?? moduleFile(tree, directory, '__init__', 'python');
  const written = joined(directory, script);
  if (written === undefined) return undefined;
  const stem = written.replace(/\.[cm]?js$/, '');
  const language = languageOfPath(written) ?? 'javascript';
  const own = moduleFile(tree, '', stem, language) ?? (tree.has(written) ? written : undefined);
  if (own !== undefined || language === 'python') return own;
  // `../dist/Orders/index.js` is compiled from the function's own directory or from `src`.
  const rest = stem.slice(application === '' ? 0 : application.length + 1).replace(/^(dist|build|lib|out)\//, '');
  return ['', 'src'].flatMap((source) => moduleFile(tree, joined(application, source) ?? '', rest, language) ?? [])[0];
}
