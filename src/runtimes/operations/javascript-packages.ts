/** Modules of Node.js: https://nodejs.org/api/modules.html#built-in-modules */
const NODE =
  'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl sea sqlite stream string_decoder sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib';

/**
 * Packages that call nothing of AWS with the function's role by themselves: what a handler may import without leaving in doubt what it
 * calls. A package that is missing here is taken for one that may call anything.
 */
const HARMLESS = `
ajv ajv-errors ajv-formats ajv-keywords @apollo/server @apollo/subgraph apollo-server apollo-server-core apollo-server-lambda
@as-integrations/aws-lambda archiver async async-mutex async-retry aws-embedded-metrics aws-jwt-verify aws-kinesis-agg aws-lambda
aws-lambda-consumer aws-serverless-express aws-xray-sdk aws-xray-sdk-core aws-xray-sdk-express aws-xray-sdk-fetch aws-xray-sdk-mysql
aws-xray-sdk-postgres axios axios-retry babel-runtime base64-js bcrypt bcryptjs big.js bignumber.js binary-case bluebird body-parser
bottleneck btoa atob busboy bytes camelcase camelcase-keys case cfn-response chalk chance change-case cheerio chrono-node
@sparticuz/chromium chrome-aws-lambda class-transformer class-validator cloudevents color compression config content-type cookie
cookie-parser cookie-session core-js cors cron-parser cross-fetch crypto-js csv csv-parse csv-parser csv-stringify csvtojson
currency.js cuid @paralleldrive/cuid2 dataloader date-fns date-fns-tz dayjs debug decimal.js deep-equal deepmerge dot-prop dotenv
ejs email-validator emoji-regex env-var envalid error-stack-parser escape-html es6-promise eventemitter3 exceljs express
express-async-errors express-rate-limit express-session express-validator @faker-js/faker faker fast-csv fast-deep-equal
fast-json-stringify fast-json-patch fast-safe-stringify fast-xml-parser fastify @fastify/aws-lambda @fastify/cors @fastify/helmet
file-type flat form-data formidable fp-ts fs-extra fuse.js geolib glob gm got graphql graphql-request graphql-scalars graphql-tag
graphql-tools graphql-yoga @graphql-tools/schema gray-matter gzip-js handlebars he helmet hono html-entities html-to-text
http-errors http-status http-status-codes humanize-duration i18next iconv-lite immer inflection ini inversify io-ts ioredis ip
ip-address ipaddr.js is-url isomorphic-fetch iso-639-1 jmespath joi @hapi/joi @hapi/boom jose js-base64 js-yaml jsdom json-bigint
json-diff json-rules-engine json-schema json-stable-stringify json2csv json5 jsonpath jsonpath-plus jsonschema jsonwebtoken jszip
just-safe-get jwk-to-pem jwks-rsa jwt-decode kafkajs knex koa koa-bodyparser koa-router @koa/router ksuid ky @lambda-utilities/types
left-pad linkedom linq lodash lodash-es lodash.get lodash.merge lodash.camelcase lodash.clonedeep lodash.isempty lodash.isequal
lodash.chunk lodash.debounce lodash.groupby lodash.omit lodash.pick lodash.set loglevel long lru-cache luxon mailparser marked
markdown-it method-override mime mime-types minimatch minimist mkdirp moment moment-timezone mongodb mongoose morgan ms multer
multiparty mustache mysql mysql2 nanoid negotiator neverthrow node-cache node-fetch node-fetch-native node-forge node-html-parser
node-jose node-schedule node-uuid nodemailer numeral object-hash object-path octonode @octokit/rest @octokit/core
@octokit/webhooks @octokit/auth-app ohash on-finished openai openapi-types @anthropic-ai/sdk ora oxide.ts p-all p-limit p-map p-queue
p-retry p-throttle p-timeout papaparse parse-multipart parse-multipart-data parse5 path-to-regexp pdf-lib pdf-parse pdfkit pdfmake pg
pg-connection-string pg-format pg-hstore pg-promise pino pino-http pino-lambda pino-pretty pluralize postgres postmark prom-client
promise-retry prop-types proxyquire pug puppeteer puppeteer-core qrcode qs query-string querystring ramda random-words range-parser
raw-body react react-dom redis reflect-metadata regenerator-runtime remeda request request-promise request-promise-native
reselect restify retry rimraf rss-parser rxjs safe-stable-stringify sanitize-html sax semver sentiment sequelize
serialize-error serialize-javascript serverless-http serverless-mysql @vendia/serverless-express @codegenie/serverless-express
sharp short-uuid shortid simple-git slugify @slack/bolt @slack/web-api @slack/webhook snakecase-keys source-map-support sqlstring
stack-trace statuses strftime string-similarity string-template stripe striptags superagent superstruct svg-captcha tedious
tar tar-stream terser throttled-queue tiny-invariant tiny-json-http title-case tmp tough-cookie ts-pattern tslib turndown twilio
twitter typeorm type-fest type-is tsyringe typedi typescript ua-parser-js ulid ulidx underscore undici unzipper urijs url-join
url-parse urlsafe-base64 util-promisify uuid uuidv1 uuidv4 uuidv7 valibot validate.js validator vary verror web-push web-vitals
wildcard winston winston-transport word-wrap ws xlsx xml-js xml2js xmlbuilder xmlbuilder2 xmldom @xmldom/xmldom xss yaml yamljs yargs
yauzl yup zod zod-to-json-schema @sindresorhus/is @sentry/node @sentry/serverless @sentry/aws-serverless @opentelemetry/api
@opentelemetry/core @opentelemetry/resources @opentelemetry/sdk-node @opentelemetry/semantic-conventions datadog-lambda-js dd-trace
newrelic @newrelic/aws-lambda @lumigo/tracer @honeycombio/opentelemetry-node lambda-log lambda-multipart-parser
lambda-api @dazn/lambda-powertools-logger @dazn/lambda-powertools-correlation-ids @hapi/hapi @date-io/date-fns @js-joda/core
@line/bot-sdk @sendgrid/mail @sendgrid/client mailgun.js mailgun-js @mailchimp/mailchimp_marketing @googlemaps/google-maps-services-js
googleapis google-auth-library firebase-admin @google/generative-ai auth0 passport oauth-1.0a @okta/jwt-verifier algoliasearch
contentful @elastic/elasticsearch @upstash/redis @prisma/client @planetscale/database @neondatabase/serverless drizzle-orm kysely
@mikro-orm/core objection massive waterline telegraf node-telegram-bot-api discord.js discord-interactions tweetnacl ethers web3
@solana/web3.js @noble/hashes @noble/curves bech32 elliptic secp256k1 bip39 cloudinary jimp pngjs canvas qrcode-svg fluent-ffmpeg
tesseract.js natural compromise franc wink-nlp @xenova/transformers onnxruntime-node mathjs simple-statistics ml-regression
@turf/turf @mapbox/polyline geohash ngeohash ion-js jsbi graphql-subscriptions @pothos/core type-graphql
@nestjs/common @nestjs/core @nestjs/platform-express @nestjs/config @nestjs/swagger @nestjs/jwt @nestjs/graphql @nestjs/typeorm
ask-sdk-core ask-sdk-model ask-sdk-runtime i18n-iso-countries libphonenumber-js credit-card-type iban slack-node
cool-ascii-faces forecast.io @babel/runtime @tsconfig/node18 aws-lambda-multipart-parser aws-lambda-router aws-api-gateway-client
@types/aws-lambda @types/node lambda-tester sinon nock node-pre-gyp nocache
@aws-sdk/util-dynamodb @aws-sdk/types @aws-sdk/cloudfront-signer @aws-sdk/url-parser @aws-sdk/util-format-url @aws-sdk/smithy-client
@aws-sdk/node-http-handler @aws-sdk/fetch-http-handler @aws-sdk/protocol-http @aws-sdk/credential-provider-node
@aws-sdk/credential-provider-env @aws-sdk/client-sso @aws-sdk/middleware-retry @aws-sdk/util-utf8-node @aws-sdk/util-retry
@aws-sdk/abort-controller @aws-sdk/hash-node @aws-sdk/util-hex-encoding @aws-sdk/util-buffer-from @aws-sdk/util-arn-parser
@aws-sdk/util-stream-node @aws-sdk/eventstream-marshaller @aws-sdk/util-create-request @aws-sdk/property-provider
@aws-sdk/shared-ini-file-loader @aws-sdk/node-config-provider @aws-sdk/config-resolver @aws-sdk/region-config-resolver
@aws-crypto/sha256-js @aws-crypto/sha256-browser @aws-crypto/crc32 @aws-crypto/util
@aws-lambda-powertools/logger @aws-lambda-powertools/metrics @aws-lambda-powertools/tracer @aws-lambda-powertools/commons
@aws-lambda-powertools/batch @aws-lambda-powertools/jmespath @aws-lambda-powertools/parser @aws-lambda-powertools/event-handler
@aws-lambda-powertools/validation @aws-lambda-powertools/kafka @aws-appsync/utils aws-cdk-lib constructs @aws-cdk/core
`;

const KNOWN: ReadonlySet<string> = new Set([
  ...NODE.split(' '),
  ...HARMLESS.split(/\s+/).filter((name) => name !== ''),
]);

/** Middleware of middy (https://middy.js.org) that calls AWS; the rest of it does not. */
const MIDDY_CALLS =
  /^@middy\/(?:ssm|secrets-manager|appconfig|s3|sts|dynamodb|service-discovery|rds-signer|ws-response|rds|dsql-signer|s3-object-response)$/;

/** Whether a package is known to call nothing of AWS by itself. */
export function isHarmlessPackage(name: string): boolean {
  if (KNOWN.has(name) || name.startsWith('@types/') || name.startsWith('@opentelemetry/')) return true;
  if (name.startsWith('@smithy/')) return !name.startsWith('@smithy/signature-v4');
  return name.startsWith('@middy/') && !MIDDY_CALLS.test(name);
}

/** The package that the text of an import names: `@aws-sdk/client-s3/dist` is `@aws-sdk/client-s3`. */
export function packageOf(source: string): string {
  const plain = source.replace(/^node:/, '');
  return plain.split('/', plain.startsWith('@') ? 2 : 1).join('/');
}
