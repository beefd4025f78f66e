import type { Model } from '#runtimes/engine/language';
import { UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { family } from '#runtimes/javascript/models/family';
import { isBefore, type Version } from '#runtimes/versions';

/** Objects that were read from JSON may have keys that no parser of queries lets through. */
function fromJson(view: CallView, at: number): void {
  const value = view.arg(at);
  const taints = value?.taints.filter(({ path }) => path.includes('<json>')) ?? [];
  view.sink('object-key', at, { value: { ...UNKNOWN, taints } });
}

/** Merges all levels of what it is given into its first argument, up to a version with what all objects share as well. */
function merges(...fixed: readonly (readonly [name: string, version: Version])[]): Model {
  return (view) => {
    if (fixed.some(([name, version]) => isBefore(view.machine.versions, name, version)))
      for (const at of [1, 2, 3]) fromJson(view, at);
    return undefined;
  };
}

/** Sets what is at a path that others name. */
function sets(name: string, fixed: Version): Model {
  return (view) => {
    if (isBefore(view.machine.versions, name, fixed)) view.sink('object-key', 1);
    return undefined;
  };
}

export const MERGING_FAMILIES = {
  // CVE-2018-16487, CVE-2019-10744, CVE-2020-8203
  ...family('lodash', {
    mergeWith: merges(['lodash', [4, 17, 11]]),
    defaultsDeep: merges(['lodash', [4, 17, 12]]),
    set: sets('lodash', [4, 17, 19]),
    setWith: sets('lodash', [4, 17, 19]),
    update: sets('lodash', [4, 17, 19]),
  }),
  // CVE-2021-23434
  ...family('object-path', { set: sets('object-path', [0, 11, 6]), push: sets('object-path', [0, 11, 6]) }),
  // CVE-2020-8116
  ...family('dot-prop', { set: sets('dot-prop', [4, 2, 1]) }),
};

export const MERGING: Readonly<Record<string, Model>> = {
  // The function of the package, and the package that is the function alone
  'lodash.merge': merges(['lodash', [4, 17, 11]], ['lodash.merge', [4, 6, 2]]),
  'lodash.defaultsdeep': merges(['lodash.defaultsdeep', [4, 6, 1]]),
  // CVE-2018-3750
  'deep-extend': merges(['deep-extend', [0, 5, 1]]),
  // CVE-2021-26707
  'merge-deep': merges(['merge-deep', [3, 0, 3]]),
};
