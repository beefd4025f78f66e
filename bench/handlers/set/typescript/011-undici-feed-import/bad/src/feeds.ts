import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { request } from 'undici';

async function pull(record: SQSRecord): Promise<number> {
  const { feed } = JSON.parse(record.body) as { feed: string };
  const { statusCode, body } = await request(feed, { headersTimeout: 2000, bodyTimeout: 4000 });
  await body.dump();
  return statusCode;
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const outcomes = await Promise.allSettled(event.Records.map(pull));
  const failed = event.Records.filter((_, at) => outcomes[at]?.status === 'rejected');
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};
