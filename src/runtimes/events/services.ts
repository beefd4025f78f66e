import type { EventShape } from '#model/handler';
import { all, fields, list, PROVIDER, SENDER, vouched } from '#runtimes/events/shape';

/**
 * A direct Lambda resolver's context. Headers are the caller's; the identity was checked; the result of the parent's resolver is data.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference.html
 */
export const APPSYNC: EventShape = fields({
  ...all('identity info prev stash', PROVIDER),
  ...all('arguments source', SENDER),
  info: vouched(all('variables selectionSetGraphQL selectionSetList', SENDER)),
  request: vouched({ headers: SENDER }),
});

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-lambda-authorization */
export const APPSYNC_AUTHORIZER: EventShape = fields({
  authorizationToken: SENDER,
  requestContext: vouched(all('queryString variables operationName', SENDER)),
  requestHeaders: SENDER,
});

/**
 * Attributes are what the user entered; names and metadata come from the client.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const USER_POOL: EventShape = fields({
  ...all('version triggerSource region userPoolId callerContext response', PROVIDER),
  userName: SENDER,
  request: fields({
    ...all('groupConfiguration newDeviceUsed userNotFound usernameParameter linkParameter', PROVIDER),
    ...all('codeParameter privateChallengeParameters challengeName type scopes', PROVIDER),
    ...all('clientMetadata validationData password challengeAnswer', SENDER),
    session: vouched({}),
    // The identifier and the state of verification are the pool's own; everything else of a profile is its owner's to choose.
    userAttributes: fields(all('sub email_verified phone_number_verified cognito:user_status', PROVIDER)),
  }),
});

/** The input that whoever starts the execution gives, as the states before have shaped it. */
export const STATE_INPUT: EventShape = SENDER;

/** https://docs.aws.amazon.com/lambda/latest/dg/services-iot.html: what the rule's SQL selects of a device's message. */
export const IOT: EventShape = SENDER;

/** https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html */
export const MAIL: EventShape = fields({
  Records: list(
    fields({
      ...all('eventSource eventVersion', PROVIDER),
      ses: fields({
        mail: fields(all('timestamp messageId', PROVIDER)),
        receipt: vouched({}),
      }),
    }),
  ),
});

/** https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html: parameters are a model's words, and so the user's. */
export const BEDROCK_AGENT: EventShape = fields({
  ...all('messageVersion agent actionGroup apiPath httpMethod function', PROVIDER),
  ...all('inputText parameters requestBody sessionAttributes promptSessionAttributes', SENDER),
  sessionId: SENDER,
});

/** https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html */
export const LEX: EventShape = fields({
  ...all('messageVersion invocationSource inputMode responseContentType bot', PROVIDER),
  ...all('inputTranscript interpretations transcriptions sessionState requestAttributes sessionId', SENDER),
});

/** https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html */
export const CONNECT: EventShape = fields({
  Name: PROVIDER,
  Details: fields({
    Parameters: SENDER,
    ContactData: vouched({ Attributes: SENDER, CustomerEndpoint: SENDER }),
  }),
});

/** https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html */
export const ALEXA: EventShape = fields({
  ...all('version context', PROVIDER),
  session: vouched({ attributes: SENDER }),
  request: vouched({ intent: fields({ name: PROVIDER }) }),
});

/** What comes from the cloud alone: schedules, Config, CodePipeline, secret rotation, custom resources of the template. */
export const CLOUD_ALONE: EventShape = PROVIDER;
