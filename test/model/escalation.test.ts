import { describe, expect, it } from '@jest/globals';
import { actionCovers } from '#model/action-pattern';
import { Cloud } from '#model/cloud';
import { escalations } from '#model/escalation';
import { CREDENTIAL_ACTIONS, ESCALATION_PATHS, EXFILTRATION_ACTIONS } from '#model/escalation-paths';
import { type Plain, stackOf, sub, UNKNOWN } from './build.js';

function found(...statements: Plain[]): readonly string[] {
  const cloud = new Cloud([
    stackOf({ P: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: statements } } } }),
  ]);
  return escalations(cloud.statements).map(({ path, unrestricted }) => `${path.id}${unrestricted ? '' : ' (some)'}`);
}

const allow = (actions: Plain, resource: Plain = '*', more: { readonly [key: string]: Plain } = {}): Plain => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resource,
  ...more,
});

describe('the table of paths', () => {
  it('has each id once and well-formed actions', () => {
    expect(new Set(ESCALATION_PATHS.map((path) => path.id)).size).toBe(ESCALATION_PATHS.length);
    const actions = [
      ...ESCALATION_PATHS.flatMap((path) => path.actions),
      ...CREDENTIAL_ACTIONS,
      ...EXFILTRATION_ACTIONS,
    ];
    expect(actions.filter((action) => !/^[a-z0-9-]+:[A-Za-z]+$/.test(action))).toEqual([]);
    expect(actions.length).toBeGreaterThan(150);
  });
});

describe('escalations', () => {
  it('need every action of a path, in one statement or in several', () => {
    expect(found(allow('iam:PassRole'))).toEqual([]);
    expect(found(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))).toEqual(['lambda-001']);
    expect(found(allow('iam:PassRole'), allow('lambda:Create*'), allow('lambda:Invoke*'))).toContain('lambda-001');
  });

  it('tell what works on every resource from what works on some', () => {
    expect(found(allow('iam:PutRolePolicy', 'arn:aws:iam::1:role/app'))).toEqual(['iam-005 (some)']);
    expect(found(allow('iam:PutRolePolicy', sub('arn:aws:iam::${AWS::AccountId}:role/*')))).toEqual(['iam-005']);
    expect(
      found(allow('iam:PutRolePolicy', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } })),
    ).toEqual(['iam-005 (some)']);
  });

  it('are closed by a denial on everything, not by a narrow one', () => {
    const deny = (resource: Plain): Plain => ({ Effect: 'Deny', Action: 'iam:put*', Resource: resource });
    expect(found(allow('iam:PutRolePolicy'), deny('*'))).toEqual([]);
    expect(found(allow('iam:PutRolePolicy'), deny('arn:aws:iam::1:role/admin'))).toEqual(['iam-005']);
  });

  it('follow the services that a role may be passed to', () => {
    const to = (service: string): Plain =>
      allow('iam:PassRole', '*', { Condition: { StringEquals: { 'iam:PassedToService': service } } });
    const rest = allow(['lambda:CreateFunction', 'lambda:InvokeFunction']);
    expect(found(to('lambda.amazonaws.com'), rest)).toEqual(['lambda-001']);
    expect(found(to('states.amazonaws.com'), rest)).toEqual([]);
  });

  it('say nothing of what is unknown', () => {
    expect(found(allow(UNKNOWN))).toEqual([]);
    expect(found({ Effect: 'Allow', NotAction: [UNKNOWN], Resource: '*' })).toEqual([]);
    expect(found({ Effect: 'Allow', NotAction: ['s3:*'], Resource: '*' }).length).toBeGreaterThan(20);
  });

  it('leave out what needs more than another path that is open', () => {
    for (const one of found(allow('iam:*'))) {
      const path = ESCALATION_PATHS.find(({ id }) => id === one.split(' ')[0]);
      expect(path?.actions.length).toBe(1);
      expect(path?.actions.every((action) => actionCovers('iam:*', action))).toBe(true);
    }
  });
});
