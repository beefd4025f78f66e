import { EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { CONTENT, stepped, type Taint } from '#runtimes/engine/value';
import type { Location } from '#source/file';

/** What content can do that text which is merely put somewhere cannot. */
const CONTENT_SAFE = EVERYTHING & ~safeFor('archive', 'deserialization', 'xml', 'code', 'command');

/** Where an event names an object that somebody put into a bucket: S3's own notification, and EventBridge's. */
const OBJECT_KEY = /(?:^|\.)(?:s3|detail)\.object\.key\b/;

/**
 * The marks of what an object holds whose key an event of S3 tells, whoever put it: it is read, not only named. Of one that a request
 * names only the key is the sender's.
 */
export function contentOf(key: readonly Taint[], at: Location): readonly Taint[] {
  const named = key.filter(({ origin, path }) => origin === 'event' && OBJECT_KEY.test(path.join('.')));
  const taints = named.map((one) => {
    const path = [...one.path, CONTENT];
    return { ...one, path, key: path.join('.'), shape: undefined, safe: CONTENT_SAFE };
  });
  return stepped(taints, at, 'what the object holds');
}
