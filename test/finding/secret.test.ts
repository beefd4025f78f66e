import { describe, expect, it } from '@jest/globals';
import { secretKind } from '#finding/secret';

describe('secretKind', () => {
  it.each([
    ['DB_PASSWORD', 'Qm7vT2xLr9bW4n'],
    ['dbPassword', 'hunter2hunter3!'],
    ['JWT_SIGNING_KEY', 'q7Lm2XvT9cRk4WbZ1nHs8YpD'],
    ['STRIPE_API_KEY', 'b8f3c0d9e7a64412'],
    ['DATABASE_URL', 'postgres://shop:x8Kq2mP0@db.internal:5432/shop'],
    ['anything', ['AK', 'IAQ7T3NKPLW5RZV2JC'].join('')],
    ['key', ['gh', 'p_q7Lm2XvT9cRk4WbZ1nHs8YpD3fJg6AeU5tQx'].join('')],
  ])('takes %s for a secret', (name, value) => {
    expect(secretKind(name, value)).toBeDefined();
  });

  it.each([
    ['DB_PASSWORD', 'changeme'],
    ['DB_PASSWORD', 'UPDATE_ME!'],
    ['DB_PASSWORD_PARAMETER', '/shop/prod/db-password'],
    ['SECRET_NAME', 'prod9-db-x8Kq2mP0'],
    ['SECRET_TOKEN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-Ab12Cd'],
    ['API_KEY', '/shop/prod/api-key'],
    ['API_KEY', 'shop-api-key'],
    ['NEXT_TOKEN', 'none'],
    ['ENCRYPTION_KEY', '1234abcd-12ab-34cd-56ef-1234567890ab'],
    ['PASSWORD', '{{resolve:secretsmanager:db:SecretString:password}}'],
    ['PASSWORD', 'YOUR_PASSWORD_1'],
    ['ACCESS_TOKEN', 'xxxxxxxxxxxx1'],
    ['TABLE', 'Qm7vT2xLr9bW4n'],
    ['TOKEN_URL', 'https://login.example.com/token9'],
    ['AWS_KEY', ['AK', 'IAIOSFODNN7EXAMPLE'].join('')],
    ['DATABASE_URL', 'postgres://shop:password@localhost/shop'],
    ['API_TOKEN', 'x'.repeat(5000)],
  ])('does not take %s for one', (name, value) => {
    expect(secretKind(name, value)).toBeUndefined();
  });
});
