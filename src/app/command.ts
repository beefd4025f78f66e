import type { Command } from '#app/job';
import type { Role } from '#github/gateway';

/** The command of a comment: its first line, from the first character; anything else in the comment is talk. */
export function parseCommand(body: string): Command | undefined {
  const first = body.slice(0, 200).split(/\r?\n/, 1)[0] ?? '';
  const match = /^\/leastwise(?:[ \t]+(\S+).*)?[ \t]*$/i.exec(first);
  if (match === null) return undefined;
  const word = (match[1] ?? 'help').toLowerCase();
  return word === 'rescan' || word === 'accept' || word === 'help' ? word : 'unknown';
}

/** Roles that may write to the repository. */
function mayWrite(role: Role): boolean {
  return role === 'admin' || role === 'maintain' || role === 'write';
}

/**
 * Why somebody may not give a command; undefined when they may. A rescan changes nothing, so the author may ask for it as well;
 * an acceptance opens the gate, so the author may not (law 7).
 */
export function refusal(command: 'rescan' | 'accept', by: string, author: string, role: Role): string | undefined {
  const isAuthor = by.toLowerCase() === author.toLowerCase();
  if (command === 'rescan')
    return isAuthor || mayWrite(role)
      ? undefined
      : 'Only the author of the pull request and people with write access can ask for a rescan.';
  if (isAuthor) return 'New suppressions have to be accepted by somebody other than the author of the pull request.';
  return mayWrite(role) ? undefined : 'Only people with write access can accept new suppressions.';
}

export const HELP = `Leastwise listens to these commands, each on the first line of a comment:

- \`/leastwise rescan\` reviews the present head again (author of the pull request, or write access)
- \`/leastwise accept\` accepts the suppressions that this pull request adds (write access, not the author)
- \`/leastwise help\` shows this list`;
