import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { Text } from '#model/text';
import type { When } from '#model/value';

/** A value to be written, in the cloud's vocabulary; a Text with references becomes what the framework has for them. */
export type Datum = string | number | boolean | null | Text | readonly Datum[] | { readonly [key: string]: Datum };

/** What a patch changes. */
interface Place {
  readonly resource: Resource;
  readonly path: PropertyPath;
  /** The conditions of the branch that is meant; other branches stay as they are. Without it, every branch is meant. */
  readonly when?: readonly When[];
}

/** A change wanted of the model. Rules propose patches; a Stack turns them into edits of its files, or declines (law 4). */
export type Patch =
  /** Write the property, making the maps on the way to it. */
  | (Place & { readonly op: 'set'; readonly value: Datum })
  /** Add an item to the end of the list, making the list when it is missing. */
  | (Place & { readonly op: 'append'; readonly value: Datum })
  | (Place & { readonly op: 'remove' })
  /** Write an attribute beside the properties: `DeletionPolicy`, `UpdateReplacePolicy`. */
  | { readonly op: 'attribute'; readonly resource: Resource; readonly name: string; readonly value: Datum }
  /** Declare a new resource after `beside`, in its file. */
  | {
      readonly op: 'add';
      readonly beside: Resource;
      readonly logicalId: string;
      readonly type: string;
      readonly properties: { readonly [key: string]: Datum };
    };

/** Why a framework does not turn a patch into edits: a short phrase. No fix is no error; a wrong fix is the worst there is. */
export interface Declined {
  readonly declined: string;
}
