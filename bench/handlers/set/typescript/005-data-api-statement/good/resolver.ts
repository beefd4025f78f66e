import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';
import type { AppSyncResolverHandler } from 'aws-lambda';

const data = new RDSDataClient({});
const base = { resourceArn: process.env.CLUSTER_ARN, secretArn: process.env.DATABASE_SECRET_ARN, database: 'weather' };

export const handler: AppSyncResolverHandler<{ city: string }, string> = async ({ arguments: { city } }) => {
  const sql = 'SELECT temperature FROM readings WHERE city = :city ORDER BY at DESC LIMIT 1';
  const parameters = [{ name: 'city', value: { stringValue: city } }];
  const { records = [] } = await data.send(new ExecuteStatementCommand({ ...base, sql, parameters }));
  return String(records[0]?.[0]?.doubleValue ?? 'unknown');
};
