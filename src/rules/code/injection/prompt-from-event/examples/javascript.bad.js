import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const bedrock = new BedrockRuntimeClient({});

export const handler = async (event) => {
  const { tone, question } = JSON.parse(event.body);
  const answer = await bedrock.send(
    new ConverseCommand({
      modelId: process.env.MODEL,
      system: [{ text: `You answer customers of the shop in a ${tone} tone and never speak of discounts.` }], // expect
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  return { statusCode: 200, body: answer.output.message.content[0].text };
};
