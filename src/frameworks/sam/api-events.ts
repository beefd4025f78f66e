import { get, literal, type Plain } from '#frameworks/cloudformation/nodes';
import { type ApiDraft, apiIdOf, isAny } from '#frameworks/sam/apis';
import type { Event } from '#frameworks/sam/event';
import { digest, isAlphanumeric } from '#frameworks/sam/names';
import type { Scope } from '#frameworks/sam/scope';

/** What a permission for a route needs. */
export interface RoutePermission {
  readonly principal: string;
  readonly sourceArn: Plain;
  readonly suffix?: string;
}

/** A path as ARNs have it: no slash at the end, `*` for each parameter. */
export function arnPath(path: string): string {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed.replace(/\{[a-zA-Z0-9._-]+\+?\}/g, '*');
}

/** The permission by which a REST API invokes the function of an `Api` event. */
export function permissionForRestApi(event: Event, scope: Scope): RoutePermission {
  const path = literal(get(event.properties, 'Path')) ?? '/';
  const method = (literal(get(event.properties, 'Method')) ?? 'any').toLowerCase();
  const api = scope.apis.get(apiIdOf(event) ?? '');
  return {
    principal: 'apigateway.amazonaws.com',
    sourceArn: sourceArn('aws', `/${method === 'any' ? '*' : method.toUpperCase()}${arnPath(path)}`, event, api),
    suffix: stageSuffix(api),
  };
}

/** SAM names a permission by the stage: its name, `Stage` where that is not known, `AllStages` for an API from elsewhere. */
function stageSuffix(api: ApiDraft | undefined): string {
  if (!api) return 'AllStages';
  const stage = get(api.declared.properties, 'StageName');
  const name = stage?.kind === 'scalar' && stage.tag === undefined ? literal(stage) : undefined;
  if (name === undefined) return 'Stage';
  return isAlphanumeric(name) ? name : digest(name);
}

/** The permission for an `HttpApi` event; none where the function has the default route, whose permission covers all. */
export function permissionForHttpApi(event: Event, scope: Scope): RoutePermission | undefined {
  const route = scope.routes.get(event);
  const path = route?.path ?? literal(get(event.properties, 'Path')) ?? '$default';
  const method = (route?.method ?? 'any').toLowerCase();
  const api = scope.apis.get(apiIdOf(event) ?? '');
  if (path !== '$default' && api?.defaultRouteOf === event.owner.id) return undefined;
  const rest = path === '$default' ? '' : arnPath(path);
  const resource =
    method === 'any' && rest === '/$default' ? rest : `/${isAny(method) ? '*' : method.toUpperCase()}${rest}`;
  return { principal: 'apigateway.amazonaws.com', sourceArn: sourceArn('${AWS::Partition}', resource, event, api) };
}

function sourceArn(partition: string, resource: string, event: Event, api: ApiDraft | undefined): Plain {
  const named = get(event.properties, 'RestApiId') ?? get(event.properties, 'ApiId');
  const id: Plain = named ?? { Ref: api?.declared.id ?? 'AWS::NoValue' };
  return {
    'Fn::Sub': [
      `arn:${partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}${resource}`,
      { __ApiId__: id, __Stage__: '*' },
    ],
  };
}
