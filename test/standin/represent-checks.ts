/** Check runs and suites in GitHub's JSON. */
import { appJson, pushedCommitJson, repositoryJson, repositoryUrl, web } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import { type CheckRun, type CheckSuite, fullName, nodeId, type Pull, type Repository } from '#test/standin/state';

/** The pull requests that a check event names: of the repository itself only, never from forks (OAS; palantir/bulldozer#563). */
export function pullsOfHead(repository: Repository, sha: string): Json[] {
  const own = [...repository.pulls.values()].filter(
    (pull) => pull.head.sha === sha && pull.state === 'open' && pull.head.repository === repository,
  );
  const end = ({ ref, sha: tip }: Pull['head']) => ({
    ref,
    sha: tip,
    repo: { id: repository.id, url: repositoryUrl(repository), name: repository.name },
  });
  return own.map((pull) => ({
    id: pull.id,
    number: pull.number,
    url: `${repositoryUrl(repository)}/pulls/${pull.number}`,
    head: end(pull.head),
    base: end(pull.base),
  }));
}

export function checkSuiteJson(suite: CheckSuite): Json {
  const { repository, headSha } = suite;
  const runs = repository.runs.filter((run) => run.suite === suite);
  const open = runs.length === 0 || runs.some(({ status }) => status !== 'completed');
  const commit = repository.objects.commit(headSha);
  const url = `${repositoryUrl(repository)}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: nodeId('CS', suite.id),
    head_branch: suite.headBranch,
    head_sha: headSha,
    status: open ? 'queued' : 'completed',
    conclusion: open ? null : (runs.find(({ conclusion }) => conclusion !== 'success')?.conclusion ?? 'success'),
    url,
    before: commit?.parents[0] ?? '0'.repeat(40),
    after: headSha,
    pull_requests: pullsOfHead(repository, headSha),
    app: appJson(suite.app),
    repository: repositoryJson(repository),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    head_commit: commit === undefined ? undefined : { ...pushedCommitJson(repository, commit), id: headSha },
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

export function checkRunJson(run: CheckRun): Json {
  const { repository, headSha } = run.suite;
  const url = `${repositoryUrl(repository)}/check-runs/${run.id}`;
  const html_url = `${web}/${fullName(repository)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    name: run.name,
    head_sha: headSha,
    external_id: run.externalId,
    url,
    html_url,
    details_url: run.detailsUrl || html_url,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: checkSuiteJson(run.suite),
    app: appJson(run.suite.app),
    pull_requests: pullsOfHead(repository, headSha),
    actions: run.actions,
  };
}
