import type { Finding } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import type { Edit } from '#source/edit';
import { overlaps } from '#source/span';

/** A fix that is not verified yet. */
export interface Draft {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Sorts drafts into batches in which no two touch the same text; the first batch takes what comes first. */
export function compatibleBatches(drafts: readonly Draft[]): Draft[][] {
  const batches: { drafts: Draft[]; taken: Occupied }[] = [];
  for (const one of drafts) {
    const home = batches.find(({ taken }) => one.fix.edits.every((edit) => taken.admits(edit)));
    if (home) {
      home.drafts.push(one);
      home.taken.add(one.fix.edits);
    } else {
      const taken = new Occupied();
      taken.add(one.fix.edits);
      batches.push({ drafts: [one], taken });
    }
  }
  return batches.map((batch) => batch.drafts);
}

/** Text that edits of a batch touch. */
class Occupied {
  readonly #edits = new Map<string, Edit[]>();

  admits(edit: Edit): boolean {
    return !(this.#edits.get(edit.path) ?? []).some((other) => touch(edit, other));
  }

  add(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const same = this.#edits.get(edit.path);
      if (same) same.push(edit);
      else this.#edits.set(edit.path, [edit]);
    }
  }
}

export function sameEdit(a: Edit, b: Edit): boolean {
  return a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** Whether two different edits touch the same text, so that not both can be made. */
export function touch(a: Edit, b: Edit): boolean {
  return a.path === b.path && !sameEdit(a, b) && overlaps(a.span, b.span);
}
