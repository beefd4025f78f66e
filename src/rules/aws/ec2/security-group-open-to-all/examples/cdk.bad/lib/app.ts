import { App, aws_ec2 as ec2, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a'] });
const database = new ec2.SecurityGroup(stack, 'Database', { vpc }); // expect
database.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.POSTGRES);
