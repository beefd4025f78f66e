import type { Reviewer, ReviewMaterial } from '#app/reviewer';
import { grammarFiles } from '#cli/grammar-files';
import { rulePage } from '#finding/page';
import { frameworks } from '#frameworks/catalogue';
import type { Conversation } from '#github/gateway';
import { plan } from '#review/plan';
import { rules } from '#rules/catalogue.generated';
import { judgeChange } from '#scan/change';
import { Grammars } from '#syntax/code/grammars';

/** Loaded when code first occurs, and once in a process. */
const grammars = new Grammars(grammarFiles);

/** The composition root of a review: judge the change, prove fixes, plan. Pure but for what the sources read. */
export const pipeline: Reviewer = async (material, sources) => {
  const { config, diff, today } = material;
  let asked: Promise<Conversation> | undefined;
  const conversation = (): Promise<Conversation> => {
    asked ??= sources.conversation();
    return asked;
  };
  const { judgement, pending, file } = await judgeChange(
    { head: sources.head, base: sources.base, diff },
    {
      rules,
      frameworks,
      grammars,
      config,
      today,
      accepted: async () => new Set((await conversation()).acceptances.map(({ fingerprint }) => fingerprint)),
      acceptNew: material.acceptAll,
    },
  );
  const review = plan(judgement, diff, (await conversation()).threads, {
    commit: material.headSha,
    failOn: config.failOn,
    commentOn: config.commentOn,
    maxComments: config.maxComments,
    canResolve: material.canResolve,
    file,
    fileUrl: (path, line) => fileUrl(material, path, line),
    ruleUrl: (id) => rulePage(id, material.rulesUrl),
  });
  return { review, pending };
};

function fileUrl({ webUrl, repository, headSha }: ReviewMaterial, path: string, line: number | undefined): string {
  const place = path.split('/').map(encodeURIComponent).join('/');
  return `${webUrl}/${repository.owner}/${repository.repo}/blob/${headSha}/${place}${line === undefined ? '' : `#L${line}`}`;
}
