/** "Commit suggestion", as GitHub's page does it. */
import { placeOf } from '#test/standin/place';
import { pushTo } from '#test/standin/pulls';
import { type Account, atLeast, Refused, type ReviewComment, type World } from '#test/standin/state';

/** The texts of the suggestion blocks of a comment: each a list of lines, without what ends them. */
export function suggestionsOf(body: string): (readonly string[])[] {
  const found: string[][] = [];
  let fence: { readonly mark: string; readonly lines: string[]; readonly suggests: boolean } | undefined;
  for (const line of body.split('\n')) {
    const bare = line.replace(/\r$/, '');
    if (fence === undefined) {
      const opening = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(bare);
      if (opening?.[1] !== undefined) fence = { mark: opening[1], lines: [], suggests: opening[2] === 'suggestion' };
      continue;
    }
    const closing = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(bare)?.[1];
    if (closing?.startsWith(fence.mark)) {
      if (fence.suggests) found.push(fence.lines);
      fence = undefined;
    } else fence.lines.push(line);
  }
  return found;
}

/** Lines with what ends them. */
function split(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Puts a suggestion in the place of the lines `start` to `end` (counted from 1), byte for byte as it stands in the comment. */
export function applyLines(text: string, start: number, end: number, suggestion: readonly string[]): string {
  const lines = split(text);
  const last = lines[end - 1] ?? '';
  const added = suggestion.map((line) => `${line}\n`);
  // A file that ends without a line break goes on doing so.
  if (!last.endsWith('\n') && added.length > 0) added.push((added.pop() ?? '').slice(0, -1));
  return [...lines.slice(0, start - 1), ...added, ...lines.slice(end)].join('');
}

/**
 * Commits one suggestion of a comment to the pull request's head branch. Refuses as GitHub's page does (its texts: stored
 * pull request pages): not on closed pull requests, outdated or deleted lines, nor what changes nothing, nor without write
 * access to the head (docs: incorporating feedback in your pull request). Gives the new head.
 */
export function applySuggestion(world: World, comment: ReviewComment, by: Account, index = 0): string {
  const { thread } = comment;
  const { pull } = thread;
  const suggestion = suggestionsOf(comment.body)[index];
  const refuse = (reason: string) => new Refused(422, reason);
  if (suggestion === undefined) throw refuse('The comment holds no suggestion.');
  if (pull.state !== 'open') throw refuse('Suggestions cannot be applied while the pull request is closed.');
  if (thread.side === 'LEFT') throw refuse('Suggestions cannot be applied on deleted lines.');
  const place = placeOf(thread);
  if (place.outdated || place.line === null) throw refuse('This suggestion is invalid because it is outdated.');
  const { repository, ref, sha } = pull.head;
  if (!atLeast(world.roleOf(repository, by), 'write'))
    throw refuse('Only people with write access to the head can apply suggestions.');
  const before = Buffer.from(repository.objects.read(sha, thread.path) ?? []).toString('utf8');
  const after = applyLines(before, place.startLine ?? place.line, place.line, suggestion);
  if (after === before) throw refuse('This suggestion is invalid because no changes were made to the code.');
  const edits = { [thread.path]: after };
  const head = world.commit(
    repository,
    [sha],
    edits,
    `Update ${thread.path}\n\nCo-authored-by: ${comment.author.login}`,
    by,
  );
  thread.resolvedBy = by;
  pushTo(world, repository, ref, head, by);
  return head;
}
