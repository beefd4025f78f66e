/** Names that no public host has: https://www.rfc-editor.org/rfc/rfc6761, https://www.rfc-editor.org/rfc/rfc8375 */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|home\.arpa|example\.(?:com|org|net))$/i;
/** Ranges that stay inside: https://www.rfc-editor.org/rfc/rfc6890 */
const PRIVATE_ADDRESS =
  /^(?:127\.|10\.|0\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[)/;

/** The host of a URL in clear text that leaves the network around the function; undefined where that is not certain. */
export function clearTextHost(
  head: { readonly text: string; readonly whole: boolean } | undefined,
): string | undefined {
  const match = /^http:\/\/([^\s/:?#@{}$]{1,253})([/:?#])?/i.exec(head?.text ?? '');
  const host = match?.[1];
  if (!head || host === undefined || (match?.[2] === undefined && !(head.whole && head.text.endsWith(host))))
    return undefined;
  if (!host.includes('.') || PRIVATE_NAME.test(host) || PRIVATE_ADDRESS.test(host)) return undefined;
  return host;
}

/** Providers whose APIs answer https at every name below these. */
const ANSWERS_HTTPS =
  /(?:^|\.)(?:amazonaws\.com|googleapis\.com|management\.azure\.com|blob\.core\.windows\.net|microsoft\.com|github\.com|githubusercontent\.com|slack\.com|stripe\.com|twilio\.com|cloudfront\.net|herokuapp\.com)$/i;
/** Websites in buckets have no certificate, and balancers and machines only their owner's: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html */
const ANY_CONTENT = /(?:^|\.)s3-website[.-]|\.elb\.|\.compute(?:-1)?\./i;

/** Whether a host surely answers https, too: to call another one so would only break the call. */
export function answersHttps(host: string): boolean {
  return ANSWERS_HTTPS.test(host) && !ANY_CONTENT.test(host);
}
