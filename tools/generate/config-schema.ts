import { z } from 'zod';
import { CONFIG_SCHEMA } from '#scan/config-file';
import type { Generator } from './generator.js';

/** The configuration's schema for editors. */
export const configSchema: Generator = {
  path: 'leastwise.schema.json',
  make: () => {
    const schema = { ...z.toJSONSchema(CONFIG_SCHEMA), title: '.github/leastwise.yml' };
    return `${JSON.stringify(schema, undefined, 2)}\n`;
  },
};
