import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { plainly } from '../repository.js';
import { one } from './configuration.js';

interface Case {
  readonly expression: string;
  readonly expected: unknown;
}

/** What `terraform console` says of each: tools/oracle/terraform.ts. */
const { configuration, cases } = JSON.parse(readFileSync(new URL('./expressions.json', import.meta.url), 'utf8')) as {
  readonly configuration: string;
  readonly cases: readonly Case[];
};

describe('expressions are what Terraform makes of them', () => {
  it.each(cases.map(({ expression, expected }) => [expression, expected] as const))(
    '%s',
    async (expression, expected) => {
      const resource = await one(`${configuration}\nresource "acme_x" "x" {\n  v = [${expression}]\n}\n`, 'acme_x.x');
      expect(plainly(resource.properties)).toEqual({ v: [expected] });
    },
  );
});
