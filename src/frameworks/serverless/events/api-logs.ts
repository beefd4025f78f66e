import { get, isTruthy, literal, type Plain } from '#frameworks/cloudformation/nodes';
import { row } from '#frameworks/cloudformation/rows';
import type { Service } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataNode } from '#syntax/document';

/** The log group of an API, kept as long as all groups of the service are. */
export function apiLogGroup(service: Service, id: string, name: DataNode, at: Span): void {
  service.generate(
    undefined,
    id,
    'AWS::Logs::LogGroup',
    {
      LogGroupName: name,
      RetentionInDays: get(service.provider, 'logRetentionInDays'),
      DataProtectionPolicy: get(service.provider, 'logDataProtectionPolicy'),
    },
    at,
    {
      origin: [
        {
          base: service.provider,
          rows: [row('logRetentionInDays', 'RetentionInDays'), row('logDataProtectionPolicy', 'DataProtectionPolicy')],
        },
      ],
    },
  );
}

/** A setting that is on unless it is said to be off; what is not known stays so. */
export function onUnlessOff(of: DataNode | undefined): boolean {
  return of === undefined || (isTruthy(of) && literal(of) !== 'false');
}

/** The settings of REST and WebSocket stages that `provider.logs` gives. Source: `hack/update-stage.js`, `websockets/lib/stage.js` */
export interface ApiLogs {
  readonly format: Plain;
  readonly access: boolean;
  readonly level: Plain;
  readonly inFull: Plain;
}

export function apiLogs(logs: DataNode, format: string): ApiLogs {
  const given = get(logs, 'format');
  const isExecution = onUnlessOff(get(logs, 'executionLogging'));
  return {
    format: isTruthy(given) ? given : format,
    access: onUnlessOff(get(logs, 'accessLogging')),
    level: isExecution ? (get(logs, 'level') ?? 'INFO') : 'OFF',
    inFull: get(logs, 'fullExecutionData') ?? true,
  };
}

/** API Gateway writes logs with a role of the account, which a custom resource sets up. */
export function ensureLogRole(service: Service, at: Span): void {
  const settings = get(service.provider, 'logs', 'restApi');
  const external = get(settings, 'roleManagedExternally');
  if (isTruthy(external) && literal(external) !== 'false') return;
  const handler = 'CustomDashresourceDashapigwDashcwDashroleLambdaFunction';
  service.generate(
    undefined,
    'CustomApiGatewayAccountCloudWatchRole',
    'Custom::ApiGatewayAccountRole',
    { ServiceToken: { 'Fn::GetAtt': [handler, 'Arn'] }, RoleArn: get(settings, 'role') },
    at,
  );
}
