/** Check runs, suites, annotations, and code scanning's upload. */
import { gunzipSync } from 'node:zlib';
import { createRun, rerequestRun, suiteFor, updateRun } from '#test/standin/checks';
import { api, web } from '#test/standin/represent';
import { checkRunJson, checkSuiteJson } from '#test/standin/represent-checks';
import {
  appOf,
  authorOf,
  type Call,
  created,
  type Handler,
  ok,
  page,
  type Reply,
  repositoryOf,
  wrappedPage,
} from '#test/standin/routes/call';
import { resolveCommit } from '#test/standin/routes/git';
import { type CheckRun, type CheckSuite, fullName, notFound, Refused } from '#test/standin/state';

function runOf(call: Call): CheckRun {
  const run = repositoryOf(call).runs.find(({ id }) => id === Number(call.parameters.check_run_id));
  if (run === undefined) throw notFound();
  return run;
}

function suiteOf(call: Call): CheckSuite {
  const suite = repositoryOf(call).suites.find(({ id }) => id === Number(call.parameters.check_suite_id));
  if (suite === undefined) throw notFound();
  return suite;
}

function listForRef(call: Call): Reply {
  const repository = repositoryOf(call);
  const { sha } = resolveCommit(repository, call.parameters.ref ?? '');
  const [name, status, app] = ['check_name', 'status', 'app_id'].map((key) => call.query.get(key));
  let runs = repository.runs
    .filter(({ suite }) => suite.headSha === sha)
    .filter((run) => (name ?? run.name) === run.name && (status ?? run.status) === run.status)
    .filter((run) => (app ?? String(run.suite.app.id)) === String(run.suite.app.id));
  // OAS: `filter` is `latest` unless asked: of runs of one name, the one that completed last.
  if (call.query.get('filter') !== 'all') {
    runs = runs.filter(
      (run) => !runs.some((other) => other.name === run.name && other.suite === run.suite && other.id > run.id),
    );
  }
  return wrappedPage(call, 'check_runs', runs.reverse(), (run) => checkRunJson(run));
}

/** docs: SARIF support: gzip, then base64; at most 10 MB compressed. */
function uploadSarif(call: Call): Reply {
  const compressed = Buffer.from(String(call.body.sarif), 'base64');
  if (compressed.length > 10 * 1_048_576) throw new Refused(413, 'The SARIF is larger than 10 MB.');
  try {
    JSON.parse(gunzipSync(compressed).toString('utf8'));
  } catch {
    throw new Refused(400, 'The `sarif` parameter must be gzipped JSON in base64.');
  }
  const id = String(call.world.nextId());
  return { status: 202, body: { id, url: `${api}/repos/${fullName(repositoryOf(call))}/code-scanning/sarifs/${id}` } };
}

export const checkRoutes: Readonly<Record<string, Handler>> = {
  'checks/create': (call) => created(checkRunJson(createRun(call.world, repositoryOf(call), appOf(call), call.body))),
  'checks/update': (call) => ok(checkRunJson(updateRun(call.world, runOf(call), appOf(call), call.body))),
  'checks/get': (call) => ok(checkRunJson(runOf(call))),
  'checks/list-for-ref': listForRef,
  'checks/list-annotations': (call) => {
    const { annotations, suite } = runOf(call);
    const blob_href = `${web}/${fullName(suite.repository)}/blob/${suite.headSha}`;
    const none = { start_column: null, end_column: null, title: null, raw_details: null };
    return page(call, annotations, (annotation) => ({
      ...none,
      ...annotation,
      blob_href: `${blob_href}/${annotation.path}`,
    }));
  },
  'checks/rerequest-run': (call) => {
    rerequestRun(call.world, runOf(call), authorOf(call));
    return { status: 201, body: {} };
  },
  'checks/create-suite': (call) => {
    const repository = repositoryOf(call);
    const known = repository.suites.some(({ headSha }) => headSha === call.body.head_sha);
    const { sha } = resolveCommit(repository, String(call.body.head_sha));
    const body = checkSuiteJson(suiteFor(call.world, repository, appOf(call), sha));
    return known ? ok(body) : created(body);
  },
  'checks/get-suite': (call) => ok(checkSuiteJson(suiteOf(call))),
  'checks/list-suites-for-ref': (call) => {
    const repository = repositoryOf(call);
    const { sha } = resolveCommit(repository, call.parameters.ref ?? '');
    const suites = repository.suites.filter(({ headSha }) => headSha === sha);
    return wrappedPage(call, 'check_suites', suites, (suite) => checkSuiteJson(suite));
  },
  'code-scanning/upload-sarif': uploadSarif,
};
