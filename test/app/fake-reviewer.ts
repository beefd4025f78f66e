/**
 * A reviewer that knows nothing of clouds: a line of a YAML file with `BAD name` is a finding, one with `IGNORE name` a
 * suppression that has to be accepted. What it decides about threads is what the real one decides.
 */
import type { Reviewed, Reviewer, ReviewMaterial, ReviewSources } from '#app/reviewer';
import type { Annotation, ReviewComment } from '#review/review';
import { hunkAt } from '#source/diff';
import { isFile } from '#source/snapshot';

export const fakeMarkers = {
  fingerprints: (body: string): readonly string[] => {
    const name = /^<!-- fake ([\w-]+) -->/.exec(body)?.[1];
    return name === undefined ? [] : [name];
  },
};

interface Found {
  readonly path: string;
  readonly line: number;
  readonly name: string;
}

async function find(sources: ReviewSources, side: 'head' | 'base', word: string): Promise<Found[]> {
  const snapshot = sources[side];
  const { entries } = await snapshot.list();
  const files = await snapshot.read(entries.map(({ path }) => path).filter((path) => path.endsWith('.yaml')));
  return [...files.values()].filter(isFile).flatMap((file) =>
    file.text.split('\n').flatMap((text, index) => {
      const name = new RegExp(`${word} ([\\w-]+)`).exec(text)?.[1];
      return name === undefined ? [] : [{ path: file.path, line: index + 1, name }];
    }),
  );
}

export const fakeReviewer: Reviewer = async (material, sources) => {
  const before = new Set((await find(sources, 'base', 'BAD')).map(({ name }) => name));
  const introduced = (await find(sources, 'head', 'BAD')).filter(({ name }) => !before.has(name));
  const ignoredBefore = new Set((await find(sources, 'base', 'IGNORE')).map(({ name }) => name));
  const ignored = (await find(sources, 'head', 'IGNORE')).filter(({ name }) => !ignoredBefore.has(name));
  return plan(material, sources, introduced, ignored);
};

async function plan(
  material: ReviewMaterial,
  sources: ReviewSources,
  introduced: readonly Found[],
  ignored: readonly Found[],
): Promise<Reviewed> {
  const { threads, acceptances } = await sources.conversation();
  const accepted = new Set(acceptances.map(({ fingerprint }) => fingerprint));
  const pending = ignored.map(({ name }) => name).filter((name) => !accepted.has(name));
  const open = threads.filter(({ isResolved }) => !isResolved);
  const known = new Set(open.flatMap(({ fingerprints }) => fingerprints));
  const live = new Set(introduced.map(({ name }) => name));
  const inDiff = ({ path, line }: Found) => {
    const file = material.diff.files.find((one) => one.path === path);
    return file !== undefined && hunkAt(file, line) !== undefined;
  };
  const fails = introduced.length > 0 || (pending.length > 0 && !material.acceptAll);
  return {
    pending,
    review: {
      commit: material.headSha,
      body: 'Findings of the fake.',
      comments: introduced
        .filter(inDiff)
        .slice(0, 10)
        .filter(({ name }) => !known.has(name))
        .map(toComment),
      updates: [],
      resolves: material.canResolve
        ? open.filter(({ fingerprints, hasReplies }) => !hasReplies && fingerprints.every((name) => !live.has(name)))
        : [],
      checkRun: {
        conclusion: fails ? 'failure' : 'success',
        title: `${introduced.length} introduced`,
        summary: `The fake looked at ${material.diff.files.length} files.`,
        text: undefined,
        annotations: introduced.map(toAnnotation),
      },
    },
  };
}

function toComment({ path, line, name }: Found): ReviewComment {
  return {
    path,
    line,
    startLine: undefined,
    side: 'RIGHT',
    body: `<!-- fake ${name} -->\n**${name}** is bad.`,
    fingerprints: [name],
  };
}

function toAnnotation({ path, line, name }: Found): Annotation {
  return { path, startLine: line, endLine: line, level: 'failure', title: name, message: `${name} is bad.` };
}
