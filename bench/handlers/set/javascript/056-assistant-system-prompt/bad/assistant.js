import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const bedrock = new BedrockRuntimeClient({});

export const handler = async (event) => {
  const { question } = JSON.parse(event.body);
  const instructions = `You answer questions about our opening hours. The visitor asks: ${question}`;
  const { output } = await bedrock.send(
    new ConverseCommand({
      modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
      system: [{ text: instructions }],
      messages: [{ role: 'user', content: [{ text: 'Answer the visitor.' }] }],
      inferenceConfig: { maxTokens: 300 },
    }),
  );
  return { statusCode: 200, body: JSON.stringify({ answer: output.message.content[0].text }) };
};
