import type { Said, Source } from '#frameworks/serverless/service';
import type { Datum } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { Text } from '#model/text';

/** `GET /orders` is the method and the path; `*` is every path. */
export function shortRoute(text: string): { readonly [key: string]: string } {
  const space = text.indexOf(' ');
  if (space === -1) return { path: text };
  return { method: text.slice(0, space), path: text.slice(space + 1).trim() };
}

/** Routes of WebSocket APIs, which IAM cannot guard in the framework's words. */
export const WEBSOCKET = 'websocket';

/**
 * Who may call a route is said by the event's `authorizer`: IAM by its type, an authorizer of the service by its name.
 * @param names names of authorizers by their logical IDs
 */
export function authorizerWords(type: string, names: ReadonlyMap<string, string>): NonNullable<Source['words']> {
  return (path: PropertyPath, value: Datum): Said | undefined => {
    if (path.length !== 1) return undefined;
    if (path[0] === 'AuthorizationType') {
      if (value !== 'AWS_IAM') return value === 'NONE' ? undefined : 'elsewhere';
      if (type === WEBSOCKET) return undefined;
      return type === 'AWS::ApiGateway::Method'
        ? { path: ['authorizer'], value: 'aws_iam' }
        : { path: ['authorizer'], value: { type: 'aws_iam' } };
    }
    if (path[0] !== 'AuthorizerId') return undefined;
    const id = value instanceof Text ? value.ref?.resource : undefined;
    const name = id === undefined ? undefined : names.get(id.slice(id.lastIndexOf('#') + 1));
    return name === undefined ? undefined : { path: ['authorizer'], value: name };
  };
}
