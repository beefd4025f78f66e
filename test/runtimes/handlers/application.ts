import type { Framework } from '#frameworks/framework';
import { Cloud } from '#model/cloud';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { type FoundHandlers, findHandlers } from '#runtimes/handlers/find';
import { load, repository } from '#test/frameworks/repository';

/** Finds the handlers of an application that stands in memory: its templates by path, each loaded by the lens, and other files. */
export async function handlersOf(
  framework: Framework,
  templates: readonly string[],
  files: Readonly<Record<string, string>>,
  scope: 'everything' | ReadonlySet<string> = 'everything',
): Promise<FoundHandlers> {
  const stacks = await Promise.all(templates.map((path) => load(files[path] ?? '', { framework, path, files })));
  return findHandlers(new Cloud(stacks), repository(files), scope);
}

/** `src/app.js#handler` of each handler, in order. */
export function placesOf(handlers: readonly HandlerEntry[]): readonly string[] {
  return handlers.map(({ file, exported }) => `${file.path}#${exported ?? ''}`).sort();
}
