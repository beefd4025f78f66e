import type { Cloud } from '#model/cloud';
import { type Analysis, analyse } from '#runtimes/analyse';
import { findHandlers } from '#runtimes/handlers/find';
import { JAVASCRIPT } from '#runtimes/javascript/language';
import { CodeReader, programOf } from '#runtimes/modules';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';
import { languageOf } from '#syntax/code/code';
import type { Grammars } from '#syntax/code/grammars';

/** What was read of the handlers of a snapshot. */
export interface Analyses {
  readonly analyses: readonly Analysis[];
  readonly problems: readonly Problem[];
}

/** Finds the handlers that the cloud's functions run and follows their code. Never throws for what the files contain. */
export async function analyseHandlers(
  cloud: Cloud,
  files: FileReader,
  scope: 'everything' | ReadonlySet<string>,
  grammars: Grammars,
): Promise<Analyses> {
  const { handlers, gaps } = await findHandlers(cloud, files, scope);
  const languages = handlers.flatMap(({ file }) => languageOf(file.path) ?? []);
  await grammars.load(
    languages.includes('python') ? [...languages] : [...languages, 'javascript', 'typescript', 'tsx'],
  );
  const reader = new CodeReader(files, grammars);
  const programs = await Promise.all(
    handlers.map(async (entry) => ({ entry, program: await programOf(entry, reader) })),
  );
  const analyses: Analysis[] = [];
  for (const { entry, program } of programs) {
    if (!program || entry.language !== 'javascript') continue;
    analyses.push(analyse(entry, program, JAVASCRIPT));
  }
  return { analyses, problems: gaps };
}
