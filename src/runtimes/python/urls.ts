import type { Value } from '#runtimes/engine/value';

/**
 * Whether somebody else decides the host of a URL: not where the text up to the end of the host is ours. A part of which nothing is
 * known is taken for a base with its host.
 */
export function leavesHostOpen(value: Value): boolean {
  if (value.taints.length === 0) return false;
  if (!value.text) return true;
  let before = '';
  for (const piece of value.text) {
    if (typeof piece === 'string') {
      before += piece;
      if (/^[a-z][\w+.-]*:\/\/[^/?#\\]*[/?#]/i.test(before) || before.includes('\u0000')) return false;
      continue;
    }
    if (piece.taints.length > 0) return !before.includes('\u0000');
    // After `https://` it is the host, and before everything else the scheme and the host.
    before += before === '' ? '\u0000' : 'host';
  }
  return true;
}

/** Whether a redirect may lead to somebody else's site: a path of our own stays on ours. */
export function leavesSite(value: Value): boolean {
  const [head] = value.text ?? [];
  if (typeof head === 'string' && /^\/[^/\\]/.test(head)) return false;
  return leavesHostOpen(value);
}
