import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Body, HclDocument, HclOperation } from '#syntax/hcl/ast';
import { editHcl } from '#syntax/hcl/edit';
import { readHcl } from '#syntax/hcl/grammar';
import { parseHclJson } from '#syntax/hcl/json';
import { LimitExceeded, limitProblem, MAX_CHARACTERS, overLimit } from '#syntax/limits';
import { Faults, problemsOf } from '#syntax/reading';

/**
 * Reads one file of Terraform's language, native or JSON by its name, in time proportional to its size, and never throws:
 * what is wrong is in `problems`, what could be read around it in `body`.
 */
export async function parseHcl(file: SourceFile): Promise<HclDocument> {
  if (/\.json$/i.test(file.path)) return parseHclJson(file);
  const faults = new Faults();
  try {
    if (file.text.length > MAX_CHARACTERS) throw overLimit.characters(0);
    const body = readHcl(file.text, faults);
    const isEmpty = body.attributes.length === 0 && body.blocks.length === 0;
    const problems = problemsOf(file, faults.list(), isEmpty ? 'unreadable' : 'partial');
    return new ParsedHcl(file, body, problems);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    const nothing = { span: { start: 0, end: file.text.length }, attributes: [], blocks: [] };
    return new ParsedHcl(file, nothing, [limitProblem(file, error)]);
  }
}

class ParsedHcl implements HclDocument {
  readonly format = 'hcl';

  constructor(
    readonly file: SourceFile,
    readonly body: Body,
    readonly problems: readonly Problem[],
  ) {}

  edit(operations: readonly HclOperation[]): readonly Edit[] | undefined {
    if (!this.file.editable || this.problems.length > 0) return undefined;
    return editHcl(this.file, this.body, operations);
  }
}
