import { AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena';

const athena = new AthenaClient({});

export const handler = async (event) => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  const { month } = JSON.parse(raw);
  const { QueryExecutionId } = await athena.send(
    new StartQueryExecutionCommand({
      QueryString: 'SELECT country, count(*) AS visits FROM visits WHERE month = ? GROUP BY country',
      ExecutionParameters: [`'${/^\d{4}-\d{2}$/.test(month) ? month : '1970-01'}'`],
      QueryExecutionContext: { Database: 'public_stats' },
      WorkGroup: 'public',
      ResultConfiguration: { OutputLocation: `s3://${process.env.RESULT_BUCKET}/reports/` },
    }),
  );
  return { statusCode: 202, body: JSON.stringify({ query: QueryExecutionId }) };
};
