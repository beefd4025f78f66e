import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

const handler = (...lines: readonly string[]) =>
  calledIn({
    'src/app.py': `import io\nimport os\nimport pandas as pd\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  });
const DOUBT = ['gap s3 what pandas reads and writes of s3 is not followed'];

describe('frames of pandas', () => {
  it.each([
    "frame = pd.read_csv('s3://bucket/key.csv')",
    "frame = pd.read_csv(os.environ['SOURCE'])",
    "pd.DataFrame(event).to_parquet(event['target'])",
    'frame = pd.read_json(path_or_buf)',
  ])('may read and write objects: %s', async (line) => {
    expect(await handler(line)).toEqual(DOUBT);
  });

  it.each([
    "frame = pd.read_csv('/tmp/data.csv')",
    'frame = pd.read_csv(io.BytesIO(body))',
    'return pd.DataFrame(event).to_json(orient="records")',
    'return pd.DataFrame(event).to_csv()',
    'return pd.DataFrame(event).to_dict()',
  ])('do not where they show another place: %s', async (line) => {
    expect(await handler(line)).toEqual([]);
  });
});
