/** Words that end the name of something secret. What follows them (`_NAME`, `_ARN`, `_URL`, `_LENGTH`) makes it something else. */
const SECRET_NAME =
  /(?:^|[_.-])(?:password|passwd|passphrase|pwd|secret|token|api_?key|private_?key|secret_?key|access_?key|(?:signing|encryption|master|account|auth|webhook)_?key|client_?secret|auth_?token|credentials?)$/;

/** Most names end otherwise, which is told faster. */
const LAST_WORD = /(?:word|wd|phrase|secret|token|key|credentials?)$/i;

/** What a name says that it holds, if that is something secret: `auth token` of `NPM_AUTH_TOKEN`. */
export function secretName(name: string): string | undefined {
  if (!LAST_WORD.test(name)) return undefined;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return SECRET_NAME.exec(words)?.[0]
    .replace(/^[_.-]/, '')
    .replaceAll('_', ' ')
    .replace(/^api ?key/, 'API key');
}
