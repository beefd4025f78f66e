import type { Trigger } from '#model/handler';
import { GOOGLE_BACKGROUND, GOOGLE_EVENT, GOOGLE_HTTP } from '#runtimes/events/google';
import type { OtherHandler } from '#runtimes/handlers/azure';
import { type HandlerLanguage, moduleFile } from '#runtimes/handlers/module-file';
import { directoryOf, joined, type Tree } from '#runtimes/handlers/tree';
import type { SourceFile } from '#source/file';

/** Characters of a file that are looked at. */
const MAX_LENGTH = 200_000;

/** Files that may say that a directory is a function of Google Cloud. */
export function googleFiles(tree: Tree, directories: Iterable<string>): readonly string[] {
  return [...new Set(directories)].flatMap((directory) =>
    ['package.json', 'requirements.txt', 'main.py', 'pyproject.toml']
      .flatMap((name) => joined(directory, name) ?? [])
      .filter((path) => tree.has(path)),
  );
}

const FRAMEWORK = /@google-cloud\/functions-framework|\bfunctions[-_]framework\b|\bfirebase-functions\b/;

/**
 * The handlers of a directory that depends on Google's functions framework: what its main file exports, or registers.
 * https://cloud.google.com/functions/docs/writing
 */
export function googleHandlers(
  tree: Tree,
  directory: string,
  read: (path: string) => SourceFile | undefined,
): readonly OtherHandler[] {
  const text = (name: string): string => read(joined(directory, name) ?? '')?.text.slice(0, MAX_LENGTH) ?? '';
  const main = read(joined(directory, 'main.py') ?? '');
  const found: OtherHandler[] = [];
  if (
    main &&
    (FRAMEWORK.test(text('requirements.txt')) || FRAMEWORK.test(text('pyproject.toml')) || FRAMEWORK.test(main.text))
  )
    found.push(...ofPython(main));
  const manifest = text('package.json');
  if (!FRAMEWORK.test(manifest)) return found;
  for (const path of mainFiles(tree, directory, manifest)) {
    const file = read(path);
    if (file) found.push(...ofJavascript(file));
  }
  return found;
}

/** The files that a package of Node.js may start in: `main`, else the framework's own choice. */
export function mainFiles(tree: Tree, directory: string, manifest: string): readonly string[] {
  const [, main] = /"main"\s{0,20}:\s{0,20}"([^"\n]{1,200})"/.exec(manifest) ?? [];
  const stem = main?.replace(/^\.\//, '').replace(/\.[cm]?js$/, '');
  const sources =
    stem === undefined
      ? []
      : [stem, stem.replace(/^(dist|build|lib|out)\//, ''), stem.replace(/^(dist|build|lib|out)\//, 'src/')];
  const modules = [...sources, 'index', 'function', 'src/index', 'src/function'];
  const path = modules.flatMap((module) => moduleFile(tree, directory, module, 'javascript') ?? [])[0];
  return path === undefined ? [] : [path];
}

const PYTHON_DECORATOR =
  /^@(?:functions_framework\.)?(http|cloud_event|typed)\b[^\n]{0,200}\n(?:\s{0,20}(?:async\s{1,5})?def\s{1,5}(\w{1,80}))?/gm;
const PYTHON_FUNCTION = /^def (\w{1,80})\((\w{1,60})(?:\s{0,3}:[^,)]{0,80})?(?:,\s{0,3}(\w{1,40})[^)]{0,80})?\)/gm;

function ofPython(file: SourceFile): readonly OtherHandler[] {
  const root = directoryOf(file.path);
  const text = file.text.slice(0, MAX_LENGTH);
  const triggers = [...text.matchAll(PYTHON_DECORATOR)].map(([, kind, name]) =>
    called(kind === 'cloud_event' ? GOOGLE_EVENT : GOOGLE_HTTP, name),
  );
  if (triggers.length > 0) {
    return [{ path: file.path, exported: undefined, language: 'python', root, triggers }];
  }
  return [...text.matchAll(PYTHON_FUNCTION)].flatMap(([, name, first, second]): readonly OtherHandler[] => {
    const trigger = ofArguments(first, second);
    return trigger ? [{ path: file.path, exported: name, language: 'python', root, triggers: [trigger] }] : [];
  });
}

/** `functions.http('name', …)` and the same imported by name; Firebase's registrations. */
const HTTP =
  /\b(?:functions|functionsFramework|ff)\.http\((?:\s{0,20}['"`]([\w-]{1,80}))?|\bhttp\(\s{0,20}['"`]([\w-]{1,80})|\bonRequest\(|\bonCall\(/g;
const EVENT =
  /\bcloudEvent(?:<[^>\n]{0,80}>)?\(\s{0,20}['"`]([\w-]{1,80})|\bon(?:MessagePublished|ObjectFinalized|Document\w{1,30})\(/g;
const JAVASCRIPT_EXPORT =
  /^(?:module\.)?exports\.(\w{1,80})\s{0,3}=\s{0,3}(?:async\s{0,3})?(?:function\s{0,3}\w{0,60}\s{0,3})?\(?\s{0,5}(\w{1,60})(?:\s{0,3}:[^,)=]{0,60})?(?:,\s{0,5}(\w{1,60}))?|^export\s{1,3}(?:const\s{1,3}(\w{1,80})[^=\n]{0,80}=\s{0,3}(?:async\s{0,3})?\(?|(?:async\s{1,3})?function\s{1,3}(\w{1,80})\s{0,3}\()\s{0,5}(\w{1,60})(?:\s{0,3}:[^,)=]{0,60})?(?:,\s{0,5}(\w{1,60}))?/gm;

function ofJavascript(file: SourceFile): readonly OtherHandler[] {
  const root = directoryOf(file.path);
  const base = { path: file.path, language: 'javascript', root } as const;
  const text = file.text.slice(0, MAX_LENGTH);
  const triggers = [
    ...[...text.matchAll(HTTP)].map(([, name, other]) => called(GOOGLE_HTTP, name ?? other)),
    ...[...text.matchAll(EVENT)].map(([, name]) => called(GOOGLE_EVENT, name)),
  ];
  if (FRAMEWORK.test(text) && triggers.length > 0) return [{ ...base, exported: undefined, triggers }];
  return [...text.matchAll(JAVASCRIPT_EXPORT)].flatMap((match): readonly OtherHandler[] => {
    const exported = match[1] ?? match[4] ?? match[5];
    const trigger = ofArguments(match[2] ?? match[6], match[3] ?? match[7]);
    return exported !== undefined && trigger ? [{ ...base, exported, triggers: [trigger] }] : [];
  });
}

/** A trigger with the name that its function is registered under. */
function called(trigger: Trigger, name: string | undefined): Trigger {
  return name === undefined ? trigger : { ...trigger, label: `${trigger.label} ${name}` };
}

/** The handlers of a file that registers them with the framework itself, whatever the package around it says. */
export function registeredWithGoogle(file: SourceFile, language: HandlerLanguage): readonly OtherHandler[] {
  const text = file.text.slice(0, MAX_LENGTH);
  if (language === 'python') return /^(?:from|import)\s{1,5}functions_framework\b/m.test(text) ? ofPython(file) : [];
  if (!/['"]@google-cloud\/functions-framework['"]/.test(text)) return [];
  return ofJavascript(file).filter(({ exported }) => exported === undefined);
}

/** What a function is called with, by the names that its author gave the arguments. */
function ofArguments(first: string | undefined, second: string | undefined): Trigger | undefined {
  if (/^(req|request)$/.test(first ?? '')) return GOOGLE_HTTP;
  if (/^(cloud_?event|ce)$/i.test(first ?? '')) return GOOGLE_EVENT;
  if (
    /^(event|message|pub_?sub\w{0,20}|file|data)$/i.test(first ?? '') &&
    /^_{0,2}(context|callback)$/.test(second ?? '')
  )
    return GOOGLE_BACKGROUND;
  return undefined;
}
