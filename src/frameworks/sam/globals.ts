import { callOf, entriesOf, isNull, itemsOf, literal } from '#frameworks/cloudformation/nodes';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';
import { entryOf } from '#syntax/document';

const FUNCTION =
  'Handler Runtime CodeUri DeadLetterQueue Description MemorySize Timeout VpcConfig Environment Tags PropagateTags Tracing KmsKeyArn AutoPublishAlias AutoPublishAliasAllProperties Layers DeploymentPreference RolePath PermissionsBoundary ReservedConcurrentExecutions ProvisionedConcurrencyConfig AssumeRolePolicyDocument EventInvokeConfig FileSystemConfigs CodeSigningConfigArn Architectures SnapStart EphemeralStorage FunctionUrlConfig RuntimeManagementConfig LoggingConfig RecursiveLoop SourceKMSKeyArn TenancyConfig DurableConfig CapacityProviderConfig FunctionScalingConfig PublishToLatestPublished VersionDeletionPolicy';
const API =
  'Auth Name DefinitionUri CacheClusterEnabled CacheClusterSize MergeDefinitions Variables EndpointConfiguration MethodSettings BinaryMediaTypes MinimumCompressionSize Cors GatewayResponses AccessLogSetting CanarySetting TracingEnabled OpenApiVersion Domain AlwaysDeploy PropagateTags SecurityPolicy EndpointAccessMode';

/**
 * The properties that `Globals` may set, by section.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 * and the supported_properties of aws-sam-translator 1.115.0.
 */
const SECTIONS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    Function: FUNCTION,
    Api: API,
    HttpApi:
      'Auth AccessLogSettings StageVariables Tags CorsConfiguration DefaultRouteSettings Domain RouteSettings FailOnWarnings PropagateTags',
    SimpleTable: 'SSESpecification',
    StateMachine: 'PropagateTags',
    LayerVersion: 'PublishLambdaVersion',
    CapacityProvider:
      'VpcConfig OperatorRole Tags InstanceRequirements ScalingConfig KmsKeyArn PropagateTags LoggingConfig ManagedResourceTags',
    MicrovmImage:
      'BuildRoleArn BaseImageArn BaseImageVersion Logging EgressNetworkConnectors CpuConfigurations Resources AdditionalOsCapabilities Hooks EnvironmentVariables Tags PropagateTags',
    NetworkConnector: 'OperatorRole Tags PropagateTags',
    WebSocketApi:
      'AccessLogSettings ApiKeySelectionExpression DefaultRouteSettings DisableExecuteApiEndpoint DisableSchemaValidation Domain FailOnWarnings IpAddressType PropagateTags RouteSelectionExpression RouteSettings StageVariables Tags',
  }).map(([section, names]) => [section, new Set(names.split(' '))]),
);

/** Lists that are replaced, not concatenated. Source: CUSTOM_STRATEGIES of aws-sam-translator 1.115.0. */
const REPLACED: ReadonlySet<string> = new Set([
  'Function.Architectures',
  'CapacityProvider.InstanceRequirements.Architectures',
]);

/** Maps of which only the keys that the resource has as well are merged. Source: as above. */
const PRUNED: ReadonlySet<string> = new Set(['CapacityProvider.ManagedResourceTags']);

/** The section of `Globals` for a resource type: `Function` for `AWS::Serverless::Function`. */
export function sectionOf(type: string): string | undefined {
  const section = type.startsWith('AWS::Serverless::') ? type.slice('AWS::Serverless::'.length) : '';
  return section in SECTIONS ? section : undefined;
}

/** Whether `Globals` may set a property of a section. */
export function mayBeGlobal(section: string, property: string): boolean {
  return SECTIONS[section]?.has(property) ?? false;
}

/** What is wrong with a `Globals` section; SAM refuses such a template, so it is worth a word. */
export function globalsProblems(
  globals: DataNode | undefined,
  problem: (at: Span, message: string) => Problem,
): readonly Problem[] {
  return entriesOf(globals).flatMap((section) => {
    if (!(section.key in SECTIONS))
      return [problem(section.keySpan, `Globals has no section \`${section.key}\`: SAM refuses the template.`)];
    return entriesOf(section.value)
      .filter((entry) => !mayBeGlobal(section.key, entry.key))
      .map((entry) =>
        problem(
          entry.keySpan,
          `\`${entry.key}\` cannot be set in Globals.${section.key}: write it on each resource instead.`,
        ),
      );
  });
}

/**
 * The properties of a resource with its section of `Globals` merged in as SAM does: the resource's scalars win, maps are merged
 * key by key, lists are concatenated (globals first), intrinsic functions count as scalars.
 */
export function merged(globals: DataNode | undefined, section: string, local: MapNode, ignore?: DataNode): MapNode {
  const from = entryOf(globals, section)?.value;
  if (from?.kind !== 'map' || literal(ignore) === '*') return local;
  const ignored = new Set(itemsOf(ignore).map(literal));
  const entries = from.entries.filter((entry) => mayBeGlobal(section, entry.key) && !ignored.has(entry.key));
  if (entries.length === 0) return local;
  return mergeMaps({ ...from, entries }, local, section);
}

function mergeMaps(globals: MapNode, local: MapNode, path: string): MapNode {
  const entries = new Map<string, DataEntry>();
  for (const entry of globals.entries) entries.set(entry.key, entry);
  for (const entry of local.entries) {
    const below = entries.get(entry.key);
    entries.set(
      entry.key,
      below ? { ...entry, value: mergeNodes(below.value, entry.value, `${path}.${entry.key}`) } : entry,
    );
  }
  return { ...local, entries: [...entries.values()] };
}

function mergeNodes(globals: DataNode, local: DataNode, path: string): DataNode {
  if (isNull(local) || callOf(globals) || callOf(local)) return local;
  if (globals.kind === 'list' && local.kind === 'list')
    return REPLACED.has(path) ? local : { ...local, items: [...globals.items, ...local.items] };
  if (globals.kind !== 'map' || local.kind !== 'map') return local;
  if (!PRUNED.has(path) || local.entries.length === 0) return mergeMaps(globals, local, path);
  const keys = new Set(local.entries.map((entry) => entry.key));
  return mergeMaps({ ...globals, entries: globals.entries.filter((entry) => keys.has(entry.key)) }, local, path);
}
