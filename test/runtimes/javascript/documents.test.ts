import { describe } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';

const MAIL = "const transport = require('nodemailer').createTransport({});\n---\n";

describe('templates, mails and other texts', () => {
  cases([
    ["require('ejs').render(body.template, {});", 'template'],
    ["require('ejs').render('<p><%= name %></p>', { name });", ''],
    ["require('handlebars').compile(body.template)({});", 'template'],
    [
      `const page = require('handlebars').compile('<p>{{name}}', { noEscape: true });\n${MAIL}await transport.sendMail({ html: page({ name }) });`,
      'mail',
    ],
    [
      `const page = require('handlebars').compile('<p>{{{name}}} {{n}}');\n${MAIL}await transport.sendMail({ html: page({ name, n }) });`,
      'mail',
    ],
    [
      `const page = require('handlebars').compile('<p>{{name}} {{{n}}}');\n${MAIL}await transport.sendMail({ html: page({ name, n: 1 }) });`,
      '',
    ],
    [`${MAIL}await transport.sendMail({ html: require('ejs').render('<p><%- name %>', { name }) });`, 'mail'],
    [`${MAIL}await transport.sendMail({ html: require('mustache').render('<p>{{name}}', { name }) });`, ''],
    [
      `const page = require('lodash').template('<p><%= name %>');\n${MAIL}await transport.sendMail({ html: page({ name }) });`,
      'mail',
    ],
    [
      `const page = require('lodash').template('<p><%- name %>');\n${MAIL}await transport.sendMail({ html: page({ name }) });`,
      '',
    ],
    [`${MAIL}await transport.sendMail({ to: 'a', html: '<p>' + name });`, 'mail'],
    [`${MAIL}await transport.sendMail({ to: 'a', text: name });`, ''],
    [`${MAIL}await transport.sendMail({ to: 'a', html: '<p>' + require('escape-html')(name) });`, ''],
    [
      `const { SESClient, SendEmailCommand } = require('@aws-sdk/client-ses');\n---\nawait new SESClient({}).send(new SendEmailCommand({ Message: { Body: { Html: { Data: '<p>' + name } } } }));`,
      'mail',
    ],
    ["require('node-serialize').unserialize(event.body);", 'deserialization'],
    ["require('js-yaml').load(event.body);", ''],
    ["const y = require('js-yaml'); y.load(event.body, { schema: y.DEFAULT_FULL_SCHEMA });", 'deserialization'],
    ["require('libxmljs').parseXml(event.body, { noent: true });", 'xml'],
    ["require('libxmljs').parseXml(event.body);", ''],
    ["require('xpath').select('//user[@name=\"' + name + '\"]', {});", 'xpath'],
    ["require('ldapjs').createClient({}).search('dc=a', { filter: '(uid=' + name + ')' }, () => {});", 'ldap'],
    ['new RegExp(name).test("a");', 'regex'],
    [
      `const OpenAI = require('openai'); const ai = new OpenAI();\n---\nawait ai.chat.completions.create({ messages: [{ role: 'system', content: 'You help ' + name }, { role: 'user', content: body.text }] });`,
      'prompt',
    ],
    [
      `const OpenAI = require('openai'); const ai = new OpenAI();\n---\nawait ai.chat.completions.create({ messages: [{ role: 'system', content: 'You help' }, { role: 'user', content: body.text }] });`,
      '',
    ],
    [
      `const { BedrockRuntimeClient, InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');\n---\nawait new BedrockRuntimeClient({}).send(new InvokeModelCommand({ body: JSON.stringify({ system: 'You help ' + name, messages: [] }) }));`,
      'prompt',
    ],
    [
      `const { BedrockRuntimeClient, InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');\n---\nawait new BedrockRuntimeClient({}).send(new InvokeModelCommand({ body: JSON.stringify({ system: 'You help', messages: [{ role: 'user', content: name }] }) }));`,
      '',
    ],
    ['Buffer.alloc(Number(n));', 'allocation'],
    ['Buffer.alloc(Math.min(Number(n), 10));', ''],
  ]);
});
