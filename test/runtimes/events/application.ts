import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { Cloud } from '#model/cloud';
import type { Trigger } from '#model/handler';
import { shapeAt } from '#runtimes/events/shape';
import { triggersOf } from '#runtimes/events/trigger';
import { load } from '#test/frameworks/repository';

const HEAD = "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n";

/** A SAM template with the function `Fn`, what else its properties say (in braces), and other resources. */
export async function cloudOf(properties: string, more = ''): Promise<Cloud> {
  const fn = `Runtime: nodejs22.x, Handler: app.handler, CodeUri: src/${properties}`;
  const text = `${HEAD}  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { ${fn} }\n${more}`;
  return new Cloud([await load(text, { framework: templates([sam]) })]);
}

/** The triggers of `Fn`. */
export function triggersIn(cloud: Cloud): readonly Trigger[] {
  const fn = cloud.all('AWS::Lambda::Function').find(({ logicalId }) => logicalId === 'Fn');
  return fn ? triggersOf(cloud, fn) : [];
}

/** Who decides what stands at a path of the first trigger's event; `[]` is an item. */
export function control(triggers: readonly Trigger[], path: string): string | undefined {
  return triggers[0] && shapeAt(triggers[0].event, path.split('.')).control;
}
