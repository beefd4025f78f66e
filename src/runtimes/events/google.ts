import type { EventShape, Trigger } from '#model/handler';
import { all, SENDER, vouched } from '#runtimes/events/shape';

/**
 * A CloudEvent: of Pub/Sub the message's data (base64) and attributes are the publisher's, of Cloud Storage the object's name and
 * metadata are whoever's put it there. https://cloud.google.com/functions/docs/writing/write-event-driven-functions
 */
export const CLOUD_EVENT: EventShape = vouched({
  data: vouched({
    message: vouched(all('data attributes json orderingKey', SENDER)),
    ...all('name metadata contentType contentDisposition value oldValue protoPayload', SENDER),
    // Of a background function the message itself.
    ...all('data attributes', SENDER),
  }),
  subject: SENDER,
});

/** The first argument of a background function of the first generation: a message, or an object's metadata. */
export const BACKGROUND_EVENT: EventShape = vouched(
  all('data attributes json name metadata contentType contentDisposition value oldValue', SENDER),
);

/** HTTP functions are open to whoever may invoke the service; which is set outside of the code. */
export const GOOGLE_HTTP: Trigger = {
  kind: 'google-http',
  reach: 'unknown',
  label: 'HTTP function',
  entry: undefined,
  event: SENDER,
};

export const GOOGLE_EVENT: Trigger = {
  kind: 'google-event',
  reach: 'service',
  label: 'event function',
  entry: undefined,
  event: CLOUD_EVENT,
};

export const GOOGLE_BACKGROUND: Trigger = { ...GOOGLE_EVENT, label: 'background function', event: BACKGROUND_EVENT };
