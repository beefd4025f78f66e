import { flowReports, widestOf } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/409.html */
export const rule = defineHandlerRule({
  title: 'Compressed data from the event unpacked without a limit',
  why: 'A few kilobytes of zeros, well packed, become gigabytes. One small request takes all memory of the function, and a few of them its concurrency.',
  how: 'Say how much may come out: `maxOutputLength` in Node.js, `max_length` of `zlib.decompressobj().decompress` in Python, a size for `read`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 19],
  cwe: [409, 400],
  references: ['OWASP SAS-8', 'OWASP API4:2023', 'https://nodejs.org/api/zlib.html#class-options'],
  aliases: { codeql: ['uncontrolled-data-in-decompression', 'decompression-bomb'], sonar: ['S5042'] },
  *check(handler) {
    yield* flowReports(handler, 'decompression', {
      does: 'is unpacked to whatever size it has',
      severity: 'medium',
      payload: 'H4sIAAAAAAACA0tMTAQA8P2ZxgMAAAA=',
      // What the cloud's services compress, such as logs that are subscribed to, is no bomb.
      only: ({ source }) => ['public', 'authenticated'].includes(widestOf(source.triggers)),
    });
  },
});
