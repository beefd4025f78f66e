import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { QueryTypes } from 'sequelize';
import { sequelize } from '../lib/database.js';

export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const floor = event.queryStringParameters?.floor ?? '0';
  const rooms = await sequelize.query(
    'SELECT name, seats FROM rooms WHERE floor = :floor ORDER BY name',
    { type: QueryTypes.SELECT, replacements: { floor } },
  );
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rooms) };
}
