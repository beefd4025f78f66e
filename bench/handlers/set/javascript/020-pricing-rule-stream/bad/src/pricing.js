import { unmarshall } from '@aws-sdk/util-dynamodb';

const priceOf = ({ rule, price }) => {
  const apply = new Function('price', `return ${rule}`);
  return apply(Number(price));
};

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const record of event.Records) {
    const item = unmarshall(record.dynamodb.NewImage);
    const price = priceOf(item);
    if (Number.isNaN(price)) batchItemFailures.push({ itemIdentifier: record.dynamodb.SequenceNumber });
  }
  return { batchItemFailures };
};
