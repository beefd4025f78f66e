/** A gateway that speaks to the stand-in as the App's installation. */
import { Octokit } from '@octokit/rest';
import type { Timing } from '#github/client';
import type { PullRequest } from '#github/gateway';
import { GatewayMemory, GitHubGateway } from '#github/github-gateway';
import type { GitHub } from '#test/standin/github';
import type { Permissions, Repository } from '#test/standin/state';

/** Time that does not pass: waits are recorded, not waited for. */
export function instantTiming(): Timing & { readonly slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now(),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  };
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Markers of the tests: `<!-- test fp1 fp2 -->` at the start of a body. */
export const testMarkers = {
  fingerprints: (body: string): readonly string[] => /^<!-- test ([\w: -]+) -->/.exec(body)?.[1]?.split(' ') ?? [],
};

export interface Connected {
  readonly gateway: GitHubGateway;
  readonly slept: number[];
  readonly memory: GatewayMemory;
}

export function connect(
  hub: GitHub,
  repository: Repository,
  options: { permissions?: Permissions; key?: string } = {},
): Connected {
  const octokit = new Octokit({
    auth: hub.installationToken(repository, options.permissions),
    baseUrl: hub.url,
    log: silent,
  });
  const timing = instantTiming();
  const memory = new GatewayMemory();
  const gateway = new GitHubGateway({
    octokit,
    identity: { appId: hub.app.id, login: hub.app.bot.login },
    markers: testMarkers,
    timing,
    memory,
    acceptanceKey: options.key ?? 'a key of the tests',
  });
  return { gateway, slept: timing.slept, memory };
}

export const CONFIGURATION = ['.github/leastwise.yml', '.github/leastwise.yaml'];

export function nameOf(repository: Repository): { owner: string; repo: string } {
  return { owner: repository.owner.login, repo: repository.name };
}

export async function openPull(gateway: GitHubGateway, repository: Repository, number: number): Promise<PullRequest> {
  return (await gateway.open(nameOf(repository), number, 'main', CONFIGURATION)).pull;
}
