/** The ids that the CDK leaves out of names: a construct's main resource. https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html */
const HIDDEN: ReadonlySet<string> = new Set(['Resource', 'Default']);

/** A nested stack stands in its parent as `Name.NestedStack/Name.NestedStackResource`. */
const NESTED = /\.NestedStack(Resource)?$/;

/** The constructs of a path below its stack, those that the CDK adds without a name of their own left out. */
export function constructIds(path: string, stackPath: string): readonly string[] {
  const below = path.startsWith(`${stackPath}/`) ? path.slice(stackPath.length + 1) : path;
  const ids = below.split('/').map((id) => id.replace(NESTED, ''));
  const named = ids.filter((id, index) => id !== '' && id !== ids[index - 1]);
  while (named.length > 1 && HIDDEN.has(named.at(-1) ?? '')) named.pop();
  return named;
}

/**
 * Identities that aws-cdk-lib gives the functions that it shares within a stack: AwsCustomResource, LogRetention, bucket
 * notifications, BucketDeployment, calls of AWS services by rules and state machines, receipt rules.
 * custom-resources/lib/aws-custom-resource, aws-lambda/lib/log-retention, aws-s3/lib/notifications-resource,
 * aws-s3-deployment/lib/bucket-deployment, aws-events-targets/lib/aws-api, aws-stepfunctions-tasks/lib, aws-ses/lib/receipt-rule.
 */
const SINGLETONS =
  /(679f53fac002430cb0da5b7982bd2287|aae0aa3c5b4d4f87b02d85b201efdd8a|050a0587b7544547bf325f094a3db834|8693bb64968944b69aafb0cc9eb8756c|8693bb64968944b69aafb0cc9eb8757c|b4cf1abd4e4f4bc699441af7ccd9ec37|8a0c93f3dbef4b71ac137aaf2048ce7e|224e77f9a32e4b4dac32983477abba16)/i;

/** Resource types that aws-cdk-lib serves with functions of its own: `CustomResourceProvider.getOrCreateProvider(this, TYPE`. */
const OWN_TYPES =
  '(S3AutoDeleteObjects|ECRAutoDeleteImages|SyntheticsAutoDeleteUnderlyingResources|CrossRegionExportReader|CrossRegionExportWriter|CrossRegionStringParameterReader|CrossAccountZoneDelegation|VpcRestrictDefaultSG|DeleteExistingRecordSet|AWSCDKOpenIdConnectProvider|DynamoDBReplica)';

/** Ids that stand for constructs of the library alone, with all that is in them. */
const OWN_IDS: readonly RegExp[] = [
  SINGLETONS,
  new RegExp(`^Custom::${OWN_TYPES}CustomResourceProvider$`),
  /^(CDKMetadata|AWSCDKCfnUtilsProviderCustomResourceProvider|AWSCDK\.TriggerCustomResourceProviderCustomResourceProvider)$/,
  // custom-resources/lib/provider-framework/provider.ts
  /^(framework-(onEvent|isComplete|onTimeout)|waiter-state-machine)$/,
  // aws-certificatemanager/lib/dns-validated-certificate.ts
  /^CertificateRequestorFunction$/,
  // Nested stacks of aws-eks and aws-dynamodb.
  /^@aws-cdk--aws-/,
];

/** Custom resources that the library declares within others; the policy of one is as little the author's. */
const OWN_CUSTOM_RESOURCES =
  /^(EventsLogGroupPolicy.*|CloudFrontDomainName|DescribeCognitoUserPoolClient|AddOpenSearchAccessPolicy|AutoDeleteObjectsCustomResource)$/;

/** The function of a custom resource provider whose code and policy are the author's: only the policy is theirs to write. */
const PROVIDER_FUNCTION = /CustomResourceProvider$/;

/** The same by logical IDs, where no path is known: what stands in them of a path, and eight digits of a hash. */
const OWN_LOGICAL_IDS: readonly RegExp[] = [
  SINGLETONS,
  new RegExp(`^Custom${OWN_TYPES}CustomResourceProvider(Handler|Role)[0-9A-F]{8}$`),
  /^(CDKMetadata|AWSCDKCfnUtilsProviderCustomResourceProvider(Handler|Role)[0-9A-F]{8})$/,
  /framework(onEvent|isComplete|onTimeout)[A-Za-z]*[0-9A-F]{8}$/,
];

/** Whether a resource is of a construct that the CDK makes for its own ends: nobody can write anything of it. */
export function isOwn(path: string | undefined, logicalId: string): boolean {
  if (path === undefined) return OWN_LOGICAL_IDS.some((own) => own.test(logicalId));
  const ids = path.split('/');
  return (
    ids.some((id) => OWN_IDS.some((own) => own.test(id))) ||
    path.endsWith('/Notifications/HandlerPolicy/Resource') ||
    (ids.at(-2) === 'CustomResourcePolicy' && OWN_CUSTOM_RESOURCES.test(ids.at(-3) ?? '')) ||
    (ids.at(-1) === 'Handler' && PROVIDER_FUNCTION.test(ids.at(-2) ?? ''))
  );
}
