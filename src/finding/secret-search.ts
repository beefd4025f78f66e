import { secretKind } from '#finding/secret';
import type { Location, SourceFile } from '#source/file';

/** A credential that stands in a text file: its kind and its place. Its value is where it stands and nowhere else (law 10). */
export interface Secret {
  /** The format, by the id of its issuer's rule in the generated table or of ours: `aws-access-token`. */
  readonly format: string;
  /** For people: `AWS access key ID`. */
  readonly kind: string;
  /** `high` where the format alone proves it, `medium` where a name and an unguessable value do. */
  readonly confidence: 'high' | 'medium';
  /** What it is assigned to, where that can be told: `DB_PASSWORD`. */
  readonly name: string | undefined;
  /** The value, without its quotes. */
  readonly at: Location;
}

/** What a file holds. */
export interface Found {
  readonly secrets: readonly Secret[];
  /** Whether the file has more than is listed. */
  readonly cut: boolean;
}

/** Secrets of one file that are reported; who commits more has committed a dump, and one finding would do. */
export const MAX_SECRETS = 100;

/** The credentials in a text file, in the order in which they stand. */
export function secretsIn(file: SourceFile): Found {
  const secrets: Secret[] = [];
  for (const match of file.text.matchAll(/[A-Za-z0-9_]{16,100}/g)) {
    const kind = secretKind('', match[0]);
    if (kind?.confidence !== 'high') continue;
    if (secrets.length === MAX_SECRETS) return { secrets, cut: true };
    const at = { file, span: { start: match.index, end: match.index + match[0].length } };
    secrets.push({ format: kind.kind, kind: kind.kind, confidence: 'high', name: undefined, at });
  }
  return { secrets, cut: false };
}
