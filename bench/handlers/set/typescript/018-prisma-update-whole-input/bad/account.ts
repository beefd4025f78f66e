import { PrismaClient } from '@prisma/client';
import type { AppSyncIdentityCognito, AppSyncResolverEvent } from 'aws-lambda';

const prisma = new PrismaClient();

interface Input {
  input: { displayName?: string; locale?: string };
}

export const handler = async (event: AppSyncResolverEvent<Input>) => {
  const { sub } = event.identity as AppSyncIdentityCognito;
  const account = await prisma.account.update({ where: { sub }, data: { ...event.arguments.input } });
  return { id: account.id, displayName: account.displayName };
};
