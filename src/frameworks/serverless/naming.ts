/*
 * Logical IDs as the framework gives them.
 * Source: `lib/plugins/aws/lib/naming.js` of serverless 3.40.0; v4 has the same.
 */

/** The first character in upper case: `hello` is `Hello`. */
export function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** A function's, layer's or authorizer's name in logical IDs: `my-fn_a` is `MyDashfnUnderscorea`. */
export function normalized(name: string): string {
  return upperFirst(name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore'));
}

/** A name with everything but letters and digits left out: `my.topic-1` is `Mytopic1`. */
export function alphanumeric(name: string): string {
  return upperFirst(name.replace(/[^0-9A-Za-z]/g, ''));
}

export function lambdaLogicalId(functionName: string): string {
  return `${normalized(functionName)}LambdaFunction`;
}

export function logGroupLogicalId(functionName: string): string {
  return `${normalized(functionName)}LogGroup`;
}

/** The one role that all functions without a role of their own have. */
export const ROLE = 'IamRoleLambdaExecution';

/** The bucket that the framework keeps its artifacts in. */
export const DEPLOYMENT_BUCKET = 'ServerlessDeploymentBucket';
