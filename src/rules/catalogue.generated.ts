// Made by tools/generate/catalogue.ts from the folders below src/rules. Do not edit: run npm run generate.
import type { Rule } from '#finding/rule';
import { rule as awsIamWildcardAction } from '#rules/aws/iam/wildcard-action/rule';
import { rule as awsLambdaFunctionUrlRequiresAuth } from '#rules/aws/lambda/function-url-requires-auth/rule';
import { rule as awsLambdaTracing } from '#rules/aws/lambda/tracing/rule';

/** Every rule, by id in alphabetical order. */
export const rules: readonly Rule[] = [
  { ...awsIamWildcardAction, id: 'aws/iam/wildcard-action' },
  { ...awsLambdaFunctionUrlRequiresAuth, id: 'aws/lambda/function-url-requires-auth' },
  { ...awsLambdaTracing, id: 'aws/lambda/tracing' },
];
