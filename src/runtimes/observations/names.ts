function words(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[-.\s]/g, '_')
    .toLowerCase();
}

/** Names of variables of the environment that hold something secret themselves, not its name, ARN or path. */
const SECRET_VARIABLE =
  /(?:^|_)(?:password|passwd|passphrase|pwd|api_?key|private_?key|secret_?(?:access_?)?key|signing_?key|encryption_?key|(?:client|jwt|app|webhook|signing|shared|session|api|auth|hmac|cookie|token)_secret|(?:auth|access|api|bot|refresh|bearer|session|github|slack|webhook)_token|jwt_key)$/;

/** What a name says that it holds, where that is a secret. */
export function isSecretVariable(name: string): boolean {
  return SECRET_VARIABLE.test(words(name));
}

const PASSWORD = /(?:^|_)(?:password|passwd|passphrase|pwd|passcode)$/;

/** Whether a name is that of somebody's password. */
export function isPassword(name: string): boolean {
  return PASSWORD.test(words(name));
}

/** What has to be impossible to guess, by its name. */
const UNGUESSABLE =
  /(?:^|_)(?:password|passwd|passphrase|passcode|secret|otp|one_time_(?:code|password)|(?:auth|access|refresh|reset|session|csrf|xsrf|verification|invite|invitation|api|bearer|activation|confirmation|password_reset|login|magic)_?token|session_?id|sess_?id|api_?key|(?:verification|reset|confirmation|auth|login|security|access|otp|mfa)_?code|temp(?:orary)?_?password)$/;

/** Whether what has this name has to be impossible to guess. A bare `token` may be a place in a list. */
export function isUnguessable(name: string): boolean {
  const own = words(name);
  return UNGUESSABLE.test(own) || own === 'token';
}

const ONE_TIME =
  /(?:^|_)(?:otp|otp_code|one_time_(?:code|password|passcode|token)|passcode|temp(?:orary)?_?password|(?:verification|reset|confirmation|mfa|login|challenge|security|activation)_?code|(?:reset|magic|magic_link|login|activation|verification)_?token)$/;

/** What somebody is let in with once, by its name. */
export function isOneTime(name: string): boolean {
  return ONE_TIME.test(words(name));
}

/** Whether a function makes something that has to be impossible to guess: `generateOtp`. */
export function makesUnguessable(name: string): boolean {
  const match = /^(?:generate|create|make|new|gen|build|random|get_random|issue)_(.{1,60})$/.exec(words(name));
  return match?.[1] !== undefined && isUnguessable(match[1]);
}

/** Names of signatures, and of tokens that something is compared with. */
export function isSignature(name: string): boolean {
  return /(?:^|_)(?:signature|sig|hmac|mac)$/.test(words(name)) || /(?:^|_)signature(?:_|$)/.test(words(name));
}

/** A value that stands for a credential instead of being one. */
const INVENTED =
  /example|change.?(?:me|it)|placeholder|replace|your|dummy|sample|insert|todo|fixme|x{3}|redacted|\*\*\*|\.\.\.|…|fake|^test|^mock|^local|^none$|^null$|^undefined$|^<|^\[|^\{|^\$|^%|^#|^$|^foo|^bar|^secret$|^password$|^token$|^key$|^dynamodb|^minio|^guest$|^admin$|^root$|^postgres$|^user(?:name)?$|^na$|^n\/a$/i;

/** Whether a literal may be somebody's real credential. */
export function isCredential(value: string): boolean {
  return value.length >= 6 && value.length <= 4_000 && !INVENTED.test(value) && new Set(value).size >= 4;
}
