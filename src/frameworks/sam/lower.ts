import { entriesOf, get, stringOf } from '#frameworks/cloudformation/nodes';
import { collectApis } from '#frameworks/sam/apis';
import { connectorsOf, lowerConnector } from '#frameworks/sam/connector';
import { type Deployments, lowerDeployments, lowerFunction } from '#frameworks/sam/function';
import { globalsProblems, merged, sectionOf } from '#frameworks/sam/globals';
import { lowerGraphQLApi } from '#frameworks/sam/graphql';
import { lowerHttpApi } from '#frameworks/sam/http-api';
import {
  lowerApplication,
  lowerCapacityProvider,
  lowerLayer,
  lowerMicrovmImage,
  lowerNetworkConnector,
  lowerSimpleTable,
  lowerWebFunction,
} from '#frameworks/sam/others';
import { lowerRestApi } from '#frameworks/sam/rest-api';
import { type Declared, propertiesOf, Scope } from '#frameworks/sam/scope';
import { lowerStateMachine } from '#frameworks/sam/state-machine';
import { lowerWebSocketApi } from '#frameworks/sam/websocket';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';
import type { DataNode, MapNode } from '#syntax/document';

/** What lowering a template starts from. */
export interface Input {
  /** The declarations in the order written. */
  readonly resources: readonly {
    readonly id: string;
    readonly node: MapNode;
    readonly at: Span;
    readonly extent: Span;
  }[];
  readonly globals: DataNode | undefined;
  /** Values of parameters that are known: given ones, else defaults. */
  readonly parameters: ReadonlyMap<string, DataNode>;
  readonly problem: (at: Span, message: string) => Problem;
}

type Lowering = (of: Declared, scope: Scope) => void;

/** Types that need nothing but themselves. Functions, state machines, APIs and connectors come in an order of their own. */
const LOWERINGS: Readonly<Record<string, Lowering>> = {
  SimpleTable: lowerSimpleTable,
  LayerVersion: lowerLayer,
  Application: lowerApplication,
  GraphQLApi: lowerGraphQLApi,
  WebSocketApi: lowerWebSocketApi,
  CapacityProvider: lowerCapacityProvider,
  NetworkConnector: lowerNetworkConnector,
  MicrovmImage: lowerMicrovmImage,
  WebFunction: lowerWebFunction,
};

const PREFIX = 'AWS::Serverless::';
const ORDERED = new Set(['Function', 'StateMachine', 'Api', 'HttpApi', 'Connector']);

/**
 * Lowers a SAM template to plain CloudFormation as SAM's transform does. Nodes that the author wrote stay the same objects, so
 * that their places are kept; what is generated stands at the key of what asks for it. Logical IDs are SAM's, except that no
 * hash of contents is part of them: they stay the same from commit to commit.
 */
export function lowerResources({ resources, globals, parameters, problem }: Input): Scope {
  const declared = new Map<string, Declared>();
  for (const { id, node, at, extent } of resources) {
    const type = stringOf(get(node, 'Type'));
    if (type === undefined) continue;
    const own = propertiesOf(node, at);
    const section = sectionOf(type);
    const properties = section ? merged(globals, section, own, get(node, 'IgnoreGlobals')) : own;
    declared.set(id, { id, type, at, extent, node, properties });
  }
  const scope = new Scope(declared, parameters, problem);
  scope.problems.push(...globalsProblems(globals, problem));
  for (const one of declared.values()) if (!one.type.startsWith(PREFIX)) emitPlain(one, scope);
  collectApis(scope, (kind, own) => merged(globals, kind === 'rest' ? 'Api' : 'HttpApi', own));

  const all = [...declared.values()];
  const of = (type: string): readonly Declared[] => all.filter((one) => one.type === PREFIX + type);
  const deployments: Deployments = { groups: [] };
  for (const fn of of('Function')) lowerFunction(fn, scope, deployments);
  for (const machine of of('StateMachine')) lowerStateMachine(machine, scope);
  for (const api of scope.apis.values()) (api.kind === 'rest' ? lowerRestApi : lowerHttpApi)(api, scope);
  for (const one of all) {
    if (!one.type.startsWith(PREFIX)) continue;
    const type = one.type.slice(PREFIX.length);
    const lowering = LOWERINGS[type];
    if (lowering) lowering(one, scope);
    else if (!ORDERED.has(type))
      scope.tell(one.at, `SAM has no resource type \`${one.type}\`: ${one.id} was left out.`);
  }
  lowerDeployments(deployments, scope);
  for (const connector of connectorsOf(all)) lowerConnector(connector, scope);
  return scope;
}

/** A resource that needs no lowering; events may still add to it. */
function emitPlain(one: Declared, scope: Scope): void {
  const attributes = entriesOf(one.node).filter(
    (entry) => entry.key !== 'Type' && entry.key !== 'Properties' && entry.key !== 'Connectors',
  );
  const { id, type, at, extent, properties } = one;
  scope.emit({ id, type, at, extent, properties, attributes });
}
