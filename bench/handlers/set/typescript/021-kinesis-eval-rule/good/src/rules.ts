import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { decode } from './decode.js';

interface Reading {
  expression: string;
  value: number;
}

const CHECKS: ReadonlyMap<string, (value: number) => boolean> = new Map([
  ['hot', (value) => value > 80],
  ['cold', (value) => value < 0],
]);
const judge = ({ expression, value }: Reading): boolean => CHECKS.get(expression)?.(value) ?? false;

export const handler = async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
  const failed = event.Records.filter((record) => !judge(decode<Reading>(record.kinesis.data)));
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.kinesis.sequenceNumber })) };
};
