import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { stepWords } from '#finding/workflow-words';
import type { Property } from '#model/property';
import { actionOf, isWorkflow, jobsOf, stepsOf, type WorkflowOrAction } from '#model/workflow';
import { contextsRead } from '#model/workflow-expression';

/** https://docs.github.com/en/actions/concepts/security/openid-connect */
export const rule = defineRule({
  title: 'Deployment with long-lived cloud keys',
  why: 'A key that never expires works for whoever gets hold of it, from anywhere, until somebody notices: a leaked log, a dependency that reads the environment or one careless workflow is enough. With OIDC the job gets credentials that end with it and that only this repository can ask for.',
  how: 'Give the job `id-token: write` and let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`; `azure/login` takes `client-id`, `google-github-actions/auth` takes `workload_identity_provider`. Then delete the key.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 26],
  cwe: [522],
  references: [
    'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  aliases: {},
  subject: ['GitHub::Actions::Workflow', 'GitHub::Actions::Action'],
  *check(resource) {
    const keys = keysIn(resource);
    for (const cloud of new Set(keys.map((one) => one.cloud))) {
      const [first, ...others] = keys.filter((one) => one.cloud === cloud);
      if (!first) continue;
      yield {
        at: first.property,
        about: cloud,
        message: `${code(resource.name)} deploys with ${first.what} that never expires, handed to ${first.where}. ${first.remedy}`,
        related: others
          .slice(0, 10)
          .map(({ property, where }) => ({ at: property.location, message: `The key also goes to ${where}.` })),
      };
    }
  },
});

interface Key {
  readonly cloud: 'AWS' | 'Azure' | 'Google Cloud';
  readonly what: string;
  readonly property: Property;
  readonly where: string;
  readonly remedy: string;
}

function keysIn(resource: WorkflowOrAction): readonly Key[] {
  const workflow = isWorkflow(resource) ? resource : undefined;
  const environments = workflow
    ? [
        ...workflow.at('env').map((map) => ({ map, where: 'every job' })),
        ...jobsOf(workflow).flatMap(({ name, job }) =>
          job.at('env').map((map) => ({ map, where: `every step of ${code(name)}` })),
        ),
      ]
    : [];
  const steps = stepsOf(resource).flatMap((one) => {
    const where = stepWords(one);
    const action = actionOf(one.step)?.name ?? '';
    return [
      ...[...one.step.at('env'), ...one.step.at('with')].flatMap((map) => awsKey(map, where)),
      ...one.step.at('with').flatMap((map) => otherKey(action, map, where)),
    ];
  });
  return [...environments.flatMap(({ map, where }) => awsKey(map, where)), ...steps];
}

function awsKey(map: Property, where: string): Key[] {
  const entries = map.entries().map(([name, value]) => [name.toLowerCase().replaceAll('-', '_'), value] as const);
  // Temporary credentials have a session token; an endpoint of one's own is another vendor's storage, or a simulator.
  if (entries.some(([name]) => /session_token|endpoint/.test(name))) return [];
  const found = entries.find(
    ([name, value]) =>
      name.endsWith('secret_access_key') &&
      isSecret(value) &&
      [name, ...contextsRead(value)].some((one) => /aws/i.test(one)),
  );
  if (!found) return [];
  const remedy = `Assume a role with ${code('role-to-assume')} and the job's own token instead.`;
  return [{ cloud: 'AWS', what: 'an AWS access key', property: found[1], where, remedy }];
}

const OTHERS: readonly {
  readonly action: string;
  readonly input: string;
  readonly cloud: Key['cloud'];
  readonly what: string;
  readonly remedy: string;
}[] = [
  {
    action: 'azure/login',
    input: 'creds',
    cloud: 'Azure',
    what: 'a client secret of Entra ID',
    remedy: "Log in with `client-id` and the job's own token instead.",
  },
  {
    action: 'azure/functions-action',
    input: 'publish-profile',
    cloud: 'Azure',
    what: 'the password of a publish profile',
    remedy: "Log in with `azure/login` and the job's own token instead.",
  },
  {
    action: 'google-github-actions/auth',
    input: 'credentials_json',
    cloud: 'Google Cloud',
    what: 'a key of a service account',
    remedy: "Use `workload_identity_provider` and the job's own token instead.",
  },
];

function otherKey(action: string, map: Property, where: string): Key[] {
  return OTHERS.filter((one) => one.action === action).flatMap(({ input, cloud, what, remedy }) =>
    map
      .entries()
      .filter(([name, value]) => name === input && isSecret(value))
      .map(([, property]) => ({ cloud, what, property, where, remedy })),
  );
}

function isSecret(value: Property): boolean {
  return contextsRead(value).some((context) => context.startsWith('secrets.'));
}
