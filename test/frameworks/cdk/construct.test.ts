import { describe, expect, it } from '@jest/globals';
import { constructIds, isOwn } from '#frameworks/cdk/construct';

describe('the constructs of a path', () => {
  it.each([
    ['Shop/Orders/Handler/Resource', 'Shop', 'Orders/Handler'],
    ['Shop/Orders/Handler/ServiceRole/DefaultPolicy/Resource', 'Shop', 'Orders/Handler/ServiceRole/DefaultPolicy'],
    ['Shop/Api/Default/orders/GET/Resource', 'Shop', 'Api/Default/orders/GET'],
    ['Shop/Jobs', 'Shop', 'Jobs'],
    ['Shop/Reports.NestedStack/Reports.NestedStackResource', 'Shop', 'Reports'],
    ['Prod/Shop/Jobs/Resource', 'Prod/Shop', 'Jobs'],
    ['Shop/Seed/Default', 'Shop', 'Seed'],
    ['Shop/Shop/Resource', 'Shop', 'Shop'],
    ['Shop/Resource', 'Shop', 'Resource'],
  ])('are those below the stack that have a name: %s', (path, stack, name) => {
    expect(constructIds(path, stack).join('/')).toBe(name);
  });
});

describe('what the CDK makes for its own ends', () => {
  it.each([
    'Shop/CDKMetadata/Default',
    'Shop/LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/ServiceRole/DefaultPolicy/Resource',
    'Shop/BucketNotificationsHandler050a0587b7544547bf325f094a3db834/Resource',
    'Shop/Uploads/Notifications/HandlerPolicy/Resource',
    'Shop/AWS679f53fac002430cb0da5b7982bd2287/Resource',
    'Shop/Custom::S3AutoDeleteObjectsCustomResourceProvider/Role',
    'Shop/Custom::CrossRegionExportReaderCustomResourceProvider/Handler',
    'Shop/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/ServiceRole/Resource',
    'Shop/Provider/framework-onEvent/ServiceRole/DefaultPolicy/Resource',
    'Shop/Provider/waiter-state-machine/Resource',
    'Shop/@aws-cdk--aws-eks.KubectlProvider/Handler/Resource',
    'Shop/Certificate/CertificateRequestorFunction/ServiceRole/Resource',
    'Shop/EventsLogGroupPolicyShopRule5236ED14/CustomResourcePolicy/Resource',
    // Its code and its policy are the author's, the rest of the function is not.
    'Shop/Custom::MineCustomResourceProvider/Handler',
  ])('is known by its path: %s', (path) => {
    expect(isOwn(path, 'X')).toBe(true);
  });

  it.each([
    'Shop/Orders/Handler/Resource',
    'Shop/Orders/Handler/ServiceRole/DefaultPolicy/Resource',
    'Shop/LogRetention/Resource',
    'Shop/CustomResourceProvider/Resource',
    'Shop/Custom::MineCustomResourceProvider/Role',
    'Shop/Call/CustomResourcePolicy/Resource',
    'Shop/SingletonLambdaf7d4f7304ee111e89c2dfa7ae01bbebc/Resource',
    'Shop/Metadata/Default',
    'Shop/Notifications/Handler/Resource',
  ])('is nothing that authors name: %s', (path) => {
    expect(isOwn(path, 'AWS679f53fac002430cb0da5b7982bd22872D164C4C')).toBe(false);
  });

  it.each([
    ['LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8aFD4BFC8A', true],
    ['CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F', true],
    ['ProviderframeworkonEvent83C1D0A7', true],
    ['ProviderframeworkonEventServiceRole9FF04296', true],
    ['OrdersHandler5E7490E8', false],
    ['CustomMineCustomResourceProviderHandler29FBDD2A', false],
    ['LogRetention5E7490E8', false],
  ])('is known by its logical ID where there is no path: %s', (logicalId, own) => {
    expect(isOwn(undefined, logicalId)).toBe(own);
  });
});
