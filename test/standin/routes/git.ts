/** Repositories, contents and git objects. */
import { changesBetween } from '#test/standin/changes';
import type { FileChange } from '#test/standin/diff';
import type { Commit, Entry } from '#test/standin/git';
import { pushTo } from '#test/standin/pulls';
import { accountJson, api, commitJson, pullJson, repositoryJson, web } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import { authorOf, type Call, type Handler, ok, page, type Reply, repositoryOf } from '#test/standin/routes/call';
import { fullName, notFound, Refused, type Repository } from '#test/standin/state';

/** A commit by branch, full ref, or (abbreviated) id: also one that only a fork has, as the object store is shared. */
export function resolveCommit(repository: Repository, ref: string): Commit {
  const name = ref.replace(/^refs\//, '').replace(/^heads\//, '');
  const pull = /^pull\/(\d+)\/head$/.exec(name)?.[1];
  const tip = pull === undefined ? repository.branches.get(name) : repository.pulls.get(Number(pull))?.head.sha;
  const commit = repository.objects.resolve(tip ?? ref);
  if (commit === undefined)
    throw new Refused(/^[0-9a-f]{40}$/.test(ref) ? 422 : 404, `No commit found for SHA: ${ref}`);
  return commit;
}

/** OAS git/get-tree: a recursive listing stops at 100,000 entries or 7 MB and says `truncated`. */
export const treeLimits = { entries: 100_000, bytes: 7_000_000 };

function getTree(call: Call): Reply {
  const repository = repositoryOf(call);
  const { objects } = repository;
  const name = call.parameters.tree_sha ?? '';
  const sha = objects.tree(name) === undefined ? resolveCommit(repository, name).tree : name;
  // OAS: "Setting this parameter to any of the following will enable returning objects": any value does, also 0.
  const all = entriesOf(repository, sha, '', call.query.has('recursive'));
  let bytes = 0;
  const cut = all.findIndex((entry, index) => {
    bytes += Buffer.byteLength(JSON.stringify(entry));
    return index >= treeLimits.entries || bytes > treeLimits.bytes;
  });
  const tree = cut < 0 ? all : all.slice(0, cut);
  return ok({ sha, url: `${api}/repos/${fullName(repository)}/git/trees/${sha}`, tree, truncated: cut >= 0 });
}

function entriesOf(repository: Repository, tree: string, prefix: string, recursive: boolean): Json[] {
  const { objects } = repository;
  return [...(objects.tree(tree) ?? [])].flatMap(([name, { mode, sha }]): Json[] => {
    const path = `${prefix}${name}`;
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    const url = `${api}/repos/${fullName(repository)}/git/${type}s/${sha}`;
    const entry = {
      path,
      mode,
      type,
      sha,
      ...(type === 'commit' ? {} : { url }),
      ...(type === 'blob' ? { size: objects.blob(sha)?.length ?? 0 } : {}),
    };
    return type === 'tree' && recursive ? [entry, ...entriesOf(repository, sha, `${path}/`, true)] : [entry];
  });
}

const megabyte = 1_048_576;

function getBlob(call: Call): Reply {
  const repository = repositoryOf(call);
  const sha = call.parameters.file_sha ?? '';
  const content = repository.objects.blob(sha);
  if (content === undefined) throw notFound();
  // OAS git/get-blob: "This endpoint supports blobs up to 100 megabytes in size."
  if (content.length > 100 * megabyte) throw new Refused(403, 'The blob is too large.');
  if (/\.raw\b/.test(call.accept)) return { status: 200, text: content };
  const url = `${api}/repos/${fullName(repository)}/git/blobs/${sha}`;
  return ok({ sha, node_id: `B_${sha}`, size: content.length, url, encoding: 'base64', content: base64Lines(content) });
}

/** GitHub breaks base64 after sixty characters. */
function base64Lines(content: Uint8Array): string {
  return Buffer.from(content).toString('base64').replaceAll(/.{60}/g, '$&\n');
}

function getContent(call: Call): Reply {
  const repository = repositoryOf(call);
  const { objects } = repository;
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const commit = resolveCommit(repository, ref);
  const path = (call.parameters.path ?? '').replaceAll(/^\/+|\/+$/g, '');
  const files = objects.files(commit.tree);
  const link = files.get(path);
  const target = link?.mode === '120000' ? linkTarget(repository, path, link) : undefined;
  // OAS: a symlink to a file of the repository is followed.
  const followed = target !== undefined && files.has(target);
  const entry = followed ? files.get(target) : link;
  const shown = (name: string, file: Entry): Json => contentJson(repository, ref, name, file);
  if (entry === undefined) {
    const tree = treeAt(repository, commit.tree, path);
    // OAS: a directory lists up to 1,000 files.
    const names = [...(objects.tree(tree) ?? [])].slice(0, 1000);
    return ok(names.map(([name, file]) => shown(path === '' ? name : `${path}/${name}`, file)));
  }
  if (entry.mode === '160000') return ok({ ...shown(path, entry), submodule_git_url: `${web}/acme/submodule.git` });
  const content = objects.blob(entry.sha) ?? new Uint8Array();
  if (link?.mode === '120000' && !followed)
    return ok({ ...shown(path, entry), target: Buffer.from(content).toString('utf8') });
  // OAS: up to 1 MB everything; 1-100 MB only raw or object; beyond, nothing.
  if (content.length > 100 * megabyte)
    throw new Refused(403, 'This API returns blobs up to 100 MB in size.', [{ code: 'too_large' }]);
  if (/\.raw\b/.test(call.accept)) return { status: 200, text: content };
  if (content.length > megabyte) return ok({ ...shown(path, entry), encoding: 'none', content: '' });
  return ok({ ...shown(path, entry), encoding: 'base64', content: `${base64Lines(content)}\n` });
}

function linkTarget(repository: Repository, path: string, link: Entry): string {
  const target = Buffer.from(repository.objects.blob(link.sha) ?? []).toString('utf8');
  return new URL(target, `file:///${path}`).pathname.slice(1);
}

function treeAt(repository: Repository, root: string, path: string): string {
  let tree = root;
  for (const step of path === '' ? [] : path.split('/')) {
    const entry = repository.objects.tree(tree)?.get(step);
    if (entry?.mode !== '040000') throw notFound();
    tree = entry.sha;
  }
  return tree;
}

function contentJson(repository: Repository, ref: string, path: string, entry: Entry): Json {
  const types: Record<Entry['mode'], string> = {
    '100644': 'file',
    '100755': 'file',
    '120000': 'symlink',
    '160000': 'submodule',
    '040000': 'dir',
  };
  const url = `${api}/repos/${fullName(repository)}/contents/${encodeURI(path)}?ref=${encodeURIComponent(ref)}`;
  const git_url = `${api}/repos/${fullName(repository)}/git/blobs/${entry.sha}`;
  const html_url = `${web}/${fullName(repository)}/blob/${encodeURIComponent(ref)}/${encodeURI(path)}`;
  return {
    type: types[entry.mode],
    name: path.split('/').at(-1),
    path,
    sha: entry.sha,
    size: repository.objects.blob(entry.sha)?.length ?? 0,
    url,
    git_url,
    html_url,
    download_url: null,
    _links: { self: url, git: git_url, html: html_url },
  };
}

export function fileJson(repository: Repository, head: string, change: FileChange): Json {
  const { hunks: _, ...said } = change;
  const place = `${head}/${encodeURI(change.filename)}`;
  return {
    ...said,
    blob_url: `${web}/${fullName(repository)}/blob/${place}`,
    raw_url: `${web}/${fullName(repository)}/raw/${place}`,
    contents_url: `${api}/repos/${fullName(repository)}/contents/${encodeURI(change.filename)}?ref=${head}`,
  };
}

function compare(call: Call): Reply {
  const repository = repositoryOf(call);
  const { basehead = '' } = call.parameters;
  const split = basehead.split('...');
  const [from, to] = [split[0] ?? '', split[1] ?? ''].map((end) =>
    resolveCommit(repository, end.includes(':') ? end.slice(end.indexOf(':') + 1) : end),
  );
  if (from === undefined || to === undefined) throw notFound();
  const base = repository.objects.mergeBase(from.sha, to.sha);
  const common = base === undefined ? undefined : repository.objects.commit(base);
  if (common === undefined) throw new Refused(404, `No common ancestor between ${split[0]} and ${split[1]}.`);
  const ahead = repository.objects.between(from.sha, to.sha);
  const behind = repository.objects.between(to.sha, from.sha).length;
  const status = ahead.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical';
  const listed = page(call, ahead, (commit) => commitJson(repository, commit));
  // OAS: 250 commits unless paged; files only on the first page, at most 300.
  const paged = call.query.has('page') || call.query.has('per_page');
  const commits = paged ? listed.body : ahead.slice(-250).map((commit) => commitJson(repository, commit));
  const first = Number(call.query.get('page') ?? 1) === 1;
  const files = first
    ? changesBetween(repository, from.sha, to.sha)
        .slice(0, 300)
        .map((change) => fileJson(repository, to.sha, change))
    : undefined;
  return {
    ...(paged && listed.headers !== undefined ? { headers: listed.headers } : {}),
    status: 200,
    body: {
      url: call.url,
      html_url: `${web}/${fullName(repository)}/compare/${basehead}`,
      base_commit: commitJson(repository, from),
      merge_base_commit: commitJson(repository, common),
      status,
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits,
      files,
    },
  };
}

function getCommit(call: Call): Reply {
  const repository = repositoryOf(call);
  const commit = resolveCommit(repository, call.parameters.ref ?? '');
  if (/\.sha\b/.test(call.accept)) return { status: 200, text: commit.sha };
  const parent = commit.parents[0];
  const files = parent === undefined ? [] : changesBetween(repository, parent, commit.sha);
  const total = (key: 'additions' | 'deletions') => files.reduce((sum, file) => sum + file[key], 0);
  const stats = {
    additions: total('additions'),
    deletions: total('deletions'),
    total: total('additions') + total('deletions'),
  };
  return ok({
    ...commitJson(repository, commit),
    stats,
    files: files.slice(0, 300).map((file) => fileJson(repository, commit.sha, file)),
  });
}

function refJson(repository: Repository, branch: string): Json {
  const sha = repository.branches.get(branch);
  if (sha === undefined) throw notFound();
  const url = `${api}/repos/${fullName(repository)}/git`;
  return {
    ref: `refs/heads/${branch}`,
    node_id: `REF_${sha}`,
    url: `${url}/refs/heads/${branch}`,
    object: { type: 'commit', sha, url: `${url}/commits/${sha}` },
  };
}

function updateRef(call: Call): Reply {
  const repository = repositoryOf(call);
  const branch = (call.parameters.ref ?? '').replace(/^heads\//, '');
  const sha = String(call.body.sha);
  const tip = repository.branches.get(branch);
  if (tip === undefined) throw new Refused(422, 'Reference does not exist');
  if (repository.objects.commit(sha) === undefined) throw new Refused(422, 'Object does not exist');
  if (call.body.force !== true && !repository.objects.ancestors(sha).has(tip))
    throw new Refused(422, 'Update is not a fast forward');
  pushTo(call.world, repository, branch, sha, authorOf(call));
  return ok(refJson(repository, branch));
}

/** What `permission` says is older and coarser than `role_name`: maintain is write, triage is read (OAS). */
function permission(call: Call): Reply {
  const repository = repositoryOf(call);
  const account = call.world.accounts.get((call.parameters.username ?? '').toLowerCase());
  if (account === undefined) throw new Refused(404, `${call.parameters.username} is not a user`);
  const role = call.world.roleOf(repository, account);
  const coarse = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  return ok({ permission: coarse, role_name: role, user: accountJson(account) });
}

export const gitRoutes: Readonly<Record<string, Handler>> = {
  'repos/get': (call) => ok(repositoryJson(repositoryOf(call))),
  'repos/get-content': getContent,
  'repos/compare-commits-with-basehead': compare,
  'repos/get-commit': getCommit,
  'repos/get-collaborator-permission-level': permission,
  'repos/get-branch': (call) => {
    const repository = repositoryOf(call);
    const name = call.parameters.branch ?? '';
    const sha = repository.branches.get(name);
    if (sha === undefined) throw new Refused(404, 'Branch not found');
    return ok({ name, commit: commitJson(repository, resolveCommit(repository, sha)), protected: false });
  },
  // Returns nothing for heads of forks (tektoncd/pipelines-as-code#2655).
  'repos/list-pull-requests-associated-with-commit': (call) => {
    const repository = repositoryOf(call);
    const { sha } = resolveCommit(repository, call.parameters.commit_sha ?? '');
    const pulls = [...repository.pulls.values()].filter(
      ({ head, base }) => head.sha === sha && head.repository === base.repository,
    );
    return page(call, pulls, (pull) => pullJson(call.world, pull));
  },
  'git/get-tree': getTree,
  'git/get-blob': getBlob,
  'git/get-commit': (call) => {
    const repository = repositoryOf(call);
    const { commit, ...rest } = commitJson(repository, resolveCommit(repository, call.parameters.commit_sha ?? ''));
    return ok({ ...rest, ...(commit as Json) });
  },
  'git/get-ref': (call) => ok(refJson(repositoryOf(call), (call.parameters.ref ?? '').replace(/^heads\//, ''))),
  'git/update-ref': updateRef,
};
