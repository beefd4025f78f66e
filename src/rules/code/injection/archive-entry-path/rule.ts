import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://security.snyk.io/research/zip-slip-vulnerability */
export const rule = defineHandlerRule({
  title: 'Archive from the event unpacked by its own names',
  why: 'The names in an archive may be `../../var/task/app.py` or lead through links: unpacking it writes outside of the directory, over code and files that later invocations use.',
  how: 'Resolve each entry\'s path and refuse what leaves the directory and what is a link; in Python pass `filter="data"` to `extractall`. Bound the size that is unpacked.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [22, 409],
  references: ['OWASP SAS-1', 'https://docs.python.org/3/library/tarfile.html#tarfile-extraction-filter'],
  aliases: { bandit: ['B202'], codeql: ['zipslip', 'tarslip', 'unsafe-unpacking'], sonar: ['S5042', 'S6096'] },
  *check(handler) {
    yield* flowReports(handler, 'archive', {
      does: 'decides where files of an archive are written',
      severity: 'high',
      payload: '../../tmp/outside.txt',
    });
  },
});
