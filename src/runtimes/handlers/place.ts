import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';
import { type InlineCode, inlineCode } from '#runtimes/handlers/inline';
import { directoryOf, joined, type Tree } from '#runtimes/handlers/tree';

type Fn = Resource<'AWS::Lambda::Function'>;

/** Where a function's code lies, as its template says. */
export type Place =
  /** A directory of the repository. */
  | { readonly kind: 'directory'; readonly path: string }
  /** A single file of it. */
  | { readonly kind: 'file'; readonly path: string }
  /** A directory or file that the repository does not have. */
  | { readonly kind: 'absent'; readonly path: string }
  /** A package that something else makes of the repository's files; the path names it, where it is known. */
  | { readonly kind: 'package'; readonly path: string }
  /** A container image, built in this directory with this Dockerfile. */
  | { readonly kind: 'image'; readonly context: string; readonly dockerfile: string }
  /** In the template itself; without code where it is not known. */
  | { readonly kind: 'inline'; readonly code: InlineCode | undefined };

/**
 * Where the function's code lies, one place for each branch of the template's conditions.
 * @param base the directory that paths of the template are relative to
 */
export function placesOf(tree: Tree, fn: Fn, base: string): readonly Place[] {
  const image = imageOf(tree, fn, base);
  if (image) return [image];
  const places = fn.read(['Code']).flatMap((code): readonly Place[] => {
    // SAM builds the template's own directory then; others cannot deploy.
    if (code.isAbsent) return [{ kind: fn.stack.framework === 'sam' ? 'directory' : 'package', path: base }];
    if (code.text !== undefined) return pathPlaces(tree, base, code.text);
    if (code.at('ImageUri').some((uri) => uri.isWritten)) return [{ kind: 'package', path: base }];
    const inline = code.at('ZipFile').filter((text) => text.isWritten);
    if (inline.length > 0) return inline.flatMap((text) => readByTemplate(tree, text) ?? inTemplate(text));
    return [{ kind: 'package', path: joined(base, packageName(code)) ?? base }];
  });
  const seen = new Set<string>();
  return places.filter((place) => {
    if (place.kind === 'inline') return true;
    const key = JSON.stringify(place);
    return !seen.has(key) && seen.add(key);
  });
}

function inTemplate(text: Property): Place {
  return { kind: 'inline', code: inlineCode(text) };
}

/** The file whose content Terraform puts where code may stand: `file("${path.module}/app.py")`. */
function readByTemplate(tree: Tree, { location }: Property): readonly Place[] | undefined {
  const { file, span } = location;
  const written = file.text.slice(span.start, Math.min(span.end, span.start + 300));
  if (!written.startsWith('file(')) return undefined;
  const base = directoryOf(file.path);
  const [, name] = /^file\(\s{0,20}"(?:\$\{path\.module\}\/|\.\/)?([^"$]{1,200})"\s{0,20}\)$/.exec(written) ?? [];
  return name === undefined ? [{ kind: 'package', path: base }] : pathPlaces(tree, base, name);
}

/** The directory or file that a path of a template means, which may be known in part. */
function pathPlaces(tree: Tree, base: string, text: string | Text): readonly Place[] {
  const written = text instanceof Text ? knownEnd(text) : text;
  if (written === undefined || /^(s3|https?):/i.test(written)) return [{ kind: 'package', path: base }];
  const path = joined(base, written);
  if (path === undefined) return [{ kind: 'package', path: base }];
  if (tree.isDirectory(path)) return [{ kind: 'directory', path }];
  if (/\.(zip|jar|tgz)$/.test(path)) return [{ kind: 'package', path }];
  return [{ kind: tree.has(path) ? 'file' : 'absent', path }];
}

/** The path after what is filled in at deployment: the directory in which a tool runs, most often the template's own. */
function knownEnd(text: Text): string | undefined {
  const last = text.parts.at(-1);
  return text.parts.length <= 2 && typeof last === 'string' && last.length > 1 ? last.replace(/^\/+/, '') : undefined;
}

/** The file name of a package in a bucket: the end of its key. */
function packageName(code: Property<unknown>): string {
  const [key] = code.at('S3Key' as never) as Property[];
  const text = key?.text;
  const end = text instanceof Text ? text.parts.filter((part) => typeof part === 'string').join('') : (text ?? '');
  return end.slice(end.lastIndexOf('/') + 1);
}

/** What SAM's metadata says of an image; `DockerContext` is the template's directory where it is not written. */
function imageOf(tree: Tree, fn: Fn, base: string): Place | undefined {
  if (!fn.at('PackageType').some((type) => type.is('Image'))) return undefined;
  const metadata = (key: string): string | undefined =>
    fn
      .attribute('Metadata')
      .flatMap((all) => all.at(key as never) as Property[])
      .find((one) => one.string !== undefined)?.string;
  const context = joined(base, metadata('DockerContext') ?? '.');
  const dockerfile = context === undefined ? undefined : joined(context, metadata('Dockerfile') ?? 'Dockerfile');
  if (context === undefined || dockerfile === undefined || !tree.has(dockerfile)) return undefined;
  return { kind: 'image', context, dockerfile };
}
