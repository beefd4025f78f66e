import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import axios from 'axios';

const hostOf = (region: string): string => {
  if (!/^[a-z]{2}(-[a-z]+)?-\d$/.test(region)) throw new RangeError('not a region');
  return `https://${region}.prices.example.com`;
};

export const handler = async (event: APIGatewayProxyEventV2) => {
  try {
    const { data } = await axios.get<unknown>(`${hostOf(event.pathParameters?.region ?? '')}/today`, { timeout: 3000 });
    return { statusCode: 200, body: JSON.stringify(data) };
  } catch {
    return { statusCode: 502, body: JSON.stringify({ message: 'No prices' }) };
  }
};
