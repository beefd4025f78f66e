import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Object key that the event chooses',
  why: 'With `__proto__` or `constructor` as the key, the assignment changes the prototype of every object: a flag such as `isAdmin` is true of all of them, in this and in every later invocation of the same environment.',
  how: 'Keep what is named by others in a `Map`, make the object with `Object.create(null)`, or refuse keys that are not in a list of your own.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [1321],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'prototype-pollution-assignment',
      'prototype-pollution-loop',
      'remote-property-injection',
      'insecure-object-assign',
    ],
    codeql: [
      'prototype-polluting-assignment',
      'prototype-pollution-utility',
      'prototype-pollution',
      'remote-property-injection',
    ],
    eslint: ['detect-object-injection'],
  },
  withoutExample: {
    python: "Python's dictionaries have no prototype: a key that is chosen by others changes only the dictionary.",
  },
  *check(handler) {
    yield* flowReports(handler, 'object-key', {
      does: 'decides the key that is assigned to',
      severity: 'medium',
      payload: '__proto__',
    });
  },
});
