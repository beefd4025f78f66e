import type { Model } from '#runtimes/engine/language';
import { Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** An item that is read is an instance of its model, so that methods of the code's own are followed. */
function instanceOf({ receiver, at }: CallView): Value | undefined {
  const [model] = receiver.classes;
  if (!model || receiver.classes.length > 1) return undefined;
  return { ...object(new Obj('instance', model, at)), open: true };
}

const one: Model = (view) => instanceOf(view);

const many: Model = (view) => {
  const item = instanceOf(view);
  return item && view.list(item);
};

const inPlace: Model = () => UNKNOWN;

/** https://pynamodb.readthedocs.io/en/stable/api.html#pynamodb.models.Model */
export const PYNAMODB: Readonly<Record<string, Model>> = {
  'pynamodb.models.Model.get': one,
  'pynamodb.models.Model.from_raw_data': one,
  'pynamodb.models.Model.query': many,
  'pynamodb.models.Model.scan': many,
  'pynamodb.models.Model.batch_get': many,
  'pynamodb.models.Model().save': inPlace,
  'pynamodb.models.Model().update': inPlace,
  'pynamodb.models.Model().delete': inPlace,
  'pynamodb.models.Model().refresh': inPlace,
};
