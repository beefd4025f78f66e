/** Commands of DynamoDB's document client (`@aws-sdk/lib-dynamodb`) that are called otherwise than their operations. */
export const DOCUMENT_COMMANDS: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  BatchGet: 'BatchGetItem',
  BatchWrite: 'BatchWriteItem',
  TransactGet: 'TransactGetItems',
  TransactWrite: 'TransactWriteItems',
};

/** Methods of the document clients of v2 and v3. */
export const DOCUMENT_METHODS: Readonly<Record<string, string>> = {
  get: 'GetItem',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  batchGet: 'BatchGetItem',
  batchWrite: 'BatchWriteItem',
  transactGet: 'TransactGetItems',
  transactWrite: 'TransactWriteItems',
  query: 'Query',
  scan: 'Scan',
  batchExecuteStatement: 'BatchExecuteStatement',
  executeStatement: 'ExecuteStatement',
  executeTransaction: 'ExecuteTransaction',
};

/** Methods that values of every kind have, so that their names tell nothing. */
const COMMON = new Set('get put delete update send'.split(' '));

/** The operation that a method is called after: `putItem`, `put_item`; undefined for names that others have as well. */
export function operationName(method: string): string | undefined {
  if (COMMON.has(method) || method.startsWith('_') || method.length > 80) return undefined;
  return method.replaceAll('_', '').toLowerCase();
}
