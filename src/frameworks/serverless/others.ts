import {
  asMap,
  entriesOf,
  get,
  isTrue,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  type Plain,
  scalar,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { alphanumeric, DEPLOYMENT_BUCKET, normalized } from '#frameworks/serverless/naming';
import { noteOf } from '#frameworks/serverless/places';
import type { Service } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataEntry, DataNode } from '#syntax/document';

/**
 * The bucket that the framework keeps its artifacts in. v4 shares one bucket between services, outside of their stacks.
 * Source: `lib/plugins/aws/package/lib/core-cloudformation-template.json` and `generate-core-template.js` of serverless 3.40.0.
 */
export function lowerDeploymentBucket(service: Service): void {
  const { provider, root } = service;
  const config = get(provider, 'deploymentBucket');
  const map = asMap(config);
  if (service.version === 4 || (config && !map) || isTruthy(get(map, 'name'))) return;
  const at = entriesOf(root).find((entry) => entry.key === 'provider')?.keySpan ?? root.span;
  const tags = asMap(get(map, 'tags'));
  const arn = (after: string): Plain => ({
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: DEPLOYMENT_BUCKET }, after]],
  });
  service.generate(
    undefined,
    DEPLOYMENT_BUCKET,
    'AWS::S3::Bucket',
    {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      Tags: tags?.entries.map((entry) => mapOf({ Key: scalar(entry.key, entry.keySpan), Value: entry.value }, at)),
      PublicAccessBlockConfiguration: isTruthy(get(map, 'blockPublicAccess'))
        ? { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
        : undefined,
      VersioningConfiguration: isTruthy(get(map, 'versioning')) ? { Status: 'Enabled' } : undefined,
    },
    at,
  );
  if (isTruthy(get(map, 'skipPolicySetup'))) return;
  service.generate(
    undefined,
    `${DEPLOYMENT_BUCKET}Policy`,
    'AWS::S3::BucketPolicy',
    {
      Bucket: { Ref: DEPLOYMENT_BUCKET },
      PolicyDocument: {
        Statement: [
          {
            Action: 's3:*',
            Effect: 'Deny',
            Principal: '*',
            Resource: [arn('/*'), arn('')],
            Condition: { Bool: { 'aws:SecureTransport': false } },
          },
        ],
      },
    },
    at,
  );
}

const LAYER_ROWS: readonly Row[] = [
  row('name', 'LayerName'),
  row('description', 'Description'),
  row('licenseInfo', 'LicenseInfo'),
  row('compatibleRuntimes', 'CompatibleRuntimes'),
  row('compatibleArchitectures', 'CompatibleArchitectures'),
];

/** `layers`: versions of layers with the accounts that may use them. The IDs of retained ones have no hash of the contents. */
export function lowerLayers(service: Service): void {
  for (const { key, keySpan: at, value } of entriesOf(get(service.root, 'layers'))) {
    const map = asMap(value);
    if (!map) continue;
    const id = `${normalized(key)}LambdaLayer`;
    const attributes: DataEntry[] = isTruthy(get(map, 'retain'))
      ? [{ key: 'DeletionPolicy', keySpan: at, value: scalar('Retain', at) }]
      : [];
    service.generate(
      undefined,
      id,
      'AWS::Lambda::LayerVersion',
      {
        Content: get(map, 'path') ?? get(map, 'package', 'artifact') ?? '.',
        LayerName: get(map, 'name') ?? key,
        Description: get(map, 'description'),
        LicenseInfo: get(map, 'licenseInfo'),
        CompatibleRuntimes: get(map, 'compatibleRuntimes'),
        CompatibleArchitectures: get(map, 'compatibleArchitectures'),
      },
      at,
      { attributes, origin: [{ base: map, rows: LAYER_ROWS }] },
    );
    for (const account of itemsOf(get(map, 'allowedAccounts'))) {
      const name = literal(account) ?? '';
      service.generate(
        undefined,
        `${normalized(key)}${name.replace('*', 'Wild')}LambdaLayerPermission`,
        'AWS::Lambda::LayerVersionPermission',
        { Action: 'lambda:GetLayerVersion', LayerVersionArn: { Ref: id }, Principal: account },
        account.span,
        { attributes },
      );
    }
  }
}

/** The API that a custom domain leads to, by what serverless-domain-manager calls it. */
const APIS: Readonly<Record<string, { readonly logicalId: string; readonly stage: string; readonly isV2: boolean }>> = {
  rest: { logicalId: 'ApiGatewayRestApi', stage: 'ApiGatewayStage', isV2: false },
  http: { logicalId: 'HttpApi', stage: 'HttpApiStage', isV2: true },
  websocket: { logicalId: 'WebsocketsApi', stage: 'WebsocketsDeploymentStage', isV2: true },
};

/**
 * The custom domains of serverless-domain-manager, which makes them beside the stack, as the resources that they are.
 * Source: https://github.com/amplify-education/serverless-domain-manager (`customDomain`, `customDomains`; TLS 1.2 and an edge
 * endpoint where nothing else is said).
 */
export function lowerDomains(service: Service): void {
  const { custom } = service;
  const single = entriesOf(custom).find((entry) => entry.key === 'customDomain');
  const several = itemsOf(get(custom, 'customDomains'));
  if (single) lowerDomain(service, single.keySpan, single.value, undefined);
  for (const item of several) {
    const [first] = entriesOf(item);
    if (first && first.key in APIS && asMap(first.value)) lowerDomain(service, first.keySpan, first.value, first.key);
    else lowerDomain(service, item.span, item, undefined);
  }
}

const DOMAIN_ROWS: readonly Row[] = [row('domainName', 'DomainName')];

function lowerDomain(service: Service, at: Span, config: DataNode, kind: string | undefined): void {
  const map = asMap(config);
  const domain = get(map, 'domainName');
  const enabled = get(map, 'enabled');
  if (
    !map ||
    !domain ||
    (enabled && !isTrue(enabled) && literal(enabled) !== 'true' && noteOf(enabled).unknown === undefined)
  )
    return;
  const api = APIS[kind ?? literal(get(map, 'apiType'))?.toLowerCase() ?? 'rest'];
  if (!api) return;
  const id = `CustomDomain${alphanumeric(literal(domain) ?? String(at.start))}`;
  const endpoint = (literal(get(map, 'endpointType')) ?? 'edge').toUpperCase();
  const policy = get(map, 'securityPolicy');
  const version = policy
    ? literal(policy) === undefined
      ? policy
      : scalar(literal(policy)?.toUpperCase() ?? '', policy.span)
    : 'TLS_1_2';
  const certificate = get(map, 'certificateArn');
  const basePath = get(map, 'basePath');
  const key = basePath && (literal(basePath) === '(none)' || literal(basePath) === '') ? undefined : basePath;
  const exists = service.lowered.has(api.logicalId);
  if (api.isV2) {
    service.generate(
      undefined,
      id,
      'AWS::ApiGatewayV2::DomainName',
      {
        DomainName: domain,
        DomainNameConfigurations: [{ CertificateArn: certificate, EndpointType: 'REGIONAL', SecurityPolicy: version }],
      },
      at,
      {
        origin: [
          { base: map, rows: [...DOMAIN_ROWS, row('securityPolicy', 'DomainNameConfigurations.0.SecurityPolicy')] },
        ],
      },
    );
    if (exists)
      service.generate(
        undefined,
        `${id}Mapping`,
        'AWS::ApiGatewayV2::ApiMapping',
        { DomainName: { Ref: id }, ApiId: { Ref: api.logicalId }, Stage: { Ref: api.stage }, ApiMappingKey: key },
        at,
      );
    return;
  }
  service.generate(
    undefined,
    id,
    'AWS::ApiGateway::DomainName',
    {
      DomainName: domain,
      SecurityPolicy: version,
      EndpointConfiguration: { Types: [endpoint] },
      [endpoint === 'EDGE' ? 'CertificateArn' : 'RegionalCertificateArn']: certificate,
    },
    at,
    { origin: [{ base: map, rows: [...DOMAIN_ROWS, row('securityPolicy', 'SecurityPolicy')] }] },
  );
  if (exists)
    service.generate(
      undefined,
      `${id}Mapping`,
      'AWS::ApiGateway::BasePathMapping',
      {
        DomainName: { Ref: id },
        RestApiId: { Ref: api.logicalId },
        Stage: get(map, 'stage') ?? service.stage,
        BasePath: key,
      },
      at,
    );
}
