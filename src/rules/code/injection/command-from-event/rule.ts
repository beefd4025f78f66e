import { flowReports, runsThere } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/Command_Injection */
export const rule = defineHandlerRule({
  title: 'Shell command built from the event',
  why: "A shell reads the text, so that `;`, `|` and `$()` start commands of the sender's own inside of the function. They have its environment, the credentials of its role and its network.",
  how: 'Start the program without a shell and pass the values as separate arguments: `execFile(program, [value])`, `subprocess.run([program, value])`. End the options with `--` where a value could look like one.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [78, 88],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'detect-child-process',
      'spawn-shell-true',
      'dangerous-spawn-shell',
      'shelljs-exec-injection',
      'command-injection-os-system',
      'dangerous-subprocess-use',
      'dangerous-subprocess-use-audit',
      'dangerous-subprocess-use-tainted-env-args',
      'subprocess-shell-true',
      'dangerous-system-call',
      'dangerous-system-call-audit',
      'dangerous-asyncio-shell',
      'dangerous-asyncio-exec',
      'dangerous-asyncio-create-exec',
      'dangerous-spawn-process',
      'dangerous-os-exec',
    ],
    bandit: ['B602', 'B604', 'B605', 'B606', 'B609'],
    codeql: ['command-line-injection', 'shell-command-constructed-from-input'],
    sonar: ['S2076', 'S4721'],
    eslint: ['detect-child-process'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'command', {
      does: 'becomes part of a command',
      severity: 'high',
      payload: '; id #',
      more: () => runsThere(cloud, handler),
    });
  },
});
