import { flowReports, runsThere } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import type { Flow } from '#model/handler';

/** https://owasp.org/www-community/vulnerabilities/Deserialization_of_untrusted_data */
export const rule = defineHandlerRule({
  title: 'Objects made from what the event holds',
  why: "Formats that make objects (`pickle`, `yaml.load` with a full loader, `node-serialize`) call what the sender names while they are read: reading the value is running the sender's code.",
  how: 'Use a format of plain data: JSON, `yaml.safe_load`. Where objects must travel, sign them and verify the signature before reading.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [502],
  references: ['OWASP SAS-1', 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html'],
  aliases: {
    semgrep: [
      'express-third-party-object-deserialization',
      'tainted-pickle-deserialization',
      'avoid-pickle',
      'avoid-cPickle',
      'avoid-dill',
      'avoid-jsonpickle',
      'avoid-pyyaml-load',
      'avoid-shelve',
      'avoid-unsafe-ruamel',
      'insecure-deserialization',
      'avoid-insecure-deserialization',
      'marshal-usage',
    ],
    bandit: ['B301', 'B302', 'B506', 'B614'],
    codeql: ['unsafe-deserialization'],
    sonar: ['S5135'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'deserialization', {
      does: 'is made into objects',
      severity: 'high',
      payload: (flow) => payloadOf(flow),
      more: () => runsThere(cloud, handler),
    });
  },
});

/** Each prints a word while it is read. */
/** In the format that is read; each prints a word. */
function payloadOf({ callee }: Flow): string {
  if (/yaml/i.test(callee)) return YAML;
  if (/jsonpickle/i.test(callee)) return JSONPICKLE;
  return /serialize/i.test(callee) ? NODE_SERIALIZE : PICKLE;
}

const JSONPICKLE = '{"py/reduce": [{"py/type": "builtins.print"}, {"py/tuple": ["shown"]}]}';
const NODE_SERIALIZE = '{"a":"_$$ND_FUNC$$_function () { console.log(\'shown\'); }()"}';
const YAML = '!!python/object/apply:print [shown]';
const PICKLE = "cbuiltins\nprint\n(S'shown'\ntR.";
