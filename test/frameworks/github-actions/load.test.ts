import { describe, expect, it } from '@jest/globals';
import { githubActions } from '#frameworks/github-actions/index';
import type { Stack } from '#model/stack';
import { stepsOf, type WorkflowOrAction } from '#model/workflow';
import { SourceFile } from '#source/file';
import { plainly, repository } from '../repository.js';

const PATH = '.github/workflows/deploy.yml';

async function read(text: string, files: Readonly<Record<string, string>> = {}): Promise<Stack | undefined> {
  const file = new SourceFile(PATH, text);
  return githubActions.recognizes(file) ? githubActions.load(file, repository(files), { parameters: {} }) : undefined;
}

const steps = (some: string) => `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${some}`;

describe('the lens for workflows', () => {
  it.each([
    ['      - uses: aws-actions/configure-aws-credentials@v4\n'],
    ['      - run: npx --yes cdk deploy\n'],
    ['      - run: npm run x\n        env: { K: "${{ secrets.AWS_SECRET_ACCESS_KEY }}" }\n'],
    ['      - run: |\n          aws --region eu-west-1 lambda update-function-code\n'],
    ['      - run: terraform apply -auto-approve\n'],
  ])('reads a workflow that deploys: %j', async (some) => {
    expect(await read(steps(some))).toBeDefined();
  });

  it.each([
    ['      - run: npm test\n'],
    ['      - run: terraform plan\n'],
    ['      - run: |\n          # cdk deploy\n          npm test\n'],
    ['      - run: npm publish\n        env: { K: "${{ secrets.NPM_TOKEN }}" }\n'],
  ])('leaves one that does not to others: %j', async (some) => {
    expect(await read(steps(some))).toBeUndefined();
  });

  it('reads the actions of the repository that deploy for it', async () => {
    const action = 'name: x\nruns:\n  using: composite\n  steps:\n    - { run: sam deploy, shell: bash }\n';
    const stack = await read(steps('      - uses: ./.github/actions/deploy/\n'), {
      '.github/actions/deploy/action.yaml': action,
    });
    expect([...(stack?.resources.keys() ?? [])]).toEqual(['deploy.yml', './.github/actions/deploy']);
    expect(stack?.files.map((file) => file.path)).toEqual([PATH, '.github/actions/deploy/action.yaml']);
  });

  it('reads what calls a workflow of the repository that deploys', async () => {
    const caller = 'on: pull_request_target\njobs:\n  x:\n    uses: ./.github/workflows/to.yml\n    secrets: inherit\n';
    expect(await read(caller)).toBeUndefined();
    expect(await read(caller, { '.github/workflows/to.yml': steps('      - run: sam deploy\n') })).toBeDefined();
  });

  it('keeps expressions as holes and events without filters as events', async () => {
    const stack = await read(
      'on: { push: , workflow_dispatch: }\njobs:\n  x:\n    steps:\n      - run: cdk deploy ${{ inputs.stack }}\n',
    );
    const workflow = stack?.resources.get('deploy.yml') as WorkflowOrAction;
    expect(stepsOf(workflow).map(({ step }) => step.at('run').map((run) => plainly(run.value)))).toEqual([
      ['cdk deploy ${inputs.stack}'],
    ]);
    expect(
      workflow.isA('GitHub::Actions::Workflow') &&
        workflow
          .at('on')[0]
          ?.entries()
          .map(([name]) => name),
    ).toEqual(['push', 'workflow_dispatch']);
  });

  it('tells of a deployment that cannot be read', async () => {
    const stack = await read(`jobs: [\nname: "x\n${'  - {{ aws-actions/configure-aws-credentials\n'.repeat(3)}`);
    for (const problem of stack?.problems ?? []) expect(problem.path).toBe(PATH);
  });

  it('reads the workflows again when an action of the repository changed', () => {
    const tree = [PATH, '.github/workflows/a.yaml', 'x/action.yml', 'src/action.yml.md'];
    expect(githubActions.related?.(new Set(['x/action.yml']), tree)).toEqual([PATH, '.github/workflows/a.yaml']);
    expect(githubActions.related?.(new Set(['src/app.ts']), tree)).toEqual([]);
  });
});
