import { decoded, encoded } from '#frameworks/terraform/encoded';
import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { openCause } from '#frameworks/terraform/functions/strings';
import { stringOf } from '#frameworks/terraform/values';

/** A hash is never known here: nothing depends on its value but that something changed. */
const hash: AnyFunction = { call: (_args, call) => call.unknown('a hash') };

/** What is generated anew at each run. */
const generated: AnyFunction = {
  lenient: true,
  call: (_args, call) => call.unknown(`${call.name}() of the deployment`),
};

/** https://developer.hashicorp.com/terraform/language/functions#encoding-functions, and hashes and what the run makes up */
export const encodings: Readonly<Record<string, AnyFunction>> = {
  jsonencode: {
    lenient: true,
    call: ([arg], call) => {
      if (!arg) return call.failed('nothing is given');
      return arg.kind === 'unknown' ? call.unknown(arg.why) : encoded(call.set('', [arg]), arg);
    },
  },
  jsondecode: {
    call: ([arg], call) => {
      if (!arg) return call.failed('nothing is given');
      const value = decoded(arg);
      return value.kind === 'unknown' ? call.unknown(value.why) : value;
    },
  },
  base64encode: {
    call: ([arg], call) => {
      const text = stringOf(arg);
      return text === undefined ? call.unknown(openCause(arg)) : call.set(Buffer.from(text, 'utf8').toString('base64'));
    },
  },
  base64decode: {
    call: ([arg], call) => {
      const text = stringOf(arg);
      return text === undefined ? call.unknown(openCause(arg)) : call.set(Buffer.from(text, 'base64').toString('utf8'));
    },
  },
  urlencode: {
    call: ([arg], call) => {
      const text = stringOf(arg);
      return text === undefined
        ? call.unknown(openCause(arg))
        : call.set(encodeURIComponent(text).replaceAll('%20', '+'));
    },
  },
  md5: hash,
  sha1: hash,
  sha256: hash,
  sha512: hash,
  base64sha256: hash,
  base64sha512: hash,
  bcrypt: hash,
  uuid: generated,
  uuidv5: hash,
  timestamp: generated,
  plantimestamp: generated,
};
