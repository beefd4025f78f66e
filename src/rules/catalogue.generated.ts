// Made by tools/generate/catalogue.ts from the folders below src/rules. Do not edit: run npm run generate.
import type { Rule } from '#finding/rule';
import { rule as awsCloudformationSecretInTemplate } from '#rules/aws/cloudformation/secret-in-template/rule';
import { rule as awsIamAllowWithNotAction } from '#rules/aws/iam/allow-with-not-action/rule';
import { rule as awsIamBroadManagedPolicy } from '#rules/aws/iam/broad-managed-policy/rule';
import { rule as awsIamGithubOidcAnyRepository } from '#rules/aws/iam/github-oidc-any-repository/rule';
import { rule as awsIamPassRoleAnyRole } from '#rules/aws/iam/pass-role-any-role/rule';
import { rule as awsIamPrivilegeEscalation } from '#rules/aws/iam/privilege-escalation/rule';
import { rule as awsIamTrustAnyPrincipal } from '#rules/aws/iam/trust-any-principal/rule';
import { rule as awsIamWildcardAction } from '#rules/aws/iam/wildcard-action/rule';
import { rule as awsIamWildcardResource } from '#rules/aws/iam/wildcard-resource/rule';
import { rule as awsLambdaFunctionUrlRequiresAuth } from '#rules/aws/lambda/function-url-requires-auth/rule';
import { rule as awsLambdaSecretInEnvironment } from '#rules/aws/lambda/secret-in-environment/rule';
import { rule as awsLambdaTracing } from '#rules/aws/lambda/tracing/rule';

/** Every rule, by id in alphabetical order. */
export const rules: readonly Rule[] = [
  { ...awsCloudformationSecretInTemplate, id: 'aws/cloudformation/secret-in-template' },
  { ...awsIamAllowWithNotAction, id: 'aws/iam/allow-with-not-action' },
  { ...awsIamBroadManagedPolicy, id: 'aws/iam/broad-managed-policy' },
  { ...awsIamGithubOidcAnyRepository, id: 'aws/iam/github-oidc-any-repository' },
  { ...awsIamPassRoleAnyRole, id: 'aws/iam/pass-role-any-role' },
  { ...awsIamPrivilegeEscalation, id: 'aws/iam/privilege-escalation' },
  { ...awsIamTrustAnyPrincipal, id: 'aws/iam/trust-any-principal' },
  { ...awsIamWildcardAction, id: 'aws/iam/wildcard-action' },
  { ...awsIamWildcardResource, id: 'aws/iam/wildcard-resource' },
  { ...awsLambdaFunctionUrlRequiresAuth, id: 'aws/lambda/function-url-requires-auth' },
  { ...awsLambdaSecretInEnvironment, id: 'aws/lambda/secret-in-environment' },
  { ...awsLambdaTracing, id: 'aws/lambda/tracing' },
];
