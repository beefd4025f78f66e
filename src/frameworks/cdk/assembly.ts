import { entriesOf, get, itemsOf, stringOf } from '#frameworks/cloudformation/nodes';
import type { FileReader } from '#source/file-reader';
import { isFile } from '#source/snapshot';
import { type DataNode, entryOf } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** A file or directory that the assembly holds beside its templates. */
export interface Asset {
  /** Relative to the assembly: `asset.1f2e…`, `AppNested5A.nested.template.json`. */
  readonly path: string;
  /** Of a docker image: relative to its directory. */
  readonly dockerfile: string | undefined;
}

/**
 * What stands beside a template in a cloud assembly. `manifest.json` and the metadata file that it names give the constructs'
 * paths, also where the template was synthesized without them, and the lines of the program that made them; `*.assets.json`
 * what the hashes in the templates stand for. https://github.com/aws/aws-cdk-cli/tree/main/packages/%40aws-cdk/cloud-assembly-schema
 */
export interface Assembly {
  /** The path of the template's stack in the app: `Prod/Api`. */
  readonly stackPath: string | undefined;
  /** The paths of constructs that made a resource of this logical ID; nested stacks may repeat one. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** For the path of a construct, the ends of the program's lines that led to it: `lib/api.ts:12`. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  /** By the hash that stands for it in the templates. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** Reads what stands beside a template. What is missing or cannot be read is simply not known. */
export async function assemblyOf(template: string, files: FileReader): Promise<Assembly> {
  const slash = template.lastIndexOf('/');
  const directory = template.slice(0, slash + 1);
  const name = template.slice(slash + 1);
  const read = async (file: string): Promise<DataNode | undefined> => {
    const path = `${directory}${file}`;
    if (file.includes('/') || !files.has(path)) return undefined;
    const content = (await files.read([path])).get(path);
    return isFile(content) ? parseDocument(content).root : undefined;
  };
  const [manifest, assets] = await Promise.all([
    read('manifest.json'),
    read(name.replace(/\.template\.json$/, '.assets.json')),
  ]);
  const artifact = entriesOf(entryOf(manifest, 'artifacts')?.value).find(
    ({ value }) => stringOf(get(value, 'properties', 'templateFile')) === name,
  )?.value;
  const more = stringOf(get(artifact, 'additionalMetadataFile'));
  const metadata = [get(artifact, 'metadata'), more === undefined ? undefined : await read(more)];
  const paths = new Map<string, string[]>();
  const lines = new Map<string, readonly string[]>();
  for (const { key, value } of metadata.flatMap(entriesOf)) {
    const path = key.replace(/^\//, '');
    for (const item of itemsOf(value)) {
      const data = get(item, 'data');
      const type = stringOf(get(item, 'type'));
      if (type === 'aws:cdk:logicalId') {
        const logicalId = stringOf(data);
        if (logicalId !== undefined) paths.set(logicalId, [...(paths.get(logicalId) ?? []), path]);
      } else if (type === 'aws:cdk:creationStack') {
        lines.set(path, itemsOf(data).flatMap(lineOf));
      }
    }
  }
  return { stackPath: stringOf(get(artifact, 'displayName')), paths, lines, assets: assetsOf(assets) };
}

/** The file and line of a frame: `new Api (/home/me/shop/lib/api.ts:12:5)`, without the column. */
function lineOf(frame: DataNode): string[] {
  const text = stringOf(frame) ?? '';
  const found = /[(\s]([^\s()]{1,300}:\d{1,7}):\d{1,7}\)?$/.exec(text.slice(-400))?.[1];
  return found === undefined ? [] : [found];
}

function assetsOf(manifest: DataNode | undefined): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const { key, value } of entriesOf(entryOf(manifest, 'files')?.value)) {
    const path = stringOf(get(value, 'source', 'path'));
    if (path !== undefined) assets.set(key, { path, dockerfile: undefined });
  }
  for (const { key, value } of entriesOf(entryOf(manifest, 'dockerImages')?.value)) {
    const path = stringOf(get(value, 'source', 'directory'));
    if (path !== undefined) assets.set(key, { path, dockerfile: stringOf(get(value, 'source', 'dockerFile')) });
  }
  return assets;
}
