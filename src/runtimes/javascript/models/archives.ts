import type { Model } from '#runtimes/engine/language';
import { taintsAt } from '#runtimes/engine/models';
import { api, constant, decoded, ENTRY_NAME, made, marked, stepped, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';

/** Names of an archive's entries are decided by whoever made it. */
const ENTRY_NAMES = ['entryName', 'fileName', 'path', 'name', 'rawEntryName', 'filename'];

/** The entries of an archive whose content is somebody else's: their names lead anywhere, their content is content. */
function entry(view: CallView): Value | undefined {
  const taints = taintsAt(view, ['receiver', 0]).filter((one) => one.origin === 'event');
  if (taints.length === 0) return undefined;
  const name: Value = {
    ...UNKNOWN,
    taints: stepped(decoded(made(taints, 0), ENTRY_NAME), view.at, 'the name of an entry'),
  };
  return view.map(Object.fromEntries(ENTRY_NAMES.map((one) => [one, name])));
}

/** An archive read from what somebody else sent: it stays theirs. */
const opened: Model = (view) => {
  const taints = taintsAt(view, [0]);
  return taints.length === 0 ? undefined : { ...api(`${view.path}()`), taints };
};

const entries: Model = (view) => {
  const one = entry(view);
  return one && view.list(one);
};

export const ARCHIVE_FAMILIES = {
  // https://github.com/cthackers/adm-zip/wiki/ADM-ZIP: its own extraction keeps entries below the target
  ...family('adm-zip', { ...each('getEntries', entries) }),
  ...family('yauzl unzipper jszip tar-stream', {
    on: (view) => {
      const one = entry(view);
      const name = view.constant(view.arg(0));
      if (one && name === 'entry') {
        view.run(view.arg(1), one, UNKNOWN, UNKNOWN);
        return view.receiver;
      }
      return undefined;
    },
    forEach: (view) => {
      const one = entry(view);
      if (!one) return undefined;
      view.run(view.arg(0), view.field(one, 'name') ?? UNKNOWN, one);
      return UNKNOWN;
    },
  }),
};

/** What unpacks at once holds all of it: without a limit, whatever the sender packed. https://nodejs.org/api/zlib.html#class-options */
const unpacked: Model = (view) => {
  const callback = view.args.list.slice(1).find((one) => one.closures.length > 0);
  const options = view.arg(1) === callback ? undefined : view.arg(1);
  const isKnown = !options || (!options.open && !spreads(view, options));
  if (isKnown && !(options && view.field(options, 'maxOutputLength'))) view.sink('decompression', 0);
  const taints = decoded(taintsAt(view, [0]), '<base64>');
  if (callback) view.run(callback, constant(null), marked(taints));
  return marked(taints);
};

function spreads(view: CallView, value: Value): boolean {
  return value.objects.some((one) => view.machine.state.get(one.spread) !== undefined);
}

const UNPACKING = 'gunzip inflate unzip brotliDecompress inflateRaw zstdDecompress'.split(' ');

export const ARCHIVES: Readonly<Record<string, Model>> = {
  'adm-zip': opened,
  'jszip.loadAsync': opened,
  'jszip().loadAsync': opened,
  ...Object.fromEntries(
    UNPACKING.flatMap((name) => [
      [`zlib.${name}`, unpacked],
      [`zlib.${name}Sync`, unpacked],
    ]),
  ),
};
