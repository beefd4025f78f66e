import { chaliceTriggers } from '#runtimes/events/chalice';
import type { OtherHandler } from '#runtimes/handlers/azure';
import { directoryOf } from '#runtimes/handlers/tree';
import type { SourceFile } from '#source/file';

/** Characters of a file that are looked at. */
const MAX_LENGTH = 200_000;

/** The handlers of a file that makes a Chalice application or a part of one: its decorators register them. */
export function chaliceHandlers(file: SourceFile): readonly OtherHandler[] {
  const text = file.text.slice(0, MAX_LENGTH);
  if (!/^(?:from|import)\s{1,5}chalice\b/m.test(text)) return [];
  if (!/^\w{1,40}\s{0,5}=\s{0,5}(?:chalice\.)?(?:Chalice|Blueprint)\(/m.test(text)) return [];
  const triggers = chaliceTriggers(text);
  if (triggers.length === 0) return [];
  // Parts of an application stand in `chalicelib`, which is imported from beside it.
  const root = directoryOf(file.path).replace(/(?:^|\/)chalicelib(?:\/.*)?$/, '');
  return [{ path: file.path, exported: undefined, language: 'python', root, triggers }];
}
