import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const bedrock = new BedrockRuntimeClient({});
const SYSTEM = 'You answer questions about our opening hours and nothing else.';

export const handler = async (event) => {
  const { question } = JSON.parse(event.body);
  const { output } = await bedrock.send(
    new ConverseCommand({
      modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
      system: [{ text: SYSTEM }],
      messages: [{ role: 'user', content: [{ text: String(question).slice(0, 2000) }] }],
      inferenceConfig: { maxTokens: 300 },
    }),
  );
  return { statusCode: 200, body: JSON.stringify({ answer: output.message.content[0].text }) };
};
