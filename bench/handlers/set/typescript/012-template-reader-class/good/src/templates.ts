import { createReadStream } from 'node:fs';
import { resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';

class Templates {
  readonly #root: string;

  constructor(root: string) {
    this.#root = resolve(root);
  }

  read(name: string): Promise<string> {
    const file = resolve(this.#root, name);
    if (!file.startsWith(this.#root + sep)) return Promise.reject(new RangeError('outside of the templates'));
    return text(createReadStream(file));
  }
}

const templates = new Templates('/opt/templates');

export const handler = async (event: APIGatewayProxyWebsocketEventV2) => {
  const { name } = JSON.parse(event.body ?? '{}');
  return { statusCode: 200, body: await templates.read(`${name}.txt`) };
};
