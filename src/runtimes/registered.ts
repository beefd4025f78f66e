import type { Trigger } from '#model/handler';
import type { Registration } from '#runtimes/engine/machine';

/** The kinds of triggers that a registration can be for; a registration that is not here may be for any but a Google event. */
const KINDS: Readonly<Record<string, readonly Trigger['kind'][]>> = {
  azure: ['azure-http'],
  'azure-request': ['azure-http'],
  'azure-trigger': ['azure-message', 'azure-blob'],
  'azure-message': ['azure-message', 'azure-blob'],
  'cloud-event': ['google-event'],
  'google-event': ['google-event'],
  google: ['google-http'],
  'google-request': ['google-http'],
  chalice: ['rest-api'],
  'chalice-event': ['queue', 'topic', 'bucket', 'stream', 'event-bus', 'schedule', 'direct', 'websocket'],
};

/**
 * Of the triggers of a module that registers its handlers itself, those that a registration is for: of its own kind, and of
 * several the one with its name or route.
 */
export function triggersOf({ kind, label }: Registration, triggers: readonly Trigger[]): readonly Trigger[] {
  const kinds = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const own = triggers.filter((trigger) => (kinds ? kinds.includes(trigger.kind) : trigger.kind !== 'google-event'));
  if (own.length === 0) return triggers;
  if (!kinds) return routed(label, own);
  const name = label.replace(/^ANY /, '');
  const named = name !== '' ? own.filter((trigger) => ` ${trigger.label}`.endsWith(` ${name}`)) : [];
  return named.length > 0 ? named : own;
}

/** Of several routes of an API the one that a function behind it is for; all of them where none is written the same way. */
function routed(label: string, triggers: readonly Trigger[]): readonly Trigger[] {
  const [, verb = '', path = ''] = /^(\S+) (\S+)$/.exec(label) ?? [];
  if (path === '') return triggers;
  const same = triggers.filter(({ entry, route }) => {
    const own = entry?.route ?? route;
    return (
      own && shapeOf(own.path) === shapeOf(path) && (verb === 'ANY' || own.method === 'ANY' || own.method === verb)
    );
  });
  return same.length > 0 ? same : triggers;
}

/** A path with its parameters alike, however a framework writes them: `/orders/{}` of `/orders/<int:id>`, `/orders/:id`, `/orders/{id}`. */
function shapeOf(path: string): string {
  return path
    .replace(/<[^<>/]{1,60}>|\{[^{}/]{1,60}\}|:\w{1,60}/g, '{}')
    .replace(/^\/?/, '/')
    .replace(/(.)\/$/, '$1');
}
