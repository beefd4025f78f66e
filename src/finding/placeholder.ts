/** Whether a value stands for a secret instead of being one: what people write into examples. */
export function isPlaceholder(value: string): boolean {
  return INVENTED.test(value) || new Set(value).size < 5;
}

const INVENTED =
  /example|change.?(?:me|it)|update.?me|fill.?me|placeholder|replace|your|dummy|sample|insert|todo|fixme|x{4}|redacted|secret-?(?:value|here|name)|\*\*\*|\.\.\.|…|fake|^test|^mock|^none$|^null$|^undefined$|^secret$|^password$|^token$|^<.{0,100}>$|^\[.{0,100}\]$|^\$|^%|^#|([^A])\1{5}|(?:0?123456|abcdef(?:gh|12)|987654|qwert|deadbeef|foobar|p[a@]ssw[o0]rd|hunter2$)|pass(?:w(?:or)?d)?[\W_]?\d/i;

/** Letters only, or words joined by one kind of mark: what people call things. */
export function isWord(value: string): boolean {
  return /^[A-Za-z]+(?:[-_./ ][A-Za-z]+){0,20}$/.test(value) && !/^[A-Za-z]{20,}$/.test(value) && !isScrambled(value);
}

/** Letters whose case changes as it never does in words. */
export function isScrambled(value: string): boolean {
  const large = value.match(/[A-Z]/g)?.length ?? 0;
  const small = value.match(/[a-z]/g)?.length ?? 0;
  const changes = value.match(/[a-z][A-Z]/g)?.length ?? 0;
  return Math.min(large, small) * 4 >= value.length && changes * 6 >= value.length && value.length >= 12;
}

/** A name, path, address, UUID or ARN that leads to the secret instead of being it. */
export function isName(value: string): boolean {
  return (
    /^(?:arn:|https?:\/\/|s3:\/\/|\/|\.\.?\/|~\/|ssm:|secretsmanager:|projects\/|vault:|op:\/\/|file:)/i.test(value) ||
    value.includes('{{resolve:') ||
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value) ||
    /^[a-z][a-z0-9]*(?:[-_/.][a-z0-9]+)+$/.test(value) ||
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) ||
    /^(?:true|false|\d+)$/i.test(value)
  );
}

/** Shannon's entropy of a text, in bits for each character: https://en.wikipedia.org/wiki/Entropy_(information_theory) */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
