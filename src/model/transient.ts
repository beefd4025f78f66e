import type { Resource } from '#model/resource';

/** What keeps track of something that is going on: nobody restores it, the next connection or request writes it anew. */
const PASSING = /connection|session|idempoten|lock|cache|throttl|ratelimit|websocket|nonce/i;

/**
 * Whether what a DynamoDB table holds is meant to pass: its items expire, or its name or partition key says so. Backing it up
 * or keeping it beyond its stack is worth nothing.
 */
export function isTransient(table: Resource<'AWS::DynamoDB::Table' | 'AWS::DynamoDB::GlobalTable'>): boolean {
  const expiry = table.read(['TimeToLiveSpecification', 'Enabled']);
  if (expiry.some((enabled) => !enabled.isAbsent && !enabled.isFalse)) return true;
  if (PASSING.test(table.generatedBy ?? table.logicalId)) return true;
  const keys = table.read(['KeySchema']).flatMap((schema) => schema.items());
  const partition = keys.filter((key) => key.at('KeyType').some((type) => type.is('HASH')));
  return partition.flatMap((key) => key.at('AttributeName')).some(({ string }) => PASSING.test(string ?? ''));
}
