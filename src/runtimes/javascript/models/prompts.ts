import type { Model } from '#runtimes/engine/language';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';

/** Instructions of a chat: what the system says. What users say is theirs to say. */
const chat: Model = (view) => {
  for (const at of ['0.instructions', '0.system', '0.systemInstruction', '0.config.systemInstruction', '1.system'])
    view.sink('prompt', at, { deep: true });
  messages(view, '0.messages');
  messages(view, '0.input');
  messages(view, '0');
  return undefined;
};

function messages(view: CallView, at: string): void {
  const list = view.arg(at);
  if (!list || list.taints.length > 0) return;
  for (const one of list.objects) {
    if (one.kind !== 'list') continue;
    for (const cell of [...one.fields.values(), one.rest]) {
      const message = view.machine.state.get(cell);
      const role = message && view.field(message, 'role');
      if (!message || !role?.constants.every((name) => name === 'system' || name === 'developer')) continue;
      if (role.constants.length === 0) continue;
      const content = view.field(message, 'content');
      if (content) view.sink('prompt', at, { value: content, deep: true });
    }
  }
}

export const PROMPT_FAMILIES = {
  // https://platform.openai.com/docs/api-reference/chat/create, https://platform.openai.com/docs/api-reference/responses/create
  ...family('openai', each('create stream parse createChatCompletion', chat)),
  // https://docs.anthropic.com/en/api/messages
  ...family('@anthropic-ai/sdk @anthropic-ai/bedrock-sdk', each('create stream', chat)),
  ...family(
    '@google/generative-ai @google/genai',
    each('getGenerativeModel generateContent generateContentStream', chat),
  ),
  ...family('ai', each('generateText streamText generateObject streamObject', chat)),
};
