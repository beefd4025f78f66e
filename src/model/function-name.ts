import type { Cloud } from '#model/cloud';
import { resolve, resolveKey, textKey } from '#model/name';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

const QUALIFIED = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];

/**
 * The function that a property means: `!Ref Fn`, `!GetAtt Fn.Arn`, an alias or version of it, its name or ARN, also qualified,
 * also wrapped in the URI by which API Gateway invokes it
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-uri).
 */
export function functionNamed(cloud: Cloud, property: Property): Resource<'AWS::Lambda::Function'> | undefined {
  const stack = property.resource.stack.id;
  const key = property.text === undefined ? undefined : textKey(property.text, stack);
  const wrapped = key?.split('/functions/')[1]?.split('/invocations')[0];
  let found = resolve(cloud, property, ...QUALIFIED);
  if (!found && wrapped !== undefined) found = resolveKey(cloud, wrapped, stack, 'AWS::Lambda::Function');
  if (found && !found.isA('AWS::Lambda::Function')) {
    const [of] = found.read(['FunctionName']);
    found = of && resolve(cloud, of, 'AWS::Lambda::Function');
  }
  return found?.isA('AWS::Lambda::Function') ? found : undefined;
}
