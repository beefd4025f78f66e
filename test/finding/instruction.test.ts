import { describe, expect, it } from '@jest/globals';
import { instruction } from '#finding/instruction';
import { frameworks } from '#frameworks/catalogue';
import { rules } from '#rules/catalogue.generated';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { snapshotOf } from '../source/memory.js';

async function instructions(files: Record<string, string>): Promise<readonly string[]> {
  const only = rules.filter((rule) => rule.id === 'aws/lambda/tracing');
  const options = {
    rules: only,
    frameworks,
    config: DEFAULT_CONFIG,
    today: '2026-11-22',
    scope: 'everything',
  } as const;
  return (await scan(snapshotOf(files), options)).findings.map(instruction);
}

describe('what to write instead', () => {
  it("is said in the framework's own words where it has some", async () => {
    const [terraform] = await instructions({
      'main.tf': 'resource "aws_lambda_function" "f" {\n  function_name = "f"\n  runtime = "nodejs22.x"\n}\n',
    });
    expect(terraform).toMatch(/In Terraform it is `tracing_config\.mode`\.$/);
    const [serverless] = await instructions({
      'serverless.yml':
        'service: s\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n  f:\n    handler: f.g\n',
    });
    expect(serverless).toMatch(/In the Serverless Framework it is `tracing`\.$/);
  });

  it("is the rule's own where the framework speaks the cloud's words", async () => {
    const [sam] = await instructions({
      'template.yaml': 'Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: { Runtime: nodejs22.x }\n',
    });
    expect(sam).toBe(rules.find((rule) => rule.id === 'aws/lambda/tracing')?.how);
  });
});
