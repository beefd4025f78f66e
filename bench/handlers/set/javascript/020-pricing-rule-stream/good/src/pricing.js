import { unmarshall } from '@aws-sdk/util-dynamodb';

const RULES = {
  flat: (price) => price,
  tenth: (price) => price * 0.9,
  half: (price) => price / 2,
};

const priceOf = ({ rule, price }) => {
  const apply = RULES[String(rule)] ?? RULES.flat;
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
