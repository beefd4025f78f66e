import type { HandlerLanguage } from '#runtimes/handlers/module-file';

/** Characters at the start of a file that are looked at. */
const MAX_LENGTH = 200_000;

/** What a file exports that has the shape of a Lambda handler, by its text alone. */
export function handlersByShape(text: string, language: HandlerLanguage): readonly string[] {
  const code = text.slice(0, MAX_LENGTH);
  const found = language === 'python' ? pythonHandlers(code) : javascriptHandlers(code);
  return [...new Set(found)];
}

const NAMED = /^(lambda_?)?handler$|handler$/i;

/** Types, wrappers and adapters by which code says that it is a Lambda function. */
const LAMBDA_MODULES =
  /['"](aws-lambda|@types\/aws-lambda|@middy\/core|middy|@aws-lambda-powertools\/[\w-]{1,40}|aws-lambda-powertools|serverless-http|@vendia\/serverless-express|aws-serverless-express|@fastify\/aws-lambda|hono\/aws-lambda|hono\/lambda-edge|@codegenie\/serverless-express)['"]/;

/** What a handler may be set to: a function of an event, or what a wrapper makes of one. */
const EVENT_FUNCTION = String.raw`(?:async\s{1,5})?(?:function\s{0,5}\w{0,60}\s{0,5})?\(?\s{0,20}(?:\{|_?(?:event|evt|e)\b)`;
const WRAPPER = String.raw`(?:middy|serverless|serverlessExpress|awsLambdaFastify|awsServerlessExpress|handle|streamHandle|wrap\w{0,30}|\w{1,30}\.(?:handler|wrap\w{0,30}|captureLambdaHandler|streamifyResponse|resolve))\s{0,5}[(<]`;
const ASSIGNED = [
  String.raw`^[ \t]{0,8}(?:module\.)?exports\.(\w{1,80})\s{0,5}=\s{0,5}`,
  String.raw`^export\s{1,5}const\s{1,5}(\w{1,80})(?:\s{0,5}:\s{0,5}[\w.<>,\s\[\]|]{1,200})?\s{0,5}=\s{0,5}`,
];
const DECLARED = /^export\s{1,5}(?:async\s{1,5})?function\s{1,5}(\w{1,80})\s{0,5}\(\s{0,20}_?(?:event|evt)\b/gm;
const TYPED =
  /^export\s{1,5}const\s{1,5}(\w{1,80})\s{0,5}:\s{0,5}(?:\w{1,60}\.)?(?:Handler|\w{1,60}Handler(?:V2)?)\b/gm;

function javascriptHandlers(code: string): readonly string[] {
  const isLambda = LAMBDA_MODULES.test(code);
  const found: string[] = [];
  const add = (name: string | undefined): void => {
    if (name !== undefined && (isLambda || NAMED.test(name))) found.push(name);
  };
  for (const head of ASSIGNED)
    for (const tail of [EVENT_FUNCTION, WRAPPER])
      for (const [text, name] of code.matchAll(new RegExp(`${head}${tail}`, 'gm')))
        if (!/\breq\b/.test(text)) add(name);
  for (const [, name] of code.matchAll(DECLARED)) add(name);
  if (isLambda) for (const [, name] of code.matchAll(TYPED)) add(name);
  return found;
}

const FUNCTION = /^(?:async\s{1,5})?def\s{1,5}(\w{1,80})\s{0,5}\(\s{0,20}_?(event|evt)\b[^)]{0,200}\)/gm;
const ADAPTED = /^(\w{1,80})\s{0,5}=\s{0,5}(?:Mangum|\w{1,40}\.Mangum|lambda_handler_decorator)\(/gm;

function pythonHandlers(code: string): readonly string[] {
  const isLambda =
    /^\s{0,8}(?:from|import)\s{1,5}(?:aws_lambda_powertools|aws_lambda_typing|mangum|aws_xray_sdk)\b/m.test(code);
  const found: string[] = [];
  for (const [text, name = ''] of code.matchAll(FUNCTION)) {
    const withContext = /,\s{0,20}_{0,2}(context|ctx)\b/i.test(text);
    if (withContext && (isLambda || NAMED.test(name))) found.push(name);
  }
  for (const [, name = ''] of code.matchAll(ADAPTED)) found.push(name);
  return found;
}
