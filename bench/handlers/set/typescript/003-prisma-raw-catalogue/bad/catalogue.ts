import { PrismaClient } from '@prisma/client';
import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';

const prisma = new PrismaClient();

export const handler = async (event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> => {
  const brand = new URLSearchParams(event.rawQueryString).get('brand') ?? '';
  const items = await prisma.$queryRawUnsafe<{ sku: string }[]>(`SELECT sku FROM items WHERE brand = '${brand}'`);
  return { statusCode: 200, body: JSON.stringify(items.map(({ sku }) => sku)) };
};
