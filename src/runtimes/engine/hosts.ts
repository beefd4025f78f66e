import type { Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { safeFor } from '#runtimes/engine/sinks';
import type { Taint, Value } from '#runtimes/engine/value';

const AT_HOST = safeFor('url', 'redirect');

/** Stand in a text for pieces that nobody outside decides, and for those that somebody does. */
const OURS = '\u0001';
const THEIRS = '\u0002';

/** What ends before a piece does not let the piece choose where a URL leads: it has its host already, or is a path from the root. */
const DECIDED =
  /^(?:[a-z\u0001][a-z0-9+.\u0001-]{0,40}:)?\/\/[^/?#\\]{1,400}(?:[/?#]|(?<=\u0001)$)|^\/[^/\\\u0001\u0002]|^\u0001(?!:?\/\/)|^[a-z][a-z0-9+.-]{0,40}:(?!\/)[^/]/i;

const WHOLE_HOST = /^[a-z][a-z0-9+.-]{0,40}:\/\/[^/?#\\\u0002]{1,400}$/i;

/** The path of a request starts with a slash, whoever sends it. */
function isRooted(taint: Taint): boolean {
  return /^(?:path|rawPath|uri|originalUrl)$/.test(taint.path.at(-1) ?? '');
}

/** What tells as little as nothing of where a URL leads. */
const SCHEME = /^[a-z]{0,20}:?\/{0,2}$/i;

/**
 * The marks of a text that is put together, where those that come after the host of a URL no longer decide where it leads:
 * `https://api.example.com/orders/${id}`. A first piece that is not known, and that nobody outside decides, is taken for a host.
 */
export function beyondHost(
  machine: Machine,
  pieces: readonly (string | Value)[],
  taints: readonly Taint[],
): readonly Taint[] {
  if (!taints.some((taint) => taint.origin === 'event' || taint.origin === 'stored')) return taints;
  let before = '';
  const deciding = new Set<string>();
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      before += piece.slice(0, 500);
      continue;
    }
    const marks = deepTaints(machine, piece).filter((taint) => taint.origin === 'event' || taint.origin === 'stored');
    if (marks.length > 0 && !DECIDED.test(before)) {
      const isAtEndOfHost = WHOLE_HOST.test(before);
      for (const taint of marks) if (!isAtEndOfHost || !isRooted(taint)) deciding.add(taint.key);
    }
    const isScheme =
      piece.constants.length > 0 && !piece.open && piece.constants.every((one) => SCHEME.test(String(one)));
    before += marks.length > 0 ? THEIRS : isScheme ? 'https://' : OURS;
  }
  if (taints.every((taint) => deciding.has(taint.key))) return taints;
  return taints.map((taint) => (deciding.has(taint.key) ? taint : { ...taint, safe: taint.safe | AT_HOST }));
}
