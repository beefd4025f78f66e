import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import knex from 'knex';

const db = knex({
  client: 'pg',
  connection: { host: process.env.DB_HOST, database: 'articles', ssl: { rejectUnauthorized: true } },
  acquireConnectionTimeout: 3000,
});

interface Search {
  phrase: string;
  page?: number;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { phrase, page = 1 } = JSON.parse(event.body ?? '{}') as Search;
  const articles = await db('articles')
    .select('id', 'title')
    .whereRaw(`to_tsvector(text) @@ plainto_tsquery('${phrase}')`)
    .limit(20)
    .offset((Math.max(1, Number(page) || 1) - 1) * 20);
  return { statusCode: 200, body: JSON.stringify(articles) };
};
