import type { Model } from '#runtimes/engine/language';
import { all, decodes, sink } from '#runtimes/engine/models';
import { UNKNOWN } from '#runtimes/engine/value';

const parsed = decodes('<decoded>', 0);

/**
 * Expat, below the standard library's parsers, fetches nothing from outside, but expands entities without a bound before 2.4.1; it is
 * `lxml`, `xml.sax` with external entities, and `xml.dom.pulldom` that are asked for files.
 */
const lxml: Model = (view) => {
  const parser = view.either('parser', 1);
  const args = parser?.apis.find(({ path }) => path.endsWith('XMLParser()'))?.args;
  const resolves = args?.named.get('resolve_entities');
  const isOff = resolves?.constants.length === 1 && resolves.constants[0] === false && !resolves.open;
  if (!isOff) view.sink('xml', 0);
  return { ...UNKNOWN, ...parsed(view), apis: [{ path: 'lxml.etree.parse()', args: view.args }] };
};

const standard = all(sink('xml', 0, 'source', 'text'), parsed);
const xpath = sink('xpath', 0);
const receiverKept: Model = (view) => {
  xpath(view);
  return undefined;
};

/** Parsers of XML, and what looks something up in it. */
export const MARKUP: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['xml.etree.ElementTree', 'xml.etree.cElementTree'].flatMap((module) =>
      ['fromstring', 'XML', 'parse', 'iterparse', 'fromstringlist'].map(
        (name) => [`${module}.${name}`, standard] as const,
      ),
    ),
  ),
  'xml.dom.minidom.parseString': standard,
  'xml.dom.minidom.parse': standard,
  'xml.dom.pulldom.parseString': standard,
  'xml.dom.pulldom.parse': standard,
  'xml.sax.parseString': standard,
  'xml.sax.parse': standard,
  'xmltodict.parse': decodes('<json>', 0),
  ...Object.fromEntries(
    ['fromstring', 'XML', 'parse', 'iterparse', 'HTML'].map((name) => [
      `lxml.etree.${name}`,
      name === 'HTML' ? parsed : lxml,
    ]),
  ),
  'lxml.objectify.fromstring': lxml,
  'lxml.html.fromstring': parsed,
  ...Object.fromEntries(
    ['fromstring', 'XML', 'parse', 'parseString'].flatMap((name) =>
      ['ElementTree', 'cElementTree', 'minidom', 'sax', 'pulldom', 'lxml'].map(
        (module) => [`defusedxml.${module}.${name}`, parsed] as const,
      ),
    ),
  ),
  'lxml.etree.XPath': xpath,
  'lxml.etree.parse().xpath': receiverKept,
  'lxml.etree.parse().getroot().xpath': receiverKept,
};
