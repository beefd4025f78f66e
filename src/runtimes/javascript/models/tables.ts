import type { Model } from '#runtimes/engine/language';
import { api } from '#runtimes/engine/value';
import { each, type Family, family } from '#runtimes/javascript/models/family';

/** What it gives is known by the way to it, whatever a method of that name does elsewhere. */
const chained: Model = () => undefined;

/** A model of Dynamoose is a class: an item that is made knows which one, however it is reached. */
export const TABLES: Readonly<Record<string, Model>> = {
  'dynamoose.model()': ({ args, settings }) => api('dynamoose.model()()', args, api('dynamoose.model()', settings)),
};

/** Libraries that make the calls of DynamoDB out of chains: https://electrodb.dev/en/core-concepts/introduction/ */
export const TABLE_FAMILIES: Readonly<Record<string, Family>> = {
  electrodb: each(
    'get put create upsert update patch delete remove find match where set add append subtract data filter go page params commit between begins',
    chained,
  ),
  ...family(
    'dynamodb-toolbox',
    each(
      'build key item options query entities requests pattern send params get put update delete scan batchGet batchWrite transactGet transactWrite execute',
      chained,
    ),
  ),
  ...family(
    'dynamoose',
    each(
      'get batchGet create update delete batchPut batchDelete query scan save exec all where filter attribute eq between beginsWith contains and or not sort limit startAt using attributes parallel count consistent populate toJSON serialize original',
      chained,
    ),
  ),
};
