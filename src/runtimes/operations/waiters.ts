/**
 * The operations that waiters call, by client and state, without capitals and underscores: botocore's `waiters-2.json`
 * (https://github.com/boto/botocore/tree/develop/botocore/data), which the SDKs for JavaScript are made from as well.
 */
const WAITERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  acm: { certificatevalidated: 'DescribeCertificate' },
  cloudformation: {
    stackexists: 'DescribeStacks',
    stackcreatecomplete: 'DescribeStacks',
    stackdeletecomplete: 'DescribeStacks',
    stackupdatecomplete: 'DescribeStacks',
    stackimportcomplete: 'DescribeStacks',
    stackrollbackcomplete: 'DescribeStacks',
    changesetcreatecomplete: 'DescribeChangeSet',
    typeregistrationcomplete: 'DescribeTypeRegistration',
  },
  cloudfront: {
    distributiondeployed: 'GetDistribution',
    invalidationcompleted: 'GetInvalidation',
    streamingdistributiondeployed: 'GetStreamingDistribution',
  },
  dynamodb: { tableexists: 'DescribeTable', tablenotexists: 'DescribeTable' },
  ec2: {
    imageavailable: 'DescribeImages',
    imageexists: 'DescribeImages',
    instanceexists: 'DescribeInstances',
    instancerunning: 'DescribeInstances',
    instancestopped: 'DescribeInstances',
    instanceterminated: 'DescribeInstances',
    instancestatusok: 'DescribeInstanceStatus',
    systemstatusok: 'DescribeInstanceStatus',
    snapshotcompleted: 'DescribeSnapshots',
    volumeavailable: 'DescribeVolumes',
    volumedeleted: 'DescribeVolumes',
    volumeinuse: 'DescribeVolumes',
    networkinterfaceavailable: 'DescribeNetworkInterfaces',
    securitygroupexists: 'DescribeSecurityGroups',
    subnetavailable: 'DescribeSubnets',
    vpcavailable: 'DescribeVpcs',
    vpcexists: 'DescribeVpcs',
  },
  ecs: {
    servicesinactive: 'DescribeServices',
    servicesstable: 'DescribeServices',
    tasksrunning: 'DescribeTasks',
    tasksstopped: 'DescribeTasks',
  },
  elbv2: {
    loadbalanceravailable: 'DescribeLoadBalancers',
    loadbalancerexists: 'DescribeLoadBalancers',
    loadbalancersdeleted: 'DescribeLoadBalancers',
    targetderegistered: 'DescribeTargetHealth',
    targetinservice: 'DescribeTargetHealth',
  },
  iam: {
    instanceprofileexists: 'GetInstanceProfile',
    policyexists: 'GetPolicy',
    roleexists: 'GetRole',
    userexists: 'GetUser',
  },
  kinesis: { streamexists: 'DescribeStream', streamnotexists: 'DescribeStream' },
  lambda: {
    functionactive: 'GetFunctionConfiguration',
    functionactivev2: 'GetFunction',
    functionexists: 'GetFunction',
    functionupdated: 'GetFunctionConfiguration',
    functionupdatedv2: 'GetFunction',
    publishedversionactive: 'GetFunctionConfiguration',
  },
  rds: {
    dbclusteravailable: 'DescribeDBClusters',
    dbclusterdeleted: 'DescribeDBClusters',
    dbclustersnapshotavailable: 'DescribeDBClusterSnapshots',
    dbinstanceavailable: 'DescribeDBInstances',
    dbinstancedeleted: 'DescribeDBInstances',
    dbsnapshotavailable: 'DescribeDBSnapshots',
    dbsnapshotcompleted: 'DescribeDBSnapshots',
  },
  redshift: { clusteravailable: 'DescribeClusters', clusterdeleted: 'DescribeClusters' },
  route53: { resourcerecordsetschanged: 'GetChange' },
  s3: {
    bucketexists: 'HeadBucket',
    bucketnotexists: 'HeadBucket',
    objectexists: 'HeadObject',
    objectnotexists: 'HeadObject',
  },
  sagemaker: {
    endpointinservice: 'DescribeEndpoint',
    endpointdeleted: 'DescribeEndpoint',
    processingjobcompletedorstopped: 'DescribeProcessingJob',
    trainingjobcompletedorstopped: 'DescribeTrainingJob',
    transformjobcompletedorstopped: 'DescribeTransformJob',
  },
  ssm: { commandexecuted: 'GetCommandInvocation' },
};

/** The operation that a waiter of a client calls; undefined for waiters that are not known. */
export function waitedFor(service: string, state: string): string | undefined {
  const own = WAITERS[service.toLowerCase().replace(/[^a-z0-9]/g, '')];
  const key = state.toLowerCase().replaceAll('_', '');
  return own && Object.hasOwn(own, key) ? own[key] : undefined;
}
