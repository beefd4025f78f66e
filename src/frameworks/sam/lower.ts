import { type ApiDraft, collectApis, IMPLICIT } from '#frameworks/sam/apis';
import { connectorsOf, lowerConnector } from '#frameworks/sam/connector';
import { type Deployments, lowerDeployments, lowerFunction } from '#frameworks/sam/function';
import { globalsProblems, merged, sectionOf } from '#frameworks/sam/globals';
import { lowerGraphQLApi } from '#frameworks/sam/graphql';
import { lowerHttpApi } from '#frameworks/sam/http-api';
import { asMap, callOf, entriesOf, get, itemsOf, literal, node, refOf, stringOf } from '#frameworks/sam/nodes';
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
import { type Declared, type Lowered, propertiesOf, Scope } from '#frameworks/sam/scope';
import { lowerStateMachine } from '#frameworks/sam/state-machine';
import { lowerWebSocketApi } from '#frameworks/sam/websocket';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** A SAM template as plain CloudFormation: its resources, and the whole template with them in place of SAM's. */
export interface LoweredTemplate {
  readonly root: MapNode;
  readonly resources: ReadonlyMap<string, Lowered>;
  readonly apis: ReadonlyMap<string, ApiDraft>;
  readonly problems: readonly Problem[];
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
 * @param parameters values of parameters that are known: given ones, else defaults
 */
export function lowerTemplate(
  root: MapNode,
  parameters: ReadonlyMap<string, DataNode>,
  problem: (at: Span, message: string) => Problem,
): LoweredTemplate {
  const globals = get(root, 'Globals');
  const declared = new Map<string, Declared>();
  for (const entry of entriesOf(get(root, 'Resources'))) {
    const resource = declare(entry, globals);
    if (resource) declared.set(entry.key, resource);
  }
  const scope = new Scope(declared, parameters, problem);
  scope.problems.push(...globalsProblems(globals, problem));
  for (const one of declared.values()) if (!one.type.startsWith(PREFIX)) emitPlain(one, scope);
  collectApis(scope, (kind, own) => merged(globals, kind === 'rest' ? 'Api' : 'HttpApi', own));
  nameStages(scope);

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
    else if (!ORDERED.has(type)) {
      scope.tell(one.at, `SAM has no resource type \`${one.type}\`: ${one.id} was left out.`);
    }
  }
  lowerDeployments(deployments, scope);
  for (const connector of connectorsOf(all)) lowerConnector(connector, scope);
  return { root: assembled(root, scope), resources: scope.lowered, apis: scope.apis, problems: scope.problems };
}

function declare(entry: DataEntry, globals: DataNode | undefined): Declared | undefined {
  const resource = asMap(entry.value);
  const type = stringOf(get(resource, 'Type'));
  if (!resource || type === undefined) return undefined;
  const extent: Span = { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, resource.span.end) };
  const own = propertiesOf(resource, entry.keySpan);
  const section = sectionOf(type);
  const properties = section ? merged(globals, section, own, get(resource, 'IgnoreGlobals')) : own;
  return { id: entry.key, type, at: entry.keySpan, extent, node: resource, properties };
}

/** A resource that needs no lowering; events may still add to it. */
function emitPlain(one: Declared, scope: Scope): void {
  const attributes = entriesOf(one.node).filter(
    (entry) => entry.key !== 'Type' && entry.key !== 'Properties' && entry.key !== 'Connectors',
  );
  const { id, type, at, extent, properties } = one;
  scope.emit({ id, type, at, extent, properties, attributes });
}

/** Stages are named before they are made, because base path mappings refer to them. */
function nameStages(scope: Scope): void {
  for (const id of Object.values(IMPLICIT)) if (!scope.apis.has(id)) scope.names.delete(`${id}.Stage`);
}

/** The template with SAM's resources replaced, its Globals gone, and references to what is generated resolved. */
function assembled(root: MapNode, scope: Scope): MapNode {
  const resources = get(root, 'Resources');
  const at = resources?.span ?? root.span;
  const entries: DataEntry[] = [...scope.lowered.values()].map((one) => ({
    key: one.id,
    keySpan: one.at,
    value: resourceNode(one),
  }));
  // What is no resource at all (a loop, a list, nothing) is left for the template's own reading to tell about.
  for (const entry of entriesOf(resources)) if (!scope.declared.has(entry.key)) entries.push(entry);
  const lowered: MapNode = { kind: 'map', entries, span: at };
  const conditions = get(root, 'Conditions');
  const all = [...entriesOf(conditions), ...scope.conditions];
  const kept = root.entries.filter((entry) => !['Resources', 'Globals', 'Conditions'].includes(entry.key));
  const made: MapNode = {
    ...root,
    entries: [
      ...kept,
      ...(all.length > 0
        ? [
            {
              key: 'Conditions',
              keySpan: at,
              value: { kind: 'map', entries: all, span: conditions?.span ?? at } as const,
            },
          ]
        : []),
      {
        key: 'Resources',
        keySpan: root.entries.find((entry) => entry.key === 'Resources')?.keySpan ?? at,
        value: lowered,
      },
    ],
  };
  return scope.names.size === 0 ? made : (renamed(made, scope.names) as MapNode);
}

function resourceNode(one: Lowered): MapNode {
  const type: DataEntry = { key: 'Type', keySpan: one.at, value: node(one.type, one.at) };
  const properties: DataEntry = { key: 'Properties', keySpan: one.at, value: one.properties };
  return { kind: 'map', entries: [type, ...one.attributes, properties], span: one.extent };
}

/** Replaces references with a dot (`!Ref Api.Stage`, `${Fn.Version}`) by the generated resource; all else stays the same object. */
function renamed(of: DataNode, names: ReadonlyMap<string, string>): DataNode {
  const call = of.tag !== undefined || (of.kind === 'map' && of.entries.length === 1) ? callOf(of) : undefined;
  if (call?.name === 'Ref') {
    const target = names.get(refOf(of) ?? '');
    return target === undefined ? of : node({ Ref: target }, of.span);
  }
  if (call?.name === 'Fn::GetAtt') {
    const path =
      call.argument.kind === 'list' ? itemsOf(call.argument).map(literal) : (literal(call.argument) ?? '').split('.');
    const target = path.length > 2 ? names.get(`${path[0]}.${path[1]}`) : undefined;
    return target === undefined ? of : node({ 'Fn::GetAtt': [target, path.slice(2).join('.')] }, of.span);
  }
  if (call?.name === 'Fn::Sub') {
    const [text, ...rest] = itemsOf(call.argument);
    const before = stringOf(text);
    if (before !== undefined && text) {
      const after = before.replace(
        /\$\{([A-Za-z0-9]{1,255}\.[A-Za-z]{1,32})((?:\.[A-Za-z]{1,64})?)\}/g,
        (all, name: string, attribute: string) => {
          const target = names.get(name);
          return target === undefined ? all : `\${${target}${attribute}}`;
        },
      );
      if (after !== before)
        return node(
          { 'Fn::Sub': rest.length > 0 ? [after, ...rest.map((one) => renamed(one, names))] : after },
          of.span,
        );
    }
  }
  if (of.kind === 'list') {
    const items = of.items.map((item) => renamed(item, names));
    return items.every((item, index) => item === of.items[index]) ? of : { ...of, items };
  }
  if (of.kind !== 'map') return of;
  const entries = of.entries.map((entry) => {
    const value = renamed(entry.value, names);
    return value === entry.value ? entry : { ...entry, value };
  });
  return entries.every((entry, index) => entry === of.entries[index]) ? of : { ...of, entries };
}
