/** How the place of a script stands to its quotes, where that can be told for certain. */
export type ShellQuoting = 'bare' | 'double' | 'single';

/**
 * How a place of a POSIX shell script is quoted. Undefined where a scanner this simple cannot be sure: within here-documents,
 * command substitutions in quotes, and after an unclosed quote.
 */
export function shellQuoting(script: string, offset: number): ShellQuoting | undefined {
  if (script.includes('<<')) return undefined;
  let state: ShellQuoting = 'bare';
  for (let at = 0; at < Math.min(offset, script.length); at += 1) {
    const character = script[at];
    if (state === 'single') {
      if (character === "'") state = 'bare';
      continue;
    }
    if (character === '\\') {
      at += 1;
      continue;
    }
    if (character === '`') return undefined;
    if (character === '$' && (script[at + 1] === '(' || (state === 'bare' && script[at + 1] === "'"))) {
      if (state === 'double' || script[at + 1] === "'") return undefined;
    } else if (character === '"') state = state === 'double' ? 'bare' : 'double';
    else if (state === 'bare' && character === "'") state = 'single';
    else if (state === 'bare' && character === '#' && isWordStart(script, at)) {
      const end = script.indexOf('\n', at);
      if (end === -1 || end >= offset) return undefined;
      at = end;
    }
  }
  return closes(script, offset, state) ? state : undefined;
}

function isWordStart(script: string, at: number): boolean {
  return at === 0 || /[\s;&|(]/.test(script[at - 1] ?? '');
}

/** Whether the quote that is open at a place is closed on the same line: else the count went wrong before. */
function closes(script: string, offset: number, state: ShellQuoting): boolean {
  if (state === 'bare') return true;
  const end = script.indexOf('\n', offset);
  return script.slice(offset, end === -1 ? undefined : end).includes(state === 'double' ? '"' : "'");
}

/** Something that a script does, as it is written there. */
export interface ShellFinding {
  readonly piece: string;
  readonly at: number;
}

/** Words up to the end of a command; an escaped line break belongs to it. */
const WORDS = '(?:\\\\\\r?\\n|[^|;&\\n]){0,300}';

const INTO_SHELL: readonly RegExp[] = [
  new RegExp(
    `\\b(?:curl|wget)\\b${WORDS}\\|(?:\\s|\\\\\\n){0,20}(?:sudo\\s{1,5}(?:-\\S{1,20}\\s{1,5}){0,3})?(?:[A-Z_]{1,40}=\\S{1,100}\\s{1,5}){0,3}(?:/bin/|/usr/bin/)?(?:ba|z|da)?sh\\b(?!\\S)`,
    'g',
  ),
  /\b(?:ba|z|da)?sh\s{1,5}(?:-\w{1,10}\s{1,5})?["']?(?:<|\$)\((?:curl|wget)\b[^)\n]{0,300}\)/g,
];

/** Where a script runs what it downloads without having looked at it. */
export function downloadsIntoShell(script: string): readonly ShellFinding[] {
  return all(script, INTO_SHELL);
}

/** What turns off the checking of certificates or signatures, and what to take away to have it again, where that is enough. */
export interface UncheckedDownload extends ShellFinding {
  /** The part of the piece without which it is checked. */
  readonly removable: string | undefined;
}

const UNCHECKED: readonly { readonly pattern: RegExp; readonly flag?: RegExp }[] = [
  {
    pattern: new RegExp(`\\bcurl\\b${WORDS}?\\s(?:--insecure|-[A-Za-z]{0,10}k[A-Za-z]{0,10})(?=\\s|$)`, 'g'),
    flag: / (?:--insecure|-k)$/,
  },
  { pattern: new RegExp(`\\bwget\\b${WORDS}?\\s--no-check-certificate\\b`, 'g'), flag: / --no-check-certificate$/ },
  { pattern: /\b(?:npm|yarn|pnpm)\s{1,5}config\s{1,5}set\s{1,5}(?:-g\s{1,5})?strict-ssl[\s=]{1,5}["']?false\b/g },
  {
    pattern: new RegExp(`\\bpip3?\\b${WORDS}?\\s--trusted-host[ =]\\S{1,200}`, 'g'),
    flag: / --trusted-host[ =]\S{1,200}$/,
  },
  { pattern: /\bgit\s{1,5}config\s{1,5}(?:--(?:global|system)\s{1,5})?http\.sslVerify\s{1,5}["']?(?:false|0)\b/gi },
  { pattern: new RegExp(`\\b(?:yum|dnf|microdnf)\\b${WORDS}?\\s--nogpgcheck\\b`, 'g'), flag: / --nogpgcheck$/ },
  {
    pattern: new RegExp(`\\bapt(?:-get)?\\b${WORDS}?\\s(?:--allow-unauthenticated|--force-yes)\\b`, 'g'),
    flag: / --(?:allow-unauthenticated|force-yes)$/,
  },
  { pattern: new RegExp(`\\bapk\\b${WORDS}?\\s--allow-untrusted\\b`, 'g'), flag: / --allow-untrusted$/ },
  {
    pattern:
      /\b(?:export\s{1,5})?(?:NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)=["']?0\b|\bGIT_SSL_NO_VERIFY=["']?(?:true|1)\b/g,
  },
];

/** Where a script downloads, or sets up to download, without checking from whom. Calls to the machine itself are no matter. */
export function uncheckedDownloads(script: string): readonly UncheckedDownload[] {
  return UNCHECKED.flatMap(({ pattern, flag }) =>
    all(script, [pattern]).flatMap((found) => {
      const rest = script.slice(found.at, found.at + found.piece.length + 200).split('\n')[0] ?? '';
      if (/\b(?:localhost|127\.0\.0\.1)\b/.test(rest)) return [];
      return [{ ...found, removable: flag?.exec(found.piece)?.[0] }];
    }),
  );
}

/** Names of variables with the values by which libraries stop to check certificates. */
const UNCHECKED_VARIABLES: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:true|1)$/i,
  NPM_CONFIG_STRICT_SSL: /^false$/i,
  npm_config_strict_ssl: /^false$/i,
  PIP_TRUSTED_HOST: /./,
};

/** Whether an environment variable turns the checking of certificates off. */
export function uncheckedVariable(name: string, value: string): boolean {
  return (Object.hasOwn(UNCHECKED_VARIABLES, name) && UNCHECKED_VARIABLES[name]?.test(value)) ?? false;
}

function all(script: string, patterns: readonly RegExp[]): ShellFinding[] {
  const commented = script.replace(/^[ \t]{0,200}#.*$/gm, (comment) => ' '.repeat(comment.length));
  return patterns.flatMap((pattern) =>
    [...commented.matchAll(pattern)].map((match) => ({ piece: match[0], at: match.index })),
  );
}
