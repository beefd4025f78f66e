import type { PropertyPath } from '#model/property';

/** What the provider does when a property is not written, and where that is documented. */
export interface Default {
  readonly value: string | number | boolean;
  readonly source: string;
}

const CFN = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';

const DEFAULTS: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  'AWS::Lambda::Function': {
    'TracingConfig.Mode': { value: 'PassThrough', source: `${CFN}/aws-properties-lambda-function-tracingconfig.html` },
    Timeout: { value: 3, source: `${CFN}/aws-resource-lambda-function.html` },
    MemorySize: { value: 128, source: `${CFN}/aws-resource-lambda-function.html` },
    PackageType: { value: 'Zip', source: `${CFN}/aws-resource-lambda-function.html` },
  },
  'AWS::SQS::Queue': {
    VisibilityTimeout: { value: 30, source: `${CFN}/aws-resource-sqs-queue.html` },
    SqsManagedSseEnabled: { value: true, source: `${CFN}/aws-resource-sqs-queue.html` },
  },
};

/** The default of a property, list indexes standing for any item; undefined when none is documented here. */
export function defaultOf(type: string, path: PropertyPath): Default | undefined {
  const table = DEFAULTS[type];
  if (!table) return undefined;
  return table[path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')];
}
