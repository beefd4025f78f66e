/** How far one of AWS's managed policies is from what code needs. */
export interface Breadth {
  /** Its holder is, directly or in one step, master of the account. */
  readonly admin: boolean;
  /** What of the account's data it lets its holder read. */
  readonly reads: string | undefined;
  /** Only reading, or logs and measurements. */
  readonly mild: boolean;
}

/** What is known of a policy that is far wider than any code needs; undefined for others. */
export function breadthOf(name: string): Breadth | undefined {
  const admin = ADMIN.has(name);
  const reads = READING.get(name);
  if (!admin && reads === undefined && (!name.endsWith('FullAccess') || HARMLESS.has(name))) return undefined;
  return { admin, reads, mild: MILD.test(name) };
}

/** Policies that make their holder, directly or in one step, master of the account. */
const ADMIN = new Set(['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess', 'AdministratorAccess-Amplify']);

/** What others keep in the account, and these policies let their holder read, all of it. */
const READING: ReadonlyMap<string, string> = new Map([
  ['AmazonDynamoDBReadOnlyAccess', 'every table'],
  ['AmazonS3ReadOnlyAccess', 'every object of every bucket'],
  ['AmazonSSMReadOnlyAccess', 'every parameter'],
  ['ReadOnlyAccess', 'nearly everything'],
  ['SecretsManagerReadWrite', 'and change every secret'],
]);

/** Full access to what only computes an answer: there are no resources that belong to somebody else. */
const HARMLESS = new Set(
  'AWSXrayFullAccess AWSXRayFullAccess AmazonPollyFullAccess AmazonTextractFullAccess TranslateFullAccess'.split(' '),
);

/** Reading, and logs and measurements, with which an attacker covers traces. */
const MILD = /^CloudWatch|.ReadOnlyAccess$/;
