import type { Report } from '#cli/report';
import type { Fix } from '#finding/remedy';
import { isSensitive } from '#scan/identity';
import { linesOf } from '#source/file';

/** Lines of context that a patch shows at most. */
const CONTEXT = 3;

/** The lines in which secrets stand: no format shows them, whatever it is that is shown around them (law 10). */
export class HiddenLines {
  readonly #lines = new Map<string, Set<number>>();

  constructor(readonly report: Report) {
    for (const { finding } of report.findings) {
      if (!isSensitive(finding.rule)) continue;
      const { start, end } = linesOf(finding.at);
      const lines = this.of(finding.at.file.path);
      for (let line = start; line <= end; line++) lines.add(line);
    }
  }

  /** The hidden lines of a file, from 1. */
  of(path: string): Set<number> {
    const known = this.#lines.get(path) ?? new Set();
    this.#lines.set(path, known);
    return known;
  }

  /** Whether a fix stands so near to a secret that its patch would show it. */
  isNear(fix: Fix): boolean {
    return fix.edits.some(({ path, span }) => {
      const file = this.report.file(path);
      const hidden = this.of(path);
      if (!file || hidden.size === 0) return false;
      const { start, end } = linesOf({ file, span });
      return [...hidden].some((line) => start - CONTEXT <= line && line <= end + CONTEXT);
    });
  }
}
