import type { Model } from '#runtimes/engine/language';
import { Obj, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { ArgumentPath, CallView } from '#runtimes/engine/view';

/** Letters of our own beside what the user says, from which on a text is taken for instructions. */
const INSTRUCTIONS = 12;

/**
 * A prompt in which what somebody else says stands among our instructions. What the user asks, in a message of its own, is what a
 * chat is for.
 */
export const prompted: Model = (view) => {
  const given: (readonly [ArgumentPath, string, Value])[] = [
    ...view.args.list.map((value, index) => [index, '', value] as const),
    ...[...view.args.named].map(([name, value]) => [name, name, value] as const),
    ...(view.args.rest ? [[0, '', view.args.rest] as const] : []),
  ];
  for (const [at, name, value] of given) {
    const taints: Taint[] = [];
    collect(view, value, name, taints, 0);
    if (taints.length > 0) view.sink('prompt', at, { value: { ...UNKNOWN, taints } });
  }
  return undefined;
};

function collect(view: CallView, value: Value, key: string, into: Taint[], depth: number): void {
  if (depth > 7 || into.length > 20) return;
  const [source] = value.apis;
  if (source?.path.endsWith('.dumps()') || source?.path.startsWith('langchain')) {
    for (const one of source.args?.list ?? []) collect(view, one, key, into, depth + 1);
    return;
  }
  if (/system/i.test(key)) into.push(...value.taints);
  else if (value.text) {
    // Keys of JSON that is written by hand are no instructions.
    const words = value.text
      .filter((one) => typeof one === 'string')
      .join('')
      .replace(/"\w{1,60}"\s{0,9}:/g, '');
    if (
      words.replace(/\b(?:human|assistant|user|prompt|question|answer|input|inst|s)\b|[^a-z]/gi, '').length >=
      INSTRUCTIONS
    )
      into.push(...value.taints);
  }
  for (const one of value.objects) {
    const role = one instanceof Obj && one.fields.get('role');
    const isSystem = role && view.constant(view.machine.state.get(role)) === 'system';
    for (const [name, cell] of one.fields) {
      const inside = view.machine.state.get(cell);
      if (inside)
        collect(
          view,
          inside,
          isSystem ? 'system' : one.kind === 'list' || name === 'text' ? key : name,
          into,
          depth + 1,
        );
    }
    const rest = view.machine.state.get(one.rest);
    if (rest) collect(view, rest, key, into, depth + 1);
  }
}

const BY_NAME: Readonly<Record<string, Model>> = {
  create: prompted,
  stream: prompted,
  parse: prompted,
  generate_content: prompted,
  invoke: prompted,
  predict: prompted,
  completion: prompted,
  generate: prompted,
  run: prompted,
};

/** SDKs of language models, by the last name of what is called. */
export const PROMPT_PACKAGES: Readonly<Record<string, Readonly<Record<string, Model>>>> = {
  ...Object.fromEntries(
    'openai anthropic cohere groq mistralai litellm google.generativeai google.genai vertexai langchain_openai langchain_anthropic langchain_aws langchain_community langchain ollama huggingface_hub strands'
      .split(' ')
      .map((name) => [name, BY_NAME]),
  ),
};
