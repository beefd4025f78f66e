import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** `text/xml`, `application/soap+xml`; pages of XHTML and pictures are a browser's. */
export function isXml(type: Value): boolean {
  const [head] = type.text ?? [];
  return [...type.constants, head].some(
    (one) => typeof one === 'string' && /^\s{0,5}(?:text|application)\/(?:(?!xhtml)[\w.-]{1,60}\+)?xml\b/i.test(one),
  );
}

/** The marks of what was put between tags that the code writes itself; in a section of characters markup means nothing. */
export function markupTaints(value: Value): readonly Taint[] {
  const [head] = value.text ?? [];
  const isWritten = typeof head === 'string' && /^\s{0,100}<[?A-Za-z]/.test(head);
  const isSection = value.text?.some((one) => typeof one === 'string' && one.includes('<![CDATA['));
  return isWritten && !isSection ? value.taints : [];
}

/** What begins a document that another program reads. */
const DOCUMENT = /^\s{0,100}(?:<\?xml\b|<(?:soap|soapenv|soap-env|env):Envelope\b)/i;

const CLIENTS = /^(?:axios|fetch|node-fetch|got|undici|request|superagent|needle|ky|requests|httpx|aiohttp|urllib3?)\b/;

/** A document that is sent to another program: `axios.post(url, xml)`, `requests.post(url, data=xml)`. */
export function xmlSent(view: CallView, path: string): undefined {
  if (!CLIENTS.test(path)) return undefined;
  for (const at of [1, '1.body', '1.data', '0.data', '0.body', 'data', 'content'] as const) {
    const value = view.arg(at);
    const [head] = value?.text ?? [];
    if (!value || typeof head !== 'string' || !DOCUMENT.test(head)) continue;
    view.sink('xml-text', at, { value: { ...value, taints: markupTaints(value) } });
  }
  return undefined;
}
