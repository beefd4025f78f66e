import type { SinkKind } from '#model/handler';

const KINDS: readonly SinkKind[] = [
  'sql',
  'nosql',
  'dynamodb-expression',
  'command',
  'code',
  'module',
  'path',
  'archive',
  'url',
  'redirect',
  'html',
  'mail',
  'template',
  'deserialization',
  'xml',
  'xpath',
  'ldap',
  'log',
  'header',
  'regex',
  'object-key',
  'record',
  'format',
  'csv',
  'prompt',
  'graphql',
  'environment',
  'cloud-resource',
  'allocation',
  'identity',
];

/** Kinds without a bit of their own: what makes a value safe for any of the others makes it safe for them. */
const GUARDED_AS: Partial<Record<SinkKind, readonly SinkKind[]>> = {
  // What HTML escaping takes out is what markup of every kind is made of.
  'xml-text': ['html'],
  // A text of some characters only, and one that is short, keep no pattern busy.
  backtracking: ['regex', 'allocation'],
  decompression: ['allocation'],
};

/** A set of kinds of sinks, a bit for each: what a value was made safe for. */
export type Safe = number;

export const NOTHING: Safe = 0;
/** Everything that a known value is: an item of a list of allowed values. */
export const EVERYTHING: Safe = 2 ** KINDS.length - 1;

/** The set of some kinds. */
export function safeFor(...kinds: readonly SinkKind[]): Safe {
  return kinds.reduce((mask, kind) => mask | bitsOf(kind), NOTHING);
}

function bitsOf(kind: SinkKind): Safe {
  return (GUARDED_AS[kind] ?? [kind]).reduce((mask, one) => mask | (1 << KINDS.indexOf(one)), NOTHING);
}

export function isSafeFor(safe: Safe, kind: SinkKind): boolean {
  return (safe & bitsOf(kind)) !== 0;
}

/** What a number, date or truth value can still do: choose an amount, or somebody else's record. */
export const AS_NUMBER: Safe = EVERYTHING & ~safeFor('allocation', 'identity', 'record');

/** What a string that is known to be one, not an object, can no longer do. */
export const AS_TEXT: Safe = safeFor('nosql', 'record');
