import { TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  type Conversion,
  json,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { textOf, withData } from '#frameworks/terraform/values';
import type { Datum } from '#model/patch';
import { Text } from '#model/text';

/**
 * The log group: Terraform wants its ARN with `:*` behind it and gives it without, where CloudFormation's has it already.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_CloudWatchLogsLogGroup.html
 */
const DESTINATION: Conversion = {
  forth: (value) => {
    const text = textOf(value);
    const [ref, rest] = text instanceof Text ? text.parts : [];
    const whole = typeof ref === 'object' && ref.kind === 'ref' && rest === ':*';
    const arn = whole ? withData(value, new Text([ref])) : value;
    const group = withData(value, new Map([['LogGroupArn', arn]]));
    return withData(value, [withData(value, new Map([['CloudWatchLogsLogGroup', group]]))]);
  },
  back: (datum) => {
    const arn = at(
      at(Array.isArray(datum) && datum.length === 1 ? datum[0] : undefined, 'CloudWatchLogsLogGroup'),
      'LogGroupArn',
    );
    if (typeof arn === 'string') return arn;
    return arn instanceof Text && arn.ref ? new Text([arn.ref, ':*']) : undefined;
  },
};

function at(datum: Datum | undefined, key: string): Datum | undefined {
  if (typeof datum !== 'object' || datum === null || Array.isArray(datum) || datum instanceof Text) return undefined;
  return (datum as { readonly [name: string]: Datum })[key];
}

/** Step Functions: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine and beside it. */
export const stepFunctions: readonly Table[] = [
  resource(
    'aws_sfn_state_machine',
    'AWS::StepFunctions::StateMachine',
    [
      row('name', 'StateMachineName'),
      row('type', 'StateMachineType'),
      row('role_arn', 'RoleArn'),
      json('definition', 'Definition'),
      block('logging_configuration', 'LoggingConfiguration', [
        ...same('IncludeExecutionData Level'),
        row('log_destination', 'Destinations', DESTINATION),
      ]),
      block('tracing_configuration', 'TracingConfiguration', same('Enabled')),
      block('encryption_configuration', 'EncryptionConfiguration', same('KmsDataKeyReusePeriodSeconds KmsKeyId Type')),
      ...TAGS,
    ],
    { attributes: { arn: 'Ref', id: 'Ref', state_machine_version_arn: 'StateMachineRevisionId' } },
  ),
  resource(
    'aws_sfn_alias',
    'AWS::StepFunctions::StateMachineAlias',
    [
      ...same('Name Description'),
      blocks('routing_configuration', 'RoutingConfiguration', same('StateMachineVersionArn Weight')),
    ],
    { attributes: { arn: 'Ref', id: 'Ref' } },
  ),
  resource(
    'aws_sfn_activity',
    'AWS::StepFunctions::Activity',
    [
      ...same('Name'),
      block('encryption_configuration', 'EncryptionConfiguration', same('KmsDataKeyReusePeriodSeconds KmsKeyId Type')),
      ...TAGS,
    ],
    { attributes: { arn: 'Ref', id: 'Ref' } },
  ),
];
