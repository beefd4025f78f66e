import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const bedrock = new BedrockRuntimeClient({});
const TONES = ['friendly', 'formal'];

export const handler = async (event) => {
  const { tone, question } = JSON.parse(event.body);
  const chosen = TONES.includes(tone) ? tone : 'friendly';
  const answer = await bedrock.send(
    new ConverseCommand({
      modelId: process.env.MODEL,
      system: [{ text: `You answer customers of the shop in a ${chosen} tone and never speak of discounts.` }],
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  return { statusCode: 200, body: answer.output.message.content[0].text };
};
