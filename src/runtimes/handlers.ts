import type { Cloud } from '#model/cloud';
import type { Gap } from '#model/handler';
import type { Resource } from '#model/resource';
import { type Analysis, analyse } from '#runtimes/analyse';
import type { Language } from '#runtimes/engine/language';
import { withFeeding } from '#runtimes/feeding';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { findHandlers } from '#runtimes/handlers/find';
import { type InlineCode, inlineCode } from '#runtimes/handlers/inline';
import { JAVASCRIPT } from '#runtimes/javascript/language';
import { CodeReader, type Program, programOf } from '#runtimes/modules';
import { PYTHON } from '#runtimes/python/language';
import { applyEdits, type Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';
import { languageOf } from '#syntax/code/code';
import type { Grammars } from '#syntax/code/grammars';

export type { Analysis };

/** What was read of the handlers of a snapshot. */
export interface Analyses {
  readonly analyses: readonly Analysis[];
  readonly problems: readonly Problem[];
  /** Handlers whose file could not be read. */
  readonly gaps: readonly Gap[];
}

/** The languages that handlers are followed in. */
export const LANGUAGES: Readonly<Record<HandlerEntry['language'], Language>> = {
  javascript: JAVASCRIPT,
  python: PYTHON,
};

/** Finds the handlers that the cloud's functions run and follows their code. Never throws for what the files contain. */
export async function analyseHandlers(
  cloud: Cloud,
  files: FileReader,
  scope: 'everything' | ReadonlySet<string>,
  grammars: Grammars,
): Promise<Analyses> {
  const { handlers, gaps: problems } = await findHandlers(cloud, files, scope);
  const languages = handlers.flatMap(({ file, inline, language }) =>
    inline ? language : (languageOf(file.path) ?? []),
  );
  const isScript = languages.some((one) => one !== 'python');
  await grammars.load(isScript ? [...languages, 'javascript', 'typescript', 'tsx'] : languages);
  const reader = new CodeReader(files, grammars);
  const programs = await Promise.all(
    handlers.map(async (entry) => ({ entry, program: await programOf(entry, reader) })),
  );
  const analyses: Analysis[] = [];
  const touched = programs.filter(({ entry, program }) => program && isTouched(entry, program, scope));
  // What a role is used for is what all of its functions do.
  const roles = new Set(touched.flatMap(({ entry }) => rolesOf(cloud, entry)));
  const gaps: Gap[] = [];
  for (const one of programs) {
    const { entry, program } = one;
    if (!program) {
      if (isTouched(entry, { files: [entry.file] }, scope)) gaps.push(unreadGap(entry));
      continue;
    }
    if (touched.includes(one) || rolesOf(cloud, entry).some((role) => roles.has(role)))
      analyses.push(analyse(entry, program, LANGUAGES[entry.language]));
  }
  return { analyses: withFeeding(cloud, analyses), problems, gaps };
}

function unreadGap({ file }: HandlerEntry): Gap {
  return {
    at: { file, span: { start: 0, end: 0 } },
    message: `${file.path} is larger than what is read of code, or cannot be parsed: nothing in it was looked at.`,
  };
}

function rolesOf(cloud: Cloud, { functions }: HandlerEntry): readonly string[] {
  return functions.flatMap((fn) =>
    fn.read(['Role']).flatMap((role) => cloud.resolve(role, 'AWS::IAM::Role')?.id ?? []),
  );
}

/** Whether a change touches the handler: one of its files, or a template that declares it. */
function isTouched(
  { functions }: HandlerEntry,
  { files }: Pick<Program, 'files'>,
  scope: 'everything' | ReadonlySet<string>,
): boolean {
  if (scope === 'everything') return true;
  return [...files, ...functions.flatMap(({ stack }) => stack.files)].some(({ path }) => scope.has(path));
}

/**
 * The same handler with other text in its files.
 * @param files the handler's files as they are now
 * @param inline the code as it is now of a handler whose code stands in a template
 */
export async function analyseAgain(
  { entry }: Analysis,
  files: readonly SourceFile[],
  reader: FileReader,
  grammars: Grammars,
  inline?: InlineCode,
): Promise<Analysis | undefined> {
  const file = inline?.file ?? files.find(({ path }) => path === entry.file.path) ?? entry.file;
  const now: HandlerEntry = { ...entry, file, ...(inline ? { inline } : {}) };
  const program = await programOf(now, new CodeReader(reader, grammars));
  return program && analyse(now, program, LANGUAGES[entry.language]);
}

/**
 * The code that a template holds after edits, where it is what the edits make of it.
 * @param edits of the template, in its code alone
 * @param fn the function as the template declares it now
 */
export function inlineAfter(
  { entry: { inline } }: Analysis,
  edits: readonly Edit[],
  fn: Resource<'AWS::Lambda::Function'>,
): InlineCode | undefined {
  const own = inline?.edits;
  if (!inline || !own) return undefined;
  const inCode = edits.filter(({ path }) => path === inline.file.path).map((edit) => own.ofCode(edit));
  // How many line breaks a block ends with is its header's choice.
  const wanted = applyEdits(inline.file, inCode).text.trimEnd();
  return fn
    .at('Code', 'ZipFile')
    .map(inlineCode)
    .find((one) => one?.edits && one.file.text.trimEnd() === wanted);
}
