import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import type { Flow } from '#model/handler';

/** The key of an object, which S3 refuses where it leads above the bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
function isObjectKey({ source: { path } }: Flow): boolean {
  return /\.object\.key(?:\.<decoded>)?$/.test(path.join('.'));
}

/** https://owasp.org/www-community/attacks/Path_Traversal */
export const rule = defineHandlerRule({
  title: 'File path built from the event',
  why: "Parts such as `../` and absolute paths lead out of the directory that was meant: to the function's own code, to what other invocations left in `/tmp`, and to `/proc/self/environ` with the credentials of its role.",
  how: 'Take the last part of the name alone (`path.basename`, `os.path.basename`), or resolve the path and compare it with the directory that it has to stay in, separator included.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [22, 73],
  references: ['OWASP SAS-1', 'https://owasp.org/www-community/attacks/Path_Traversal'],
  aliases: {
    semgrep: [
      'path-join-resolve-traversal',
      'express-path-join-resolve-traversal',
      'express-res-sendfile',
      'path-traversal-open',
      'path-traversal-join',
      'path-traversal-file-name',
      'avoid_send_file_without_path_sanitization',
    ],
    codeql: ['path-injection'],
    sonar: ['S2083'],
    eslint: ['detect-non-literal-fs-filename'],
  },
  *check(handler) {
    yield* flowReports(handler, 'path', {
      does: "becomes part of a file's path",
      severity: (flow) => (isObjectKey(flow) ? 'medium' : 'high'),
      payload: (flow) => (isObjectKey(flow) ? 'photos/../other' : '../../../../../../proc/self/environ'),
      more: (flow) =>
        isObjectKey(flow)
          ? 'S3 refuses keys with more `..` than directories before them; one may start with a slash, or lead elsewhere once a part of it is cut off.'
          : '',
    });
  },
});
