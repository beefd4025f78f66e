import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const bus = new EventBridgeClient({});

// What it tells others is nothing that others told it.
export const handler = async (event) => {
  const { order } = JSON.parse(event.body);
  const Entries = [{ Source: 'shop', DetailType: 'payment.failed', Detail: JSON.stringify({ order: String(order) }) }];
  await bus.send(new PutEventsCommand({ Entries }));
  return { statusCode: 204 };
};
