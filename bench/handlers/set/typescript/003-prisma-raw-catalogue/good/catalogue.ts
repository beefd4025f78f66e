import { Prisma, PrismaClient } from '@prisma/client';
import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';

const prisma = new PrismaClient();

export const handler = async (event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> => {
  const brand = new URLSearchParams(event.rawQueryString).get('brand') ?? '';
  const onlyBrand = brand === '' ? Prisma.empty : Prisma.sql`AND brand = ${brand}`;
  const items = await prisma.$queryRaw<{ sku: string }[]>`SELECT sku FROM items WHERE listed ${onlyBrand}`;
  return { statusCode: 200, body: JSON.stringify(items.map(({ sku }) => sku)) };
};
