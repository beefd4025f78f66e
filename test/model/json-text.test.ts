import { describe, expect, it } from '@jest/globals';
import { jsonIn } from '#model/json-text';
import type { Property } from '#model/property';
import { type Plain, stackOf, sub } from './build.js';

function policy(value: Plain): Property<unknown> {
  const stack = stackOf({ Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Policy: value } } });
  const [property] = stack.resources.get('Api')?.read(['Policy']) ?? [];
  if (!property) throw new Error('The API has a policy.');
  return jsonIn(property);
}

describe('JSON in a text', () => {
  it('is read as what it says, with what a deployment fills in', () => {
    const [statement] = policy(sub('{"Statement":"${AWS::Region}/*"}')).entries();
    expect(String(statement?.[1].text)).toBe('${AWS::Region}/*');
  });

  it('is none where the text is empty, which is how to have no policy', () => {
    expect(policy('')).toMatchObject({ kind: 'absent' });
  });

  it('is unknown for the reason that its text is', () => {
    expect(policy(sub('${AWS::Region}')).value).toMatchObject({ kind: 'unknown', why: 'AWS::Region' });
    expect(policy('{').value).toMatchObject({ kind: 'unknown', why: 'the text is not JSON' });
  });
});
