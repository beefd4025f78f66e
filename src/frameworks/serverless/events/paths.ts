import { upperFirst } from '#frameworks/serverless/naming';

/**
 * A path in logical IDs: `users/{userId}` is `UsersUseridVar`.
 * Source: `normalizePath` of `lib/plugins/aws/lib/naming.js` of serverless 3.40.0.
 */
export function normalizedPath(path: string): string {
  return path.split('/').map(normalizedPart).join('');
}

function normalizedPart(part: string): string {
  const text = upperFirst(part.toLowerCase()).replaceAll('-', 'Dash');
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  const named =
    open === -1 || close < open
      ? text
      : `${text.slice(0, open)}${text.slice(open + 1, close)}Var${text.slice(close + 1)}`;
  return upperFirst(named.replace(/[^0-9A-Za-z]/g, ''));
}

/** The path of an event without slashes at its ends. */
export function trimmedPath(path: string): string {
  return path.replace(/^\//, '').replace(/\/$/, '');
}
