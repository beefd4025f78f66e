import type { Model } from '#runtimes/engine/language';
import { all, cleans, gives, passes, sink, taintsAt } from '#runtimes/engine/models';
import { concatenated } from '#runtimes/engine/operators';
import { decoded, ENTRY_NAME, made, stepped, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { RESOLVED } from '#runtimes/python/text';

const first = sink('path', 0, 'path', 'src', 'filename', 'file');
const both = sink('path', 0, 1, 'src', 'dst');

const IN_OS =
  'remove unlink rmdir removedirs mkdir makedirs listdir scandir walk stat lstat chmod chown truncate readlink open utime access';

/** `os.path.join('/tmp', name)`: an absolute name takes the place of all before it. */
const joined: Model = (view) => {
  const pieces = view.args.list.flatMap((one, index): (string | typeof one)[] => (index === 0 ? [one] : ['/', one]));
  const value = concatenated(view.machine, [...pieces, ...(view.args.rest ? ['/', view.args.rest] : [])], view.at);
  return value;
};

/** A path with what it was made of. */
function path(view: CallView): ReturnType<Model> {
  return { ...UNKNOWN, apis: [{ path: 'pathlib.Path()', args: view.args }], taints: taintsAt(view, []) };
}

function sameKind(safe: Model): Model {
  return (view) => {
    const value = safe(view);
    return value && { ...value, apis: [{ path: 'pathlib.Path()' }] };
  };
}

/** A method of a path that reads or changes what is there. */
const touching: Model = (view) => {
  view.sink('path', 0, { value: { ...view.receiver, apis: [] } });
  return undefined;
};

const TOUCHING =
  'open read_text read_bytes write_text write_bytes unlink rmdir mkdir iterdir glob rglob stat touch rename replace symlink_to chmod';

/** An archive is opened by its path, or as bytes that are in memory already. */
const opened: Model = (view) => {
  const given = view.either(0, 'file');
  if (!given?.apis.some(({ path }) => path === 'io.BytesIO()')) sink('path', 0, 'file')(view);
  return undefined;
};

/** The file system: what is opened, removed, listed or moved. */
export const FILES: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(IN_OS.split(' ').map((name) => [`os.${name}`, first])),
  'os.rename': both,
  'os.replace': both,
  'os.link': both,
  'os.symlink': both,
  'aiofiles.open': first,
  'aiofiles.os.remove': first,
  'shutil.copy': both,
  'shutil.copy2': both,
  'shutil.copyfile': both,
  'shutil.copytree': both,
  'shutil.move': both,
  'shutil.rmtree': first,
  'glob.glob': first,
  'glob.iglob': first,
  'linecache.getline': first,
  'fileinput.input': first,
  'google.cloud.storage.Client().bucket().blob().download_to_filename': sink('path', 0, 'filename'),
  'google.cloud.storage.Client().get_bucket().blob().download_to_filename': sink('path', 0, 'filename'),
  'google.cloud.storage.Client().bucket().get_blob().download_to_filename': sink('path', 0, 'filename'),
  'google.cloud.storage.Client().get_bucket().get_blob().download_to_filename': sink('path', 0, 'filename'),
  'tempfile.NamedTemporaryFile': sink('path', 'dir', 'prefix', 'suffix'),
  'tempfile.mkstemp': sink('path', 'dir', 'prefix', 'suffix'),
  'tempfile.mkdtemp': sink('path', 'dir', 'prefix', 'suffix'),
  'flask.send_file': first,
  'flask.send_from_directory': gives(),
  'fastapi.responses.FileResponse': first,
  'starlette.responses.FileResponse': first,
  'numpy.load': first,
  'pandas.read_csv': gives(),
  'os.path.join': joined,
  'os.path.normpath': cleans(RESOLVED, [], 0),
  'os.path.abspath': cleans(RESOLVED, [], 0),
  'os.path.realpath': cleans(RESOLVED, [], 0),
  'os.path.expanduser': passes(0),
  'os.path.expandvars': passes(0),
  'os.path.dirname': passes(0),
  'os.path.basename': cleans('the base name', ['path', 'archive', 'module'], 0),
  'os.path.splitext': (view) => view.list({ ...UNKNOWN, taints: taintsAt(view, [0]) }),
  'os.path.split': (view) => view.list({ ...UNKNOWN, taints: taintsAt(view, [0]) }),
  'os.path.exists': gives(),
  'os.path.isfile': gives(),
  'os.path.isdir': gives(),
  'os.path.getsize': gives(),
  'os.path.commonpath': cleans(RESOLVED, [], 0),
  'os.path.commonprefix': passes(0),
  'os.fspath': passes(0),
  'werkzeug.utils.secure_filename': cleans('the secure file name', ['path', 'archive', 'module', 'header', 'log'], 0),
  'werkzeug.security.safe_join': cleans('the safe join', ['path', 'archive', 'module'], 0, 1),
  'pathvalidate.sanitize_filename': cleans('the file name', ['path', 'archive', 'module'], 0),
  ...Object.fromEntries(
    ['Path', 'PurePath', 'PosixPath', 'PurePosixPath'].map((name) => [`pathlib.${name}`, path as Model]),
  ),
  ...Object.fromEntries(TOUCHING.split(' ').map((name) => [`pathlib.Path().${name}`, touching])),
  'pathlib.Path().resolve': sameKind(cleans(RESOLVED, [], 'receiver')),
  'pathlib.Path().absolute': sameKind(cleans(RESOLVED, [], 'receiver')),
  'pathlib.Path().joinpath': sameKind(passes('receiver', 0, 1)),
  'pathlib.Path().with_name': sameKind(passes('receiver', 0)),
  'pathlib.Path().with_suffix': sameKind(passes('receiver', 0)),
  'pathlib.Path().expanduser': sameKind(passes('receiver')),
  'pathlib.Path().as_posix': passes('receiver'),
  'pathlib.Path().exists': gives(),
  'pathlib.Path().is_file': gives(),
  'pathlib.Path().is_dir': gives(),
};

/** What reads archives: the names in them lead wherever they like. */
const archive = (view: CallView): ReturnType<Model> => ({
  ...UNKNOWN,
  apis: [{ path: `${view.path}()`, args: view.args }],
  taints: taintsAt(view, [0, 'fileobj', 'file', 'name']),
});

/** The names of an archive's entries are whoever's who made it; one that is written to leads where it says. */
function entryName(view: CallView): Value | undefined {
  const given = view.receiver.apis.flatMap((one) => one.args?.list ?? []);
  const taints = [...view.receiver.taints, ...given.flatMap((one) => one.taints)].filter(
    ({ origin }) => origin === 'event',
  );
  if (taints.length === 0) return undefined;
  return { ...UNKNOWN, taints: stepped(decoded(taints, ENTRY_NAME), view.at, 'the name of an entry') };
}

const names: Model = (view) => {
  const name = entryName(view);
  return name && view.list(name);
};

const entries: Model = (view) => {
  const name = entryName(view);
  return name && view.list(view.map({ name, filename: name, path: name, orig_filename: name }));
};

/** `extractall(path, filter='data')` keeps everything below the path. */
const extracted: Model = (view) => {
  const filter = view.constant(view.arg('filter'));
  if (filter === 'data' || filter === 'tar') return undefined;
  const given = view.receiver.apis.flatMap((one) => one.args?.list ?? []);
  const taints = [...view.receiver.taints, ...given.flatMap((one) => one.taints)];
  view.sink('archive', 0, { value: { ...UNKNOWN, taints: made(taints, 0) } });
  return undefined;
};

/** `zipfile` takes `..` out of names by itself; `tarfile` before Python 3.14 does not. */
export const ARCHIVES: Readonly<Record<string, Model>> = {
  'tarfile.open': all(sink('path', 0, 'name'), archive),
  'tarfile.TarFile': archive,
  'tarfile.TarFile.open': archive,
  'tarfile.open().extractall': extracted,
  'tarfile.open().extract': extracted,
  'tarfile.TarFile().extractall': extracted,
  'tarfile.TarFile.open().extractall': extracted,
  'zipfile.ZipFile': all(opened, archive),
  'zipfile.ZipFile().namelist': names,
  'zipfile.ZipFile().infolist': entries,
  'tarfile.open().getnames': names,
  'tarfile.open().getmembers': entries,
  'tarfile.TarFile.open().getnames': names,
  'tarfile.TarFile.open().getmembers': entries,
  'shutil.unpack_archive': sink('archive', 0),
};
