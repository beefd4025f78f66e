import { actionsOf } from '#model/iam-action';
import { SDK_CLIENTS } from '#model/sdk-clients.generated';

/** A client of the SDKs, or a service that is called without one. */
export interface SdkClient {
  /** IAM's prefix; undefined for a service whose calls IAM does not know. */
  readonly prefix: string | undefined;
  /** Operations that are called without credentials, in lower case. */
  readonly open: ReadonlySet<string>;
  /** HTTP verbs of operations, where IAM's actions are verbs; operations in lower case. */
  readonly verbs: ReadonlyMap<string, string>;
}

const words = (text: string | undefined): readonly string[] => (text ? text.split(' ') : []);

let clients: ReadonlyMap<string, SdkClient> | undefined;

function read(): ReadonlyMap<string, SdkClient> {
  const found = new Map<string, SdkClient>();
  for (const line of SDK_CLIENTS) {
    const [names, prefix, open, verbs] = line.split('|');
    const client: SdkClient = {
      prefix: prefix || undefined,
      open: new Set(words(open).map((name) => name.toLowerCase())),
      verbs: new Map(
        words(verbs).map((one) => {
          const [name = '', verb = ''] = one.split(':');
          return [name.toLowerCase(), verb] as const;
        }),
      ),
    };
    // boto3's name comes first in a line, and belongs to one client alone; other names may be those of an older client as well.
    for (const [at, name] of words(names).entries()) if (at === 0 || !found.has(name)) found.set(name, client);
  }
  return found;
}

/**
 * The client that a name means, as the SDK for JavaScript (v2 and v3) or boto3 calls it, or the service of an IAM prefix; undefined
 * for what none of them has.
 */
export function sdkClient(name: string): SdkClient | undefined {
  clients ??= read();
  const known = clients.get(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (known) return known;
  const prefix = name.toLowerCase();
  return actionsOf(prefix) ? { prefix, open: new Set(), verbs: new Map() } : undefined;
}
