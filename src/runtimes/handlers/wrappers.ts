import type { Resource } from '#model/resource';

/**
 * Handlers of observability layers, and the variable in which each is told the handler that it wraps. Sources:
 * https://docs.datadoghq.com/serverless/aws_lambda/installation/,
 * https://docs.newrelic.com/docs/serverless-function-monitoring/aws-lambda-monitoring/enable-lambda-monitoring/account-linking/,
 * https://docs.lumigo.io/docs/auto-tracing, https://www.ibm.com/docs/en/instana-observability (AWS Lambda native tracing).
 */
const WRAPPERS: readonly (readonly [handler: RegExp, variable: string])[] = [
  [/(^|\/)datadog-lambda-js\/|^datadog_lambda\./, 'DD_LAMBDA_HANDLER'],
  [/newrelic[-_]lambda[-_]wrapper/, 'NEW_RELIC_LAMBDA_HANDLER'],
  [/lumigo/, 'LUMIGO_ORIGINAL_HANDLER'],
  [/instana-aws-lambda-auto-wrap/, 'LAMBDA_HANDLER'],
  [/epsagon/, 'EPSAGON_HANDLER'],
  [/catalyst|thundra/, 'THUNDRA_AGENT_LAMBDA_HANDLER'],
];

/** The application's own handler: the one that a wrapper calls, where one is named. */
export function wrappedHandler(fn: Resource<'AWS::Lambda::Function'>, handler: string | undefined): string | undefined {
  const wrapper = WRAPPERS.find(([pattern]) => handler !== undefined && pattern.test(handler));
  if (!wrapper) return handler;
  const given = fn.read(['Environment', 'Variables', wrapper[1]]).find((one) => one.string !== undefined);
  return given?.string ?? handler;
}
