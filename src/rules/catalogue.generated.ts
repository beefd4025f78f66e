// Made by tools/generate/catalogue.ts from the folders below src/rules. Do not edit: run npm run generate.
import type { Rule } from '#finding/rule';
import { rule as awsApigatewayAccessLogOff } from '#rules/aws/apigateway/access-log-off/rule';
import { rule as awsApigatewayApiKeyAsAuthentication } from '#rules/aws/apigateway/api-key-as-authentication/rule';
import { rule as awsApigatewayApiWithoutAuthorization } from '#rules/aws/apigateway/api-without-authorization/rule';
import { rule as awsApigatewayCorsAnyOriginWithCredentials } from '#rules/aws/apigateway/cors-any-origin-with-credentials/rule';
import { rule as awsApigatewayDefaultEndpointOpen } from '#rules/aws/apigateway/default-endpoint-open/rule';
import { rule as awsApigatewayIntegrationOverPlainHttp } from '#rules/aws/apigateway/integration-over-plain-http/rule';
import { rule as awsApigatewayNoRequestValidation } from '#rules/aws/apigateway/no-request-validation/rule';
import { rule as awsApigatewayNoThrottling } from '#rules/aws/apigateway/no-throttling/rule';
import { rule as awsApigatewayOldTls } from '#rules/aws/apigateway/old-tls/rule';
import { rule as awsApigatewayRequestsLoggedInFull } from '#rules/aws/apigateway/requests-logged-in-full/rule';
import { rule as awsApigatewayRouteMissesAuthorizer } from '#rules/aws/apigateway/route-misses-authorizer/rule';
import { rule as awsApigatewayServiceOpenToAll } from '#rules/aws/apigateway/service-open-to-all/rule';
import { rule as awsApigatewayWebsocketWithoutAuthorization } from '#rules/aws/apigateway/websocket-without-authorization/rule';
import { rule as awsAppsyncApiKeyAuthentication } from '#rules/aws/appsync/api-key-authentication/rule';
import { rule as awsAppsyncMutationByApiKey } from '#rules/aws/appsync/mutation-by-api-key/rule';
import { rule as awsCloudformationSecretInTemplate } from '#rules/aws/cloudformation/secret-in-template/rule';
import { rule as awsCloudformationStatefulResourceNotRetained } from '#rules/aws/cloudformation/stateful-resource-not-retained/rule';
import { rule as awsCloudfrontOldTls } from '#rules/aws/cloudfront/old-tls/rule';
import { rule as awsCloudfrontPlainHttpAllowed } from '#rules/aws/cloudfront/plain-http-allowed/rule';
import { rule as awsCodebuildSecretExported } from '#rules/aws/codebuild/secret-exported/rule';
import { rule as awsCodebuildSecretInPlainText } from '#rules/aws/codebuild/secret-in-plain-text/rule';
import { rule as awsCognitoGuestsGetCredentials } from '#rules/aws/cognito/guests-get-credentials/rule';
import { rule as awsCognitoMfaOff } from '#rules/aws/cognito/mfa-off/rule';
import { rule as awsCognitoTokensInTheAddress } from '#rules/aws/cognito/tokens-in-the-address/rule';
import { rule as awsCognitoWeakPasswordPolicy } from '#rules/aws/cognito/weak-password-policy/rule';
import { rule as awsDynamodbCustomerKey } from '#rules/aws/dynamodb/customer-key/rule';
import { rule as awsDynamodbNoPointInTimeRecovery } from '#rules/aws/dynamodb/no-point-in-time-recovery/rule';
import { rule as awsEc2SecurityGroupOpenToAll } from '#rules/aws/ec2/security-group-open-to-all/rule';
import { rule as awsEfsFileSystemNotEncrypted } from '#rules/aws/efs/file-system-not-encrypted/rule';
import { rule as awsEventsBusPolicyOpenToAll } from '#rules/aws/events/bus-policy-open-to-all/rule';
import { rule as awsIamAllowWithNotAction } from '#rules/aws/iam/allow-with-not-action/rule';
import { rule as awsIamBroadManagedPolicy } from '#rules/aws/iam/broad-managed-policy/rule';
import { rule as awsIamGithubOidcAnyRepository } from '#rules/aws/iam/github-oidc-any-repository/rule';
import { rule as awsIamPassRoleAnyRole } from '#rules/aws/iam/pass-role-any-role/rule';
import { rule as awsIamPermissionMissing } from '#rules/aws/iam/permission-missing/rule';
import { rule as awsIamPermissionNotUsed } from '#rules/aws/iam/permission-not-used/rule';
import { rule as awsIamPrivilegeEscalation } from '#rules/aws/iam/privilege-escalation/rule';
import { rule as awsIamRoleSharedByDifferentNeeds } from '#rules/aws/iam/role-shared-by-different-needs/rule';
import { rule as awsIamTrustAnyPrincipal } from '#rules/aws/iam/trust-any-principal/rule';
import { rule as awsIamWildcardAction } from '#rules/aws/iam/wildcard-action/rule';
import { rule as awsIamWildcardResource } from '#rules/aws/iam/wildcard-resource/rule';
import { rule as awsKinesisStreamNotEncrypted } from '#rules/aws/kinesis/stream-not-encrypted/rule';
import { rule as awsKmsKeyPolicyOpenToAll } from '#rules/aws/kms/key-policy-open-to-all/rule';
import { rule as awsKmsRotationOff } from '#rules/aws/kms/rotation-off/rule';
import { rule as awsLambdaAsynchronousFailureLost } from '#rules/aws/lambda/asynchronous-failure-lost/rule';
import { rule as awsLambdaEnvironmentCustomerKey } from '#rules/aws/lambda/environment-customer-key/rule';
import { rule as awsLambdaFunctionUrlCorsAnyOrigin } from '#rules/aws/lambda/function-url-cors-any-origin/rule';
import { rule as awsLambdaFunctionUrlRequiresAuth } from '#rules/aws/lambda/function-url-requires-auth/rule';
import { rule as awsLambdaLayerOpenToAll } from '#rules/aws/lambda/layer-open-to-all/rule';
import { rule as awsLambdaLogGroupUndeclared } from '#rules/aws/lambda/log-group-undeclared/rule';
import { rule as awsLambdaPartialBatchResponse } from '#rules/aws/lambda/partial-batch-response/rule';
import { rule as awsLambdaPermissionOpenToAll } from '#rules/aws/lambda/permission-open-to-all/rule';
import { rule as awsLambdaPermissionWithoutSource } from '#rules/aws/lambda/permission-without-source/rule';
import { rule as awsLambdaPublicUrlWithoutConcurrencyLimit } from '#rules/aws/lambda/public-url-without-concurrency-limit/rule';
import { rule as awsLambdaQueueVisibilityTimeout } from '#rules/aws/lambda/queue-visibility-timeout/rule';
import { rule as awsLambdaRecursiveTrigger } from '#rules/aws/lambda/recursive-trigger/rule';
import { rule as awsLambdaRuntimeEndOfLife } from '#rules/aws/lambda/runtime-end-of-life/rule';
import { rule as awsLambdaSecretInEnvironment } from '#rules/aws/lambda/secret-in-environment/rule';
import { rule as awsLambdaStreamFailureBlocks } from '#rules/aws/lambda/stream-failure-blocks/rule';
import { rule as awsLambdaTracing } from '#rules/aws/lambda/tracing/rule';
import { rule as awsLogsCustomerKey } from '#rules/aws/logs/customer-key/rule';
import { rule as awsLogsRetentionUnlimited } from '#rules/aws/logs/retention-unlimited/rule';
import { rule as awsRdsPubliclyAccessible } from '#rules/aws/rds/publicly-accessible/rule';
import { rule as awsRdsStorageNotEncrypted } from '#rules/aws/rds/storage-not-encrypted/rule';
import { rule as awsS3BucketPolicyOpenToAll } from '#rules/aws/s3/bucket-policy-open-to-all/rule';
import { rule as awsS3CustomerKey } from '#rules/aws/s3/customer-key/rule';
import { rule as awsS3PlainHttpAllowed } from '#rules/aws/s3/plain-http-allowed/rule';
import { rule as awsS3PublicAccessBlockOff } from '#rules/aws/s3/public-access-block-off/rule';
import { rule as awsS3PublicAcl } from '#rules/aws/s3/public-acl/rule';
import { rule as awsSecretsmanagerCustomerKey } from '#rules/aws/secretsmanager/customer-key/rule';
import { rule as awsSecretsmanagerSecretPolicyOpenToAll } from '#rules/aws/secretsmanager/secret-policy-open-to-all/rule';
import { rule as awsSnsCustomerKey } from '#rules/aws/sns/customer-key/rule';
import { rule as awsSnsSubscriptionOverPlainHttp } from '#rules/aws/sns/subscription-over-plain-http/rule';
import { rule as awsSnsTopicPolicyOpenToAll } from '#rules/aws/sns/topic-policy-open-to-all/rule';
import { rule as awsSqsCustomerKey } from '#rules/aws/sqs/customer-key/rule';
import { rule as awsSqsDeadLettersExpireFirst } from '#rules/aws/sqs/dead-letters-expire-first/rule';
import { rule as awsSqsNoDeadLetterQueue } from '#rules/aws/sqs/no-dead-letter-queue/rule';
import { rule as awsSqsQueuePolicyOpenToAll } from '#rules/aws/sqs/queue-policy-open-to-all/rule';
import { rule as awsStatesCallbackWithoutTimeout } from '#rules/aws/states/callback-without-timeout/rule';
import { rule as awsStatesLoggingOff } from '#rules/aws/states/logging-off/rule';
import { rule as awsStatesTracing } from '#rules/aws/states/tracing/rule';
import { rule as codeAccessCallerNamedByEvent } from '#rules/code/access/caller-named-by-event/rule';
import { rule as codeAccessRecordOfAnotherCaller } from '#rules/code/access/record-of-another-caller/rule';
import { rule as codeAccessWildcardPolicy } from '#rules/code/access/wildcard-policy/rule';
import { rule as codeCryptoPredictableSecret } from '#rules/code/crypto/predictable-secret/rule';
import { rule as codeCryptoSmallKey } from '#rules/code/crypto/small-key/rule';
import { rule as codeCryptoStaticInitializationVector } from '#rules/code/crypto/static-initialization-vector/rule';
import { rule as codeCryptoVariableTimeComparison } from '#rules/code/crypto/variable-time-comparison/rule';
import { rule as codeCryptoWeakCipher } from '#rules/code/crypto/weak-cipher/rule';
import { rule as codeCryptoWeakHash } from '#rules/code/crypto/weak-hash/rule';
import { rule as codeErrorsDetailsReturned } from '#rules/code/errors/details-returned/rule';
import { rule as codeErrorsPartialBatch } from '#rules/code/errors/partial-batch/rule';
import { rule as codeErrorsSwallowed } from '#rules/code/errors/swallowed/rule';
import { rule as codeErrorsThrownInCallback } from '#rules/code/errors/thrown-in-callback/rule';
import { rule as codeIdentityCredentialInCode } from '#rules/code/identity/credential-in-code/rule';
import { rule as codeIdentityCredentialInUrl } from '#rules/code/identity/credential-in-url/rule';
import { rule as codeIdentityJwtAlgorithmOpen } from '#rules/code/identity/jwt-algorithm-open/rule';
import { rule as codeIdentityJwtAudienceMissing } from '#rules/code/identity/jwt-audience-missing/rule';
import { rule as codeIdentityJwtClaimsUnchecked } from '#rules/code/identity/jwt-claims-unchecked/rule';
import { rule as codeIdentityJwtNotVerified } from '#rules/code/identity/jwt-not-verified/rule';
import { rule as codeIdentityJwtWithoutExpiry } from '#rules/code/identity/jwt-without-expiry/rule';
import { rule as codeIdentityRoleFromEvent } from '#rules/code/identity/role-from-event/rule';
import { rule as codeIdentitySigningKeyInCode } from '#rules/code/identity/signing-key-in-code/rule';
import { rule as codeIdentityWebhookNotVerified } from '#rules/code/identity/webhook-not-verified/rule';
import { rule as codeInjectionAmountFromEvent } from '#rules/code/injection/amount-from-event/rule';
import { rule as codeInjectionArchiveEntryPath } from '#rules/code/injection/archive-entry-path/rule';
import { rule as codeInjectionBacktrackingPattern } from '#rules/code/injection/backtracking-pattern/rule';
import { rule as codeInjectionCloudResourceFromEvent } from '#rules/code/injection/cloud-resource-from-event/rule';
import { rule as codeInjectionCodeFromEvent } from '#rules/code/injection/code-from-event/rule';
import { rule as codeInjectionCommandFromEvent } from '#rules/code/injection/command-from-event/rule';
import { rule as codeInjectionDecompressionOfEvent } from '#rules/code/injection/decompression-of-event/rule';
import { rule as codeInjectionDeserializationOfEvent } from '#rules/code/injection/deserialization-of-event/rule';
import { rule as codeInjectionDynamodbExpressionFromEvent } from '#rules/code/injection/dynamodb-expression-from-event/rule';
import { rule as codeInjectionEnvironmentFromEvent } from '#rules/code/injection/environment-from-event/rule';
import { rule as codeInjectionFieldsFromEvent } from '#rules/code/injection/fields-from-event/rule';
import { rule as codeInjectionFormatFromEvent } from '#rules/code/injection/format-from-event/rule';
import { rule as codeInjectionFormulaInCsv } from '#rules/code/injection/formula-in-csv/rule';
import { rule as codeInjectionGraphqlQueryFromEvent } from '#rules/code/injection/graphql-query-from-event/rule';
import { rule as codeInjectionHeaderFromEvent } from '#rules/code/injection/header-from-event/rule';
import { rule as codeInjectionHtmlFromEvent } from '#rules/code/injection/html-from-event/rule';
import { rule as codeInjectionLdapFilterFromEvent } from '#rules/code/injection/ldap-filter-from-event/rule';
import { rule as codeInjectionLogEntryFromEvent } from '#rules/code/injection/log-entry-from-event/rule';
import { rule as codeInjectionMailFromEvent } from '#rules/code/injection/mail-from-event/rule';
import { rule as codeInjectionModuleFromEvent } from '#rules/code/injection/module-from-event/rule';
import { rule as codeInjectionNosqlQueryFromEvent } from '#rules/code/injection/nosql-query-from-event/rule';
import { rule as codeInjectionPathFromEvent } from '#rules/code/injection/path-from-event/rule';
import { rule as codeInjectionPromptFromEvent } from '#rules/code/injection/prompt-from-event/rule';
import { rule as codeInjectionPrototypePollution } from '#rules/code/injection/prototype-pollution/rule';
import { rule as codeInjectionRedirectToAnyHost } from '#rules/code/injection/redirect-to-any-host/rule';
import { rule as codeInjectionRegexFromEvent } from '#rules/code/injection/regex-from-event/rule';
import { rule as codeInjectionRequestToAnyHost } from '#rules/code/injection/request-to-any-host/rule';
import { rule as codeInjectionSqlFromEvent } from '#rules/code/injection/sql-from-event/rule';
import { rule as codeInjectionTemplateFromEvent } from '#rules/code/injection/template-from-event/rule';
import { rule as codeInjectionXmlFromEvent } from '#rules/code/injection/xml-from-event/rule';
import { rule as codeInjectionXmlTextFromEvent } from '#rules/code/injection/xml-text-from-event/rule';
import { rule as codeInjectionXpathFromEvent } from '#rules/code/injection/xpath-from-event/rule';
import { rule as codeInvocationDebugMode } from '#rules/code/invocation/debug-mode/rule';
import { rule as codeInvocationFileKept } from '#rules/code/invocation/file-kept/rule';
import { rule as codeInvocationFloatingPromise } from '#rules/code/invocation/floating-promise/rule';
import { rule as codeInvocationStateKept } from '#rules/code/invocation/state-kept/rule';
import { rule as codeInvocationWaitsForFunction } from '#rules/code/invocation/waits-for-function/rule';
import { rule as codeLoggingEvent } from '#rules/code/logging/event/rule';
import { rule as codeLoggingSecret } from '#rules/code/logging/secret/rule';
import { rule as codeParsingXmlEntities } from '#rules/code/parsing/xml-entities/rule';
import { rule as codeResponsesCookieWithoutFlags } from '#rules/code/responses/cookie-without-flags/rule';
import { rule as codeResponsesOpenCors } from '#rules/code/responses/open-cors/rule';
import { rule as codeResponsesSecret } from '#rules/code/responses/secret/rule';
import { rule as codeSecretsHardCodedSecret } from '#rules/code/secrets/hard-coded-secret/rule';
import { rule as codeSecretsProviderCredential } from '#rules/code/secrets/provider-credential/rule';
import { rule as codeSourceCommandsFromElsewhere } from '#rules/code/source/commands-from-elsewhere/rule';
import { rule as codeSourceHiddenCharacters } from '#rules/code/source/hidden-characters/rule';
import { rule as codeStorageObjectMadePublic } from '#rules/code/storage/object-made-public/rule';
import { rule as codeStoragePresignedForLong } from '#rules/code/storage/presigned-for-long/rule';
import { rule as codeStorageWorldWritable } from '#rules/code/storage/world-writable/rule';
import { rule as codeTransportClearText } from '#rules/code/transport/clear-text/rule';
import { rule as codeTransportOldTls } from '#rules/code/transport/old-tls/rule';
import { rule as codeTransportSecretInQuery } from '#rules/code/transport/secret-in-query/rule';
import { rule as codeTransportTimeoutMissing } from '#rules/code/transport/timeout-missing/rule';
import { rule as codeTransportTlsVerificationOff } from '#rules/code/transport/tls-verification-off/rule';
import { rule as dockerImageCertificateCheckOff } from '#rules/docker/image/certificate-check-off/rule';
import { rule as dockerImageFloatingTag } from '#rules/docker/image/floating-tag/rule';
import { rule as dockerImageRuntimeEndOfLife } from '#rules/docker/image/runtime-end-of-life/rule';
import { rule as dockerImageSecretAsBuildArgument } from '#rules/docker/image/secret-as-build-argument/rule';
import { rule as dockerImageSecretFileCopied } from '#rules/docker/image/secret-file-copied/rule';
import { rule as dockerImageSecretInDockerfile } from '#rules/docker/image/secret-in-dockerfile/rule';
import { rule as dockerImageUnverifiedDownload } from '#rules/docker/image/unverified-download/rule';
import { rule as githubActionsActionNotPinned } from '#rules/github/actions/action-not-pinned/rule';
import { rule as githubActionsAllSecretsHandedOver } from '#rules/github/actions/all-secrets-handed-over/rule';
import { rule as githubActionsLongLivedCloudKeys } from '#rules/github/actions/long-lived-cloud-keys/rule';
import { rule as githubActionsScriptInjection } from '#rules/github/actions/script-injection/rule';
import { rule as githubActionsSecretInWorkflow } from '#rules/github/actions/secret-in-workflow/rule';
import { rule as githubActionsTokenMayWriteAll } from '#rules/github/actions/token-may-write-all/rule';
import { rule as githubActionsTokenPermissionsUndeclared } from '#rules/github/actions/token-permissions-undeclared/rule';
import { rule as githubActionsUnsecureCommandsAllowed } from '#rules/github/actions/unsecure-commands-allowed/rule';
import { rule as githubActionsUntrustedCheckout } from '#rules/github/actions/untrusted-checkout/rule';

/** Every rule, by id in alphabetical order. */
export const rules: readonly Rule[] = [
  { ...awsApigatewayAccessLogOff, id: 'aws/apigateway/access-log-off' },
  { ...awsApigatewayApiKeyAsAuthentication, id: 'aws/apigateway/api-key-as-authentication' },
  { ...awsApigatewayApiWithoutAuthorization, id: 'aws/apigateway/api-without-authorization' },
  { ...awsApigatewayCorsAnyOriginWithCredentials, id: 'aws/apigateway/cors-any-origin-with-credentials' },
  { ...awsApigatewayDefaultEndpointOpen, id: 'aws/apigateway/default-endpoint-open' },
  { ...awsApigatewayIntegrationOverPlainHttp, id: 'aws/apigateway/integration-over-plain-http' },
  { ...awsApigatewayNoRequestValidation, id: 'aws/apigateway/no-request-validation' },
  { ...awsApigatewayNoThrottling, id: 'aws/apigateway/no-throttling' },
  { ...awsApigatewayOldTls, id: 'aws/apigateway/old-tls' },
  { ...awsApigatewayRequestsLoggedInFull, id: 'aws/apigateway/requests-logged-in-full' },
  { ...awsApigatewayRouteMissesAuthorizer, id: 'aws/apigateway/route-misses-authorizer' },
  { ...awsApigatewayServiceOpenToAll, id: 'aws/apigateway/service-open-to-all' },
  { ...awsApigatewayWebsocketWithoutAuthorization, id: 'aws/apigateway/websocket-without-authorization' },
  { ...awsAppsyncApiKeyAuthentication, id: 'aws/appsync/api-key-authentication' },
  { ...awsAppsyncMutationByApiKey, id: 'aws/appsync/mutation-by-api-key' },
  { ...awsCloudformationSecretInTemplate, id: 'aws/cloudformation/secret-in-template' },
  { ...awsCloudformationStatefulResourceNotRetained, id: 'aws/cloudformation/stateful-resource-not-retained' },
  { ...awsCloudfrontOldTls, id: 'aws/cloudfront/old-tls' },
  { ...awsCloudfrontPlainHttpAllowed, id: 'aws/cloudfront/plain-http-allowed' },
  { ...awsCodebuildSecretExported, id: 'aws/codebuild/secret-exported' },
  { ...awsCodebuildSecretInPlainText, id: 'aws/codebuild/secret-in-plain-text' },
  { ...awsCognitoGuestsGetCredentials, id: 'aws/cognito/guests-get-credentials' },
  { ...awsCognitoMfaOff, id: 'aws/cognito/mfa-off' },
  { ...awsCognitoTokensInTheAddress, id: 'aws/cognito/tokens-in-the-address' },
  { ...awsCognitoWeakPasswordPolicy, id: 'aws/cognito/weak-password-policy' },
  { ...awsDynamodbCustomerKey, id: 'aws/dynamodb/customer-key' },
  { ...awsDynamodbNoPointInTimeRecovery, id: 'aws/dynamodb/no-point-in-time-recovery' },
  { ...awsEc2SecurityGroupOpenToAll, id: 'aws/ec2/security-group-open-to-all' },
  { ...awsEfsFileSystemNotEncrypted, id: 'aws/efs/file-system-not-encrypted' },
  { ...awsEventsBusPolicyOpenToAll, id: 'aws/events/bus-policy-open-to-all' },
  { ...awsIamAllowWithNotAction, id: 'aws/iam/allow-with-not-action' },
  { ...awsIamBroadManagedPolicy, id: 'aws/iam/broad-managed-policy' },
  { ...awsIamGithubOidcAnyRepository, id: 'aws/iam/github-oidc-any-repository' },
  { ...awsIamPassRoleAnyRole, id: 'aws/iam/pass-role-any-role' },
  { ...awsIamPermissionMissing, id: 'aws/iam/permission-missing' },
  { ...awsIamPermissionNotUsed, id: 'aws/iam/permission-not-used' },
  { ...awsIamPrivilegeEscalation, id: 'aws/iam/privilege-escalation' },
  { ...awsIamRoleSharedByDifferentNeeds, id: 'aws/iam/role-shared-by-different-needs' },
  { ...awsIamTrustAnyPrincipal, id: 'aws/iam/trust-any-principal' },
  { ...awsIamWildcardAction, id: 'aws/iam/wildcard-action' },
  { ...awsIamWildcardResource, id: 'aws/iam/wildcard-resource' },
  { ...awsKinesisStreamNotEncrypted, id: 'aws/kinesis/stream-not-encrypted' },
  { ...awsKmsKeyPolicyOpenToAll, id: 'aws/kms/key-policy-open-to-all' },
  { ...awsKmsRotationOff, id: 'aws/kms/rotation-off' },
  { ...awsLambdaAsynchronousFailureLost, id: 'aws/lambda/asynchronous-failure-lost' },
  { ...awsLambdaEnvironmentCustomerKey, id: 'aws/lambda/environment-customer-key' },
  { ...awsLambdaFunctionUrlCorsAnyOrigin, id: 'aws/lambda/function-url-cors-any-origin' },
  { ...awsLambdaFunctionUrlRequiresAuth, id: 'aws/lambda/function-url-requires-auth' },
  { ...awsLambdaLayerOpenToAll, id: 'aws/lambda/layer-open-to-all' },
  { ...awsLambdaLogGroupUndeclared, id: 'aws/lambda/log-group-undeclared' },
  { ...awsLambdaPartialBatchResponse, id: 'aws/lambda/partial-batch-response' },
  { ...awsLambdaPermissionOpenToAll, id: 'aws/lambda/permission-open-to-all' },
  { ...awsLambdaPermissionWithoutSource, id: 'aws/lambda/permission-without-source' },
  { ...awsLambdaPublicUrlWithoutConcurrencyLimit, id: 'aws/lambda/public-url-without-concurrency-limit' },
  { ...awsLambdaQueueVisibilityTimeout, id: 'aws/lambda/queue-visibility-timeout' },
  { ...awsLambdaRecursiveTrigger, id: 'aws/lambda/recursive-trigger' },
  { ...awsLambdaRuntimeEndOfLife, id: 'aws/lambda/runtime-end-of-life' },
  { ...awsLambdaSecretInEnvironment, id: 'aws/lambda/secret-in-environment' },
  { ...awsLambdaStreamFailureBlocks, id: 'aws/lambda/stream-failure-blocks' },
  { ...awsLambdaTracing, id: 'aws/lambda/tracing' },
  { ...awsLogsCustomerKey, id: 'aws/logs/customer-key' },
  { ...awsLogsRetentionUnlimited, id: 'aws/logs/retention-unlimited' },
  { ...awsRdsPubliclyAccessible, id: 'aws/rds/publicly-accessible' },
  { ...awsRdsStorageNotEncrypted, id: 'aws/rds/storage-not-encrypted' },
  { ...awsS3BucketPolicyOpenToAll, id: 'aws/s3/bucket-policy-open-to-all' },
  { ...awsS3CustomerKey, id: 'aws/s3/customer-key' },
  { ...awsS3PlainHttpAllowed, id: 'aws/s3/plain-http-allowed' },
  { ...awsS3PublicAccessBlockOff, id: 'aws/s3/public-access-block-off' },
  { ...awsS3PublicAcl, id: 'aws/s3/public-acl' },
  { ...awsSecretsmanagerCustomerKey, id: 'aws/secretsmanager/customer-key' },
  { ...awsSecretsmanagerSecretPolicyOpenToAll, id: 'aws/secretsmanager/secret-policy-open-to-all' },
  { ...awsSnsCustomerKey, id: 'aws/sns/customer-key' },
  { ...awsSnsSubscriptionOverPlainHttp, id: 'aws/sns/subscription-over-plain-http' },
  { ...awsSnsTopicPolicyOpenToAll, id: 'aws/sns/topic-policy-open-to-all' },
  { ...awsSqsCustomerKey, id: 'aws/sqs/customer-key' },
  { ...awsSqsDeadLettersExpireFirst, id: 'aws/sqs/dead-letters-expire-first' },
  { ...awsSqsNoDeadLetterQueue, id: 'aws/sqs/no-dead-letter-queue' },
  { ...awsSqsQueuePolicyOpenToAll, id: 'aws/sqs/queue-policy-open-to-all' },
  { ...awsStatesCallbackWithoutTimeout, id: 'aws/states/callback-without-timeout' },
  { ...awsStatesLoggingOff, id: 'aws/states/logging-off' },
  { ...awsStatesTracing, id: 'aws/states/tracing' },
  { ...codeAccessCallerNamedByEvent, id: 'code/access/caller-named-by-event' },
  { ...codeAccessRecordOfAnotherCaller, id: 'code/access/record-of-another-caller' },
  { ...codeAccessWildcardPolicy, id: 'code/access/wildcard-policy' },
  { ...codeCryptoPredictableSecret, id: 'code/crypto/predictable-secret' },
  { ...codeCryptoSmallKey, id: 'code/crypto/small-key' },
  { ...codeCryptoStaticInitializationVector, id: 'code/crypto/static-initialization-vector' },
  { ...codeCryptoVariableTimeComparison, id: 'code/crypto/variable-time-comparison' },
  { ...codeCryptoWeakCipher, id: 'code/crypto/weak-cipher' },
  { ...codeCryptoWeakHash, id: 'code/crypto/weak-hash' },
  { ...codeErrorsDetailsReturned, id: 'code/errors/details-returned' },
  { ...codeErrorsPartialBatch, id: 'code/errors/partial-batch' },
  { ...codeErrorsSwallowed, id: 'code/errors/swallowed' },
  { ...codeErrorsThrownInCallback, id: 'code/errors/thrown-in-callback' },
  { ...codeIdentityCredentialInCode, id: 'code/identity/credential-in-code' },
  { ...codeIdentityCredentialInUrl, id: 'code/identity/credential-in-url' },
  { ...codeIdentityJwtAlgorithmOpen, id: 'code/identity/jwt-algorithm-open' },
  { ...codeIdentityJwtAudienceMissing, id: 'code/identity/jwt-audience-missing' },
  { ...codeIdentityJwtClaimsUnchecked, id: 'code/identity/jwt-claims-unchecked' },
  { ...codeIdentityJwtNotVerified, id: 'code/identity/jwt-not-verified' },
  { ...codeIdentityJwtWithoutExpiry, id: 'code/identity/jwt-without-expiry' },
  { ...codeIdentityRoleFromEvent, id: 'code/identity/role-from-event' },
  { ...codeIdentitySigningKeyInCode, id: 'code/identity/signing-key-in-code' },
  { ...codeIdentityWebhookNotVerified, id: 'code/identity/webhook-not-verified' },
  { ...codeInjectionAmountFromEvent, id: 'code/injection/amount-from-event' },
  { ...codeInjectionArchiveEntryPath, id: 'code/injection/archive-entry-path' },
  { ...codeInjectionBacktrackingPattern, id: 'code/injection/backtracking-pattern' },
  { ...codeInjectionCloudResourceFromEvent, id: 'code/injection/cloud-resource-from-event' },
  { ...codeInjectionCodeFromEvent, id: 'code/injection/code-from-event' },
  { ...codeInjectionCommandFromEvent, id: 'code/injection/command-from-event' },
  { ...codeInjectionDecompressionOfEvent, id: 'code/injection/decompression-of-event' },
  { ...codeInjectionDeserializationOfEvent, id: 'code/injection/deserialization-of-event' },
  { ...codeInjectionDynamodbExpressionFromEvent, id: 'code/injection/dynamodb-expression-from-event' },
  { ...codeInjectionEnvironmentFromEvent, id: 'code/injection/environment-from-event' },
  { ...codeInjectionFieldsFromEvent, id: 'code/injection/fields-from-event' },
  { ...codeInjectionFormatFromEvent, id: 'code/injection/format-from-event' },
  { ...codeInjectionFormulaInCsv, id: 'code/injection/formula-in-csv' },
  { ...codeInjectionGraphqlQueryFromEvent, id: 'code/injection/graphql-query-from-event' },
  { ...codeInjectionHeaderFromEvent, id: 'code/injection/header-from-event' },
  { ...codeInjectionHtmlFromEvent, id: 'code/injection/html-from-event' },
  { ...codeInjectionLdapFilterFromEvent, id: 'code/injection/ldap-filter-from-event' },
  { ...codeInjectionLogEntryFromEvent, id: 'code/injection/log-entry-from-event' },
  { ...codeInjectionMailFromEvent, id: 'code/injection/mail-from-event' },
  { ...codeInjectionModuleFromEvent, id: 'code/injection/module-from-event' },
  { ...codeInjectionNosqlQueryFromEvent, id: 'code/injection/nosql-query-from-event' },
  { ...codeInjectionPathFromEvent, id: 'code/injection/path-from-event' },
  { ...codeInjectionPromptFromEvent, id: 'code/injection/prompt-from-event' },
  { ...codeInjectionPrototypePollution, id: 'code/injection/prototype-pollution' },
  { ...codeInjectionRedirectToAnyHost, id: 'code/injection/redirect-to-any-host' },
  { ...codeInjectionRegexFromEvent, id: 'code/injection/regex-from-event' },
  { ...codeInjectionRequestToAnyHost, id: 'code/injection/request-to-any-host' },
  { ...codeInjectionSqlFromEvent, id: 'code/injection/sql-from-event' },
  { ...codeInjectionTemplateFromEvent, id: 'code/injection/template-from-event' },
  { ...codeInjectionXmlFromEvent, id: 'code/injection/xml-from-event' },
  { ...codeInjectionXmlTextFromEvent, id: 'code/injection/xml-text-from-event' },
  { ...codeInjectionXpathFromEvent, id: 'code/injection/xpath-from-event' },
  { ...codeInvocationDebugMode, id: 'code/invocation/debug-mode' },
  { ...codeInvocationFileKept, id: 'code/invocation/file-kept' },
  { ...codeInvocationFloatingPromise, id: 'code/invocation/floating-promise' },
  { ...codeInvocationStateKept, id: 'code/invocation/state-kept' },
  { ...codeInvocationWaitsForFunction, id: 'code/invocation/waits-for-function' },
  { ...codeLoggingEvent, id: 'code/logging/event' },
  { ...codeLoggingSecret, id: 'code/logging/secret' },
  { ...codeParsingXmlEntities, id: 'code/parsing/xml-entities' },
  { ...codeResponsesCookieWithoutFlags, id: 'code/responses/cookie-without-flags' },
  { ...codeResponsesOpenCors, id: 'code/responses/open-cors' },
  { ...codeResponsesSecret, id: 'code/responses/secret' },
  { ...codeSecretsHardCodedSecret, id: 'code/secrets/hard-coded-secret' },
  { ...codeSecretsProviderCredential, id: 'code/secrets/provider-credential' },
  { ...codeSourceCommandsFromElsewhere, id: 'code/source/commands-from-elsewhere' },
  { ...codeSourceHiddenCharacters, id: 'code/source/hidden-characters' },
  { ...codeStorageObjectMadePublic, id: 'code/storage/object-made-public' },
  { ...codeStoragePresignedForLong, id: 'code/storage/presigned-for-long' },
  { ...codeStorageWorldWritable, id: 'code/storage/world-writable' },
  { ...codeTransportClearText, id: 'code/transport/clear-text' },
  { ...codeTransportOldTls, id: 'code/transport/old-tls' },
  { ...codeTransportSecretInQuery, id: 'code/transport/secret-in-query' },
  { ...codeTransportTimeoutMissing, id: 'code/transport/timeout-missing' },
  { ...codeTransportTlsVerificationOff, id: 'code/transport/tls-verification-off' },
  { ...dockerImageCertificateCheckOff, id: 'docker/image/certificate-check-off' },
  { ...dockerImageFloatingTag, id: 'docker/image/floating-tag' },
  { ...dockerImageRuntimeEndOfLife, id: 'docker/image/runtime-end-of-life' },
  { ...dockerImageSecretAsBuildArgument, id: 'docker/image/secret-as-build-argument' },
  { ...dockerImageSecretFileCopied, id: 'docker/image/secret-file-copied' },
  { ...dockerImageSecretInDockerfile, id: 'docker/image/secret-in-dockerfile' },
  { ...dockerImageUnverifiedDownload, id: 'docker/image/unverified-download' },
  { ...githubActionsActionNotPinned, id: 'github/actions/action-not-pinned' },
  { ...githubActionsAllSecretsHandedOver, id: 'github/actions/all-secrets-handed-over' },
  { ...githubActionsLongLivedCloudKeys, id: 'github/actions/long-lived-cloud-keys' },
  { ...githubActionsScriptInjection, id: 'github/actions/script-injection' },
  { ...githubActionsSecretInWorkflow, id: 'github/actions/secret-in-workflow' },
  { ...githubActionsTokenMayWriteAll, id: 'github/actions/token-may-write-all' },
  { ...githubActionsTokenPermissionsUndeclared, id: 'github/actions/token-permissions-undeclared' },
  { ...githubActionsUnsecureCommandsAllowed, id: 'github/actions/unsecure-commands-allowed' },
  { ...githubActionsUntrustedCheckout, id: 'github/actions/untrusted-checkout' },
];
