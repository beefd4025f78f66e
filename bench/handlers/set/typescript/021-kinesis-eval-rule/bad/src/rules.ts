import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { decode } from './decode.js';

interface Reading {
  expression: string;
  value: number;
}

const judge = ({ expression, value }: Reading): boolean => new Function('value', `return (${expression})`)(value);

export const handler = async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
  const failed = event.Records.filter((record) => !judge(decode<Reading>(record.kinesis.data)));
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.kinesis.sequenceNumber })) };
};
