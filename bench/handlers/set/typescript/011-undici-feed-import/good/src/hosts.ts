const HOSTS: ReadonlySet<string> = new Set(['feeds.example.com', 'feeds.example.org']);

export function isAllowed(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && HOSTS.has(hostname);
}
