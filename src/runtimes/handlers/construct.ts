import type { Resource } from '#model/resource';
import type { HandlerName } from '#runtimes/handlers/handler-name';
import { type HandlerLanguage, isCode, moduleFile } from '#runtimes/handlers/module-file';
import { ancestors, directoryOf, joined, nameOf, type Tree } from '#runtimes/handlers/tree';

/** Characters of a construct's text that are looked at. */
const MAX_LENGTH = 4_000;

/** A file that a construct of the CDK names, with the handler in it. */
export interface ConstructSource {
  readonly path: string;
  readonly name: HandlerName;
}

/**
 * The code that a construct of the CDK names where it is written: `entry` of `NodejsFunction` and `PythonFunction`, the directory of
 * `Code.fromAsset`, or the file that `NodejsFunction` looks for without one.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda_nodejs.NodejsFunction.html
 * https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_aws-lambda-python-alpha.PythonFunction.html
 */
export function sourceOfConstruct(
  tree: Tree,
  fn: Resource,
  names: readonly HandlerName[],
  language: HandlerLanguage,
): ConstructSource | undefined {
  const [first] = names;
  const { source } = fn;
  if (!source || !first) return undefined;
  const { file, span } = source.at;
  const text = callText(file.text, span.start);
  const own = directoryOf(file.path);
  const named = (path: string): ConstructSource => {
    const name = names.find((one) => nameOf(one.module) === nameOf(path).replace(/\.[a-z]{1,3}$/, '')) ?? first;
    return { path, name };
  };
  const entry = argument(text, 'entry');
  const asset = /\b(?:fromAsset|from_asset)\s*\(/.exec(text);
  const directories = ancestors(own);
  if (entry !== undefined) {
    const index = argument(text, 'index');
    const below = [entry, `${entry}/${index ?? 'index'}`];
    for (const directory of directories)
      for (const module of index === undefined ? below : below.reverse()) {
        const path = moduleFile(tree, directory, module, language);
        if (path !== undefined) return named(path);
      }
  }
  if (asset) {
    const [directory] = [pathIn(text.slice(asset.index + asset[0].length))];
    for (const base of directory === undefined ? [] : directories) {
      for (const name of names) {
        const path = moduleFile(tree, joined(base, directory ?? '') ?? '', name.module, language);
        if (path !== undefined) return { path, name };
      }
    }
  }
  if (!/NodejsFunction/.test(text) || entry !== undefined) return undefined;
  const stem = nameOf(file.path).replace(/\.[cm]?[jt]s$/, '');
  const conventional = moduleFile(tree, own, `${stem}.${source.name}`, language);
  return conventional !== undefined && isCode(conventional, language) ? named(conventional) : undefined;
}

/** The text of a construction, from `new` to the bracket that closes it. */
function callText(text: string, start: number): string {
  const piece = text.slice(start, start + MAX_LENGTH);
  let depth = 0;
  for (let at = 0; at < piece.length; at++) {
    if (piece[at] === '(') depth += 1;
    else if (piece[at] === ')' && --depth <= 0) return piece.slice(0, at + 1);
  }
  return piece;
}

/** The path that a named argument is: of `path.join(__dirname, '..', 'src/app.ts')` its strings joined. */
function argument(text: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*[:=]\\s*`).exec(text);
  return found ? pathIn(text.slice(found.index + found[0].length)) : undefined;
}

/** The strings of the expression that a text starts with, joined as a path. */
function pathIn(text: string): string | undefined {
  const parts: string[] = [];
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, 500); at++) {
    const character = text[at] ?? '';
    if (character === '(' || character === '[' || character === '{') depth += 1;
    else if (character === ')' || character === ']' || character === '}') {
      if (--depth < 0) break;
      if (depth === 0) break;
    } else if (character === ',' && depth === 0) break;
    else if (character === "'" || character === '"' || character === '`') {
      const end = text.indexOf(character, at + 1);
      if (end === -1) break;
      const part = text.slice(at + 1, end);
      // `${__dirname}/../src/app.ts`
      parts.push(part.replace(/^\$\{__dirname\}\/?/, ''));
      at = end;
    }
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
