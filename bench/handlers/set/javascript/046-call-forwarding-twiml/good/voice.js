import twilio from 'twilio';

export const handler = async (event) => {
  const name = event.queryStringParameters?.name ?? 'caller';
  const response = new twilio.twiml.VoiceResponse();
  response.say(`Hello ${name}`);
  const twiml = response.toString();
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml' },
    body: twiml,
  };
};
