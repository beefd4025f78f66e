import { createHash } from 'node:crypto';
import { dataOf } from '#frameworks/cloudformation/nodes';
import type { DataNode } from '#syntax/document';

/** The first ten hexadecimal digits of a SHA-1: what SAM appends where a name alone would not do for a logical ID. */
export function digest(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex').slice(0, 10);
}

/** The digest of a node: of its text when it is a string, else of its JSON with sorted keys. */
export function digestOf(of: DataNode): string {
  const data = dataOf(of);
  return digest(typeof data === 'string' ? data : canonical(data));
}

function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join(',')}]`;
  if (data === null || typeof data !== 'object') return JSON.stringify(data);
  const entries = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`;
}

/** Whether a string may stand in a logical ID as it is. */
export function isAlphanumeric(text: string): boolean {
  return /^[A-Za-z0-9]+$/.test(text);
}
