import { gunzipSync } from 'node:zlib';
import { FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose';

const firehose = new FirehoseClient({});

export const handler = async (event) => {
  const packed = Buffer.from(event.body, 'base64');
  const text = gunzipSync(packed);
  await firehose.send(new PutRecordCommand({ DeliveryStreamName: 'logs', Record: { Data: text } }));
  return { statusCode: 204 };
};
