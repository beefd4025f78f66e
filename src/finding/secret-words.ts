import { code } from '#finding/markdown';
import type { Secret } from '#finding/secret-search';

/** What to say of a secret in a text: its kind and name, to rotate it, and where such files take it from instead. */
export function secretWords({ format, kind, name, at }: Secret): string {
  const named = name === undefined ? 'Here stands' : `${code(name)} is set to`;
  return `${named} what looks like ${article(kind)} ${kind}, in plain text. Rotate it first: it is in the history now, and to remove it from the branch does not undo that. ${insteadOf(format, kind) ?? insteadIn(at.file.path)}`;
}

/** Whether a secret says of itself that it does not count any more. */
export function isOver({ until }: Secret, today: string): boolean {
  return until !== undefined && until < today;
}

function article(kind: string): string {
  if (/^(?:SA|SS|MF|NP|X|AWS|Azure|API|OAuth|HMAC|HTTP|SAS|npm)/.test(kind)) return 'an';
  return /^[aeio]/i.test(kind) ? 'an' : 'a';
}

/** What makes a credential of this format superfluous. */
function insteadOf(format: string, kind: string): string | undefined {
  if (/^aws-(?:access|secret)/.test(format))
    return 'Nothing on AWS needs it: functions get credentials from their role, pipelines through OpenID Connect, people from `aws sso login`.';
  if (kind === 'Google service account key')
    return 'Keep such files out of the repository: workloads on Google Cloud have a service account of their own, others use workload identity federation.';
  if (format === 'private-key')
    return 'Keep the key out of the repository (`.gitignore`), and read it from a secret store.';
  return undefined;
}

/** Where a file of this kind takes a secret from. */
function insteadIn(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = PLACES.find(([pattern]) => pattern.test(path) || pattern.test(name));
  return found?.[1] ?? DEFAULT;
}

const DEFAULT =
  'Keep it in Secrets Manager, an SSM `SecureString`, Key Vault or Secret Manager, and read it from there at start.';

const PLACES: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|\/)\.github\//,
    'Make it a secret of the repository or the environment, and read it as `${{ secrets.NAME }}`.',
  ],
  [
    /(?:^|\/)\.gitlab-ci|bitbucket-pipelines|azure-pipelines|buildspec|\.circleci\//i,
    'Keep it among the secrets of the pipeline, and name it here.',
  ],
  [
    /(?:^|\/)(?:[\w.-]*\.)?dockerfile/i,
    'What the build needs comes in with `RUN --mount=type=secret`; what the function needs it reads at start from a secret store.',
  ],
  [/^\.env|\.env$/, 'Keep the file out of the repository (`.gitignore`), and deploy the value from a secret store.'],
  [
    /^\.(?:npmrc|yarnrc|pypirc|netrc|pip)|^pip\.conf$|^nuget\.config$/i,
    'Read it from the environment (`${NAME}`), which the pipeline fills from its secrets.',
  ],
  [
    /\.(?:tf|tofu|tfvars|hcl)$|\.tfvars\.json$/,
    'Read it with a data source of the secret store, or give it as a `TF_VAR_` of the pipeline to a `sensitive` variable.',
  ],
  [/\.bicep(?:param)?$/, 'Read it with `getSecret()` of an existing Key Vault into a `@secure()` parameter.'],
  [
    /(?:^|\/)(?:local\.settings|appsettings[\w.]*)\.json$/i,
    'Deploy it as a Key Vault reference (`@Microsoft.KeyVault(…)`), and keep local settings out of the repository.',
  ],
  [/\.(?:md|mdx|rst|txt|adoc|html?|csv|tsv)$/i, 'Write a placeholder such as `<token>` here.'],
  [
    /\.(?:ya?ml|json|template)$/i,
    'Name it here, and let it be resolved at deployment from Secrets Manager, an SSM `SecureString`, Key Vault or Secret Manager.',
  ],
];
