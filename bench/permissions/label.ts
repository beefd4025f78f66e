import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actionCovers } from '#model/action-pattern';

/** What functions write about themselves is conditional, whatever they do. */
const ALWAYS = ['logs:*', 'xray:*'];

/** What a function needs as a person read it; README.md in the folder above says what the fields mean. */
export interface Label {
  readonly repository: string;
  readonly folder: string;
  readonly framework: string;
  readonly template: string;
  readonly function: string;
  /** Null where the code is no file of the repository. */
  readonly handler: string | null;
  readonly needed: readonly LabelledNeed[];
  readonly conditional: readonly string[];
  readonly abstain?: string;
  readonly note?: string;
}

export interface LabelledNeed {
  readonly action: string;
  /** The template's resource; `*` where the action knows none; `?` where only the deployment or the event tells. */
  readonly resource: string;
  /** `file:line`, the file below the label's folder. */
  readonly evidence: string;
  readonly certain: boolean;
  /** Another service does it in the name of the function, because of that call. */
  readonly dependent?: boolean;
}

export function labels(): readonly Label[] {
  const path = fileURLToPath(new URL('./labels.json', import.meta.url));
  return (JSON.parse(readFileSync(path, 'utf8')) as { functions: Label[] }).functions;
}

/** How a label is called in what the benches print. */
export function nameOf({ folder, function: name }: Label): string {
  return `${folder}#${name}`;
}

/** What the handler is written in. */
export function languageOf({ handler }: Label): 'JavaScript, TypeScript' | 'Python' | 'no file' {
  if (handler === null) return 'no file';
  return handler.endsWith('.py') ? 'Python' : 'JavaScript, TypeScript';
}

/** Whether the handler's code asks for it, not only the template. */
export function isCalled({ template, handler }: Label, { evidence }: LabelledNeed): boolean {
  return handler === null || !evidence.startsWith(`${template}:`);
}

/** Whether an action is among those that a label needs, or may need. */
export function mayAsk({ needed, conditional }: Label, action: string): boolean {
  return [...needed.map((need) => need.action), ...conditional, ...ALWAYS].some((one) => actionCovers(one, action));
}
