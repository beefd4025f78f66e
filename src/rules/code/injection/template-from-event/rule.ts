import { flowReports, runsThere } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://portswigger.net/web-security/server-side-template-injection */
export const rule = defineHandlerRule({
  title: 'Template from the event is rendered',
  why: "A template is a program: `{{ }}` in what the sender wrote is evaluated inside of the function, and with most engines reaches the runtime's own functions, and so commands and the credentials of the role.",
  how: 'Keep the template in the code or a file and pass the value as a variable of it. Where customers write templates, use an engine without logic, or a sandbox.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [1336],
  references: [
    'OWASP SAS-1',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/07-Input_Validation_Testing/18-Testing_for_Server-side_Template_Injection',
  ],
  aliases: {
    semgrep: ['dangerous-template-string', 'render-template-string'],
    codeql: ['template-injection', 'template-object-injection'],
    sonar: ['S5496'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'template', {
      does: 'is rendered as a template',
      severity: 'high',
      payload: '{{7*7}}',
      more: () => runsThere(cloud, handler),
    });
  },
});
