import type { SourceFile } from '#source/file';

const CONVENTIONAL = /(^|\/)serverless\.(ya?ml|json|[cm]?[jt]s)$/i;
/** Services beside others in one directory, given with `--config`. */
const POSSIBLE = /(^|\/)serverless[._-][A-Za-z0-9._-]{1,100}\.(ya?ml|json)$/i;
const NEVER = /(^|\/)(node_modules|\.git|\.serverless)\/|(^|\/)serverless-compose\.ya?ml$/;

/** `serverless.yml` and the forms of it; the file of Serverless Compose names services, which are roots of their own. */
export function candidateService(path: string): 'conventional' | 'possible' | undefined {
  if (NEVER.test(path)) return undefined;
  if (CONVENTIONAL.test(path)) return 'conventional';
  return POSSIBLE.test(path) ? 'possible' : undefined;
}

const SERVICE = /^\uFEFF?(?:---\s{1,20})?(["']?)service\1[ \t]*:|[{,\s]["']?service["']?\s{0,20}[:,]/m;
const PROVIDER = /^(["']?)provider\1[ \t]*:|[{,\s]["']?provider["']?\s{0,20}[:,]/m;

/** By content and without parsing: it names a service and its provider. */
export function looksLikeService(file: SourceFile): boolean {
  return candidateService(file.path) !== undefined && SERVICE.test(file.text) && PROVIDER.test(file.text);
}
