/**
 * The causes for which a value may be unknown: what only the deployment, or what lies outside of the repository, can tell. The list is
 * closed: a cause that is not in it is ours, an expression or construct that is not implemented.
 */
const OUTSIDE: readonly (readonly [cause: string, whys: RegExp])[] = [
  // What the account, the region and whoever deploys give.
  ['environment', /^AWS::\w+$|^terraform\.workspace$|^sls:|^an environment variable$|^an option of the command$/],
  [
    'input without a value',
    /^(variable|parameter) \S+ has no default$|^parameter \S+$|^input \S+ is not given$|^a parameter of the service$/,
  ],
  ['file that is not in the repository', /^a file that is not in the repository$|is not in the repository$/],
  ['value of another stack', /^import of |^an output of another stack$|remote_state|^an? output of a stack/],
  ['parameter store', /Systems Manager|Secrets Manager|^an object in S3$/],
  ['generated name', /^(random|time|tls)_\w+ makes \w+ up at deployment$|^function (uuid|timestamp|bcrypt)/],
  [
    'attribute at plan time',
    /makes \w+ up at deployment$|^data source \w+$|^the hash of an archive$|^an attribute of \$\{|^a piece of what the deployment gives$/,
  ],
  ['condition of the deployment', /^depends on (a|many) conditions?$/],
];

/** The cause of an unknown value, from what its lens says of it: one of the closed list, or `ours`. */
export function causeOf(why: string): string {
  return OUTSIDE.find(([, whys]) => whys.test(why))?.[0] ?? 'ours';
}
