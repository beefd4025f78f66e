import type { Client } from '#github/client';
import type { Changes, PullRequest } from '#github/gateway';
import { type Diff, type FileDiff, parsePatch } from '#source/diff';

/** Compare lists 300 files at most (OAS repos/compare-commits). */
const COMPARE_FILES = 300;
/** Pages of 100 of a pull request's files; GitHub lists 3,000 files at most (OAS pulls/list-files). */
const FILE_PAGES = 30;

interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  readonly patch?: string | undefined;
  readonly previous_filename?: string | undefined;
  readonly changes: number;
}

/**
 * The merge base and the diff in one request, as `compare` has both; past its 300 files, the pull request's own listing.
 * By commit ids, so that heads of forks are found in the shared object store.
 */
export async function readChanges(client: Client, pull: PullRequest): Promise<Changes> {
  const { owner, repo } = pull;
  const { data } = await client.read((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner,
      repo,
      basehead: `${pull.baseSha}...${pull.headSha}`,
      per_page: 1,
    }),
  );
  const mergeBase = data.merge_base_commit.sha;
  const compared: readonly ChangedFile[] = data.files ?? [];
  if (compared.length >= pull.changedFiles && compared.length < COMPARE_FILES)
    return { mergeBase, diff: toDiff(compared, true) };
  const listed = await listFiles(client, pull);
  return { mergeBase, diff: toDiff(listed, listed.length >= pull.changedFiles) };
}

async function listFiles(client: Client, pull: PullRequest): Promise<readonly ChangedFile[]> {
  const files: ChangedFile[] = [];
  for (let page = 1; page <= FILE_PAGES; page += 1) {
    const { data } = await client.read((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        owner: pull.owner,
        repo: pull.repo,
        pull_number: pull.number,
        per_page: 100,
        page,
      }),
    );
    files.push(...data);
    if (data.length < 100) break;
  }
  return files;
}

function toDiff(files: readonly ChangedFile[], complete: boolean): Diff {
  return { complete, files: files.filter((file) => file.status !== 'unchanged').map(toFileDiff) };
}

function toFileDiff(file: ChangedFile): FileDiff {
  const status = statusOf(file.status);
  return {
    path: file.filename,
    ...(status === 'renamed' && file.previous_filename !== undefined ? { previousPath: file.previous_filename } : {}),
    status,
    hunks: file.patch === undefined ? [] : parsePatch(file.patch),
    // A pure rename or a change of mode has no lines; what has changed lines but no patch was withheld.
    complete: file.patch !== undefined || (file.changes === 0 && status === 'renamed'),
  };
}

function statusOf(status: string): FileDiff['status'] {
  if (status === 'added' || status === 'copied') return 'added';
  if (status === 'removed' || status === 'renamed') return status;
  return 'modified';
}
