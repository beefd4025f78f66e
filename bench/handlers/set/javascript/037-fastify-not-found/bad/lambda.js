import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify from 'fastify';

const app = Fastify();

app.get('/', async () => ({ status: 'ok' }));

app.setNotFoundHandler((request, reply) => {
  const { q = '' } = request.query;
  reply
    .code(404)
    .type('text/html')
    .send(`<h1>Not found</h1><p>Nothing matches ${q}</p>`);
});

export const handler = awsLambdaFastify(app);
