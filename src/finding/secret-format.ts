/** What is no secret although it matches a format: one of the lists, or all of them where `all` says so. */
export interface AllowList {
  readonly all: boolean;
  /** What the expressions are held against: the value, what the format matched around it, or its line. */
  readonly target: 'secret' | 'match' | 'line';
  readonly regexes: readonly string[];
  readonly paths: readonly string[];
  /** In small letters; what holds one of them is allowed. */
  readonly stopwords: readonly string[];
}

/**
 * How an issuer's credentials look. The expression is looked for only around one of the keywords, and is bounded: whatever a text
 * says, the time for it grows with its length and no faster.
 */
export interface SecretFormat {
  readonly id: string;
  /** In small letters. A match lies within `longest` characters of one of them. */
  readonly keywords: readonly string[];
  /** In JavaScript's syntax, without flags. */
  readonly source: string;
  /** Characters of the longest match. */
  readonly longest: number;
  /** Whether only the name in front of it makes the value one of this format. */
  readonly named?: true;
  /** Bits of Shannon's entropy for each character that the value has at least. */
  readonly entropy?: number;
  /** The group that is the value; without it the first that took part, or the whole. */
  readonly group?: number;
  /** The paths of files that the format is looked for in. */
  readonly path?: string;
  readonly allow?: readonly AllowList[];
}
