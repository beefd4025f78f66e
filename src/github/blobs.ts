import type { Client } from '#github/client';
import { isFailure } from '#github/errors';
import type { RepositoryName } from '#github/gateway';

/** A blob's text, or why it has none. `editable` is false when the bytes were not UTF-8. */
export type BlobText = { readonly text: string; readonly editable: boolean } | 'binary' | 'missing';

export interface BlobRef {
  readonly id: string;
  readonly size: number;
}

/** `Blob.text` is silently cut at 512,000 bytes; larger ones are read raw. */
const GRAPHQL_BYTES = 500_000;
/** Of one request: few enough to answer within GraphQL's 10 seconds; a batch that still fails is halved. */
const BATCH_OBJECTS = 250;
const BATCH_BYTES = 4 * 1024 * 1024;
/** Raw reads at the same time; GitHub asks for few. */
const RAW_CONCURRENCY = 4;
const OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** Texts by repository and blob id, bounded by their length; what was not used longest goes first. */
export class BlobCache {
  readonly #entries = new Map<string, BlobText>();
  #length = 0;

  constructor(readonly maxLength = 48 * 1024 * 1024) {}

  get(key: string): BlobText | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: BlobText): void {
    const length = weight(entry);
    if (length > this.maxLength / 4 || this.#entries.has(key)) return;
    this.#entries.set(key, entry);
    this.#length += length;
    for (const [oldest, old] of this.#entries) {
      if (this.#length <= this.maxLength) break;
      this.#entries.delete(oldest);
      this.#length -= weight(old);
    }
  }
}

function weight(entry: BlobText): number {
  return typeof entry === 'string' ? 1 : entry.text.length + 1;
}

interface GraphqlBlob {
  readonly text: string | null;
  readonly byteSize: number;
  readonly isBinary: boolean | null;
  readonly isTruncated: boolean;
}

/** Reads blobs of one repository by id, in batches, each once. */
export class BlobReader {
  readonly #reading = new Map<string, Promise<BlobText>>();

  constructor(
    readonly client: Client,
    readonly repository: RepositoryName,
    readonly cache: BlobCache,
  ) {}

  /** Texts by blob id. @throws GitHubError */
  async read(blobs: readonly BlobRef[]): Promise<ReadonlyMap<string, BlobText>> {
    const wanted = new Map(blobs.filter(({ id }) => OBJECT_ID.test(id)).map((blob) => [blob.id, blob]));
    const found = new Map<string, BlobText>();
    const waiting: Promise<void>[] = [];
    const missing: BlobRef[] = [];
    for (const blob of wanted.values()) {
      const cached = this.cache.get(this.#key(blob.id));
      const reading = this.#reading.get(blob.id);
      if (cached !== undefined) found.set(blob.id, cached);
      else if (reading !== undefined) waiting.push(reading.then((text) => void found.set(blob.id, text)));
      else missing.push(blob);
    }
    if (missing.length > 0) {
      const all = this.#fetch(missing);
      for (const { id } of missing) {
        const one = all.then((texts) => texts.get(id) ?? ('missing' as const));
        // Whoever asked waits for `all`; without this a failure would be an unhandled rejection as well.
        one.catch(() => {});
        this.#reading.set(id, one);
      }
      try {
        for (const [id, text] of await all) {
          found.set(id, text);
          this.cache.set(this.#key(id), text);
        }
      } finally {
        for (const { id } of missing) this.#reading.delete(id);
      }
    }
    await Promise.all(waiting);
    return found;
  }

  #key(id: string): string {
    return `${this.repository.owner}/${this.repository.repo}:${id}`.toLowerCase();
  }

  async #fetch(blobs: readonly BlobRef[]): Promise<Map<string, BlobText>> {
    const found = new Map<string, BlobText>();
    const raw: BlobRef[] = [];
    for (const batch of batches(blobs.filter(({ size }) => size <= GRAPHQL_BYTES)))
      for (const [id, text] of await this.#batch(batch)) {
        if (text === 'raw') raw.push({ id, size: 0 });
        else found.set(id, text);
      }
    raw.push(...blobs.filter(({ size }) => size > GRAPHQL_BYTES));
    for (let start = 0; start < raw.length; start += RAW_CONCURRENCY) {
      const group = raw.slice(start, start + RAW_CONCURRENCY);
      const texts = await Promise.all(group.map(({ id }) => this.#raw(id)));
      for (const [index, { id }] of group.entries()) found.set(id, texts[index] ?? 'missing');
    }
    return found;
  }

  async #batch(blobs: readonly BlobRef[]): Promise<Map<string, BlobText | 'raw'>> {
    // Ids are hexadecimal (checked above), so that they can stand in the document.
    const fields = blobs.map(({ id }, index) => `b${index}: object(oid: "${id}") { ...content }`);
    const document = `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ${fields.join('\n    ')}
  }
}
fragment content on Blob { text byteSize isBinary isTruncated }`;
    try {
      const data = await this.client.query<{ repository: Record<string, Partial<GraphqlBlob> | null> | null }>(
        document,
        { ...this.repository },
      );
      return new Map(blobs.map(({ id }, index) => [id, textOf(data.repository?.[`b${index}`])]));
    } catch (error) {
      if (!isFailure(error, 'server') || blobs.length === 1) throw error;
      const half = blobs.length >> 1;
      const first = await this.#batch(blobs.slice(0, half));
      return new Map([...first, ...(await this.#batch(blobs.slice(half)))]);
    }
  }

  async #raw(id: string): Promise<BlobText> {
    try {
      const { data } = await this.client.read((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...this.repository, file_sha: id }),
      );
      return decode(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
    } catch (error) {
      if (isFailure(error, 'not-found')) return 'missing';
      throw error;
    }
  }
}

function batches(blobs: readonly BlobRef[]): BlobRef[][] {
  const result: BlobRef[][] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const last = result.at(-1);
    if (last === undefined || last.length >= BATCH_OBJECTS || bytes + blob.size > BATCH_BYTES) {
      result.push([blob]);
      bytes = blob.size;
    } else {
      last.push(blob);
      bytes += blob.size;
    }
  }
  return result;
}

function textOf(blob: Partial<GraphqlBlob> | null | undefined): BlobText | 'raw' {
  if (blob?.byteSize === undefined) return 'missing';
  if (blob.isBinary === true) return 'binary';
  if (blob.isTruncated === true || typeof blob.text !== 'string') return 'raw';
  // GitHub may have recoded text that is not UTF-8, or dropped a byte order mark: then the bytes decide.
  if (Buffer.byteLength(blob.text) !== blob.byteSize || blob.text.includes('\ufffd')) return 'raw';
  return blob.text.includes('\0') ? 'binary' : { text: blob.text, editable: true };
}

/** Text of bytes: UTF-8 with its byte order mark kept, else Latin-1, which can be read but must not be written back. */
export function decode(bytes: Uint8Array): BlobText {
  if (bytes.subarray(0, 8000).includes(0)) return 'binary';
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), editable: true };
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), editable: false };
  }
}
