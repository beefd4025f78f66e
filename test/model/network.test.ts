import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { doorstepOf } from '#model/network';
import { att, type Plain, type PlainResource, ref, stackOf } from './build.js';

const group: PlainResource = { Type: 'AWS::EC2::SecurityGroup', Properties: {} };
const fn: PlainResource = {
  Type: 'AWS::Lambda::Function',
  Properties: { VpcConfig: { SecurityGroupIds: [ref('Group')] } },
};
const database = (open: Plain): PlainResource => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { VPCSecurityGroups: [att('Group', 'GroupId')], PubliclyAccessible: open },
});

describe('how far strangers get to a security group', () => {
  it.each<[string, { readonly [name: string]: PlainResource }]>([
    ['unknown', {}],
    ['unknown', { Other: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: ref('Group') } } }],
    ['nobody', { Fn: fn }],
    ['network', { Fn: fn, Database: database(false) }],
    ['internet', { Fn: fn, Database: database(true) }],
    ['internet', { Host: { Type: 'AWS::EC2::Instance', Properties: { SecurityGroupIds: [ref('Group')] } } }],
    ['network', { Mount: { Type: 'AWS::EFS::MountTarget', Properties: { SecurityGroups: [ref('Group')] } } }],
  ])('is %s', (doorstep, others) => {
    const cloud = new Cloud([stackOf({ Group: group, ...others })]);
    const [subject] = cloud.all('AWS::EC2::SecurityGroup');
    if (!subject) throw new Error('there is no group');
    expect(doorstepOf(cloud, subject)).toBe(doorstep);
  });
});
