import { isName, isPlaceholder, isWord } from '#finding/placeholder';
import { secretName } from '#finding/secret-name';
import { formatIn } from '#finding/secret-search';

/** What kind of credential a literal seems to be, and how sure that is. The value itself is never part of it. */
export interface SecretKind {
  /** For people: `AWS access key ID`, `password`. */
  readonly kind: string;
  readonly confidence: 'high' | 'medium';
}

/** A URL that carries a password: `postgres://shop:…@db.example.com`. */
const URL_PASSWORD = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{1,100}:([^\s:@/]{1,200})@/i;

/**
 * What credential a literal value under a name is, if it is one. Names, references, paths, ARNs, placeholders and ordinary
 * words are not: a finding here asks somebody to rotate something.
 */
export function secretKind(name: string, value: string): SecretKind | undefined {
  if (value.length > 4096) return undefined;
  const format = formatIn(value);
  if (format) return format;
  const inUrl = URL_PASSWORD.exec(value)?.[1];
  if (inUrl !== undefined) {
    return isPlaceholder(inUrl) || isWord(inUrl) ? undefined : { kind: 'password in a URL', confidence: 'medium' };
  }
  const named = secretName(name);
  if (named === undefined || value.length < 8 || isPlaceholder(value) || isWord(value) || isName(value))
    return undefined;
  return { kind: named, confidence: 'medium' };
}
