import type { FunctionOperations, Operation, OperationArgument, OperationGap } from '#model/operations';
import type { CallListener, Context, Machine } from '#runtimes/engine/machine';
import type { Api, Arguments, Closure, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { type Input, inputOf } from '#runtimes/operations/input';
import type { Location } from '#source/file';
import type { Call } from '#syntax/code/form';

/** How a client was made, as far as that matters for the permissions of its calls. */
export interface ClientFlags {
  readonly otherCredentials: boolean;
  /** What it was made with is not known, and credentials may be among it. */
  readonly anyCredentials: boolean;
  readonly otherRegion: boolean;
}

/** What a language's tables know of calls of SDKs, and of libraries that make them. */
export interface SdkReader {
  /** Tells the watch of a call of something from outside. The answer is whether it is known to do nothing else. */
  called(view: CallView, watch: OperationWatch): boolean;
  /** The client that a value from outside is. */
  client(outside: Api): string | undefined;
  /** What an import brings in. */
  imported(source: string, watch: OperationWatch, at: Location): void;
  /** The name of an operation by the name of the method that calls it; undefined for names that say nothing. */
  operationOf(method: string): string | undefined;
  /** Whether a call, by its text, makes a client or a command. */
  isMaker(node: Call, name: string, text: string): boolean;
}

/** Something seen, with the outermost function that it was seen in where no handler was seen to reach it. */
export interface Seen<T> {
  readonly what: T;
  readonly beyond: Closure | undefined;
}

/** A client that the code makes. */
export interface MadeClient {
  readonly service: string;
  readonly at: Location;
  /** Methods of what it makes by which it calls, and that nothing else has. */
  readonly calls: RegExp | undefined;
  used: boolean;
}

/** A method of a value of which nothing is known. */
export interface LostCall {
  readonly name: string;
  readonly at: Location;
}

interface Pending {
  readonly service: string;
  readonly name: string;
  readonly input: Input;
  readonly at: Location;
  certain: boolean;
  readonly flags: ClientFlags[];
  readonly occasional: boolean;
  /** It is called only where the code has this somewhere. */
  readonly shownBy?: RegExp;
}

/** More of one handler are not told apart: what comes after is a gap. */
const MAX_OPERATIONS = 1_500;

/** Listens to a machine and takes down what it calls of SDKs. */
export class OperationWatch implements CallListener {
  readonly pending: Seen<Pending>[] = [];
  readonly gaps: Seen<OperationGap>[] = [];
  readonly lost: Seen<LostCall>[] = [];
  readonly made = new Map<string, Seen<MadeClient>>();
  /** Tables that something else gave to what was made with these arguments. */
  readonly tables = new Map<Arguments, OperationArgument>();
  /** What a library was told that holds for whatever it calls afterwards. */
  readonly told = new Set<string>();
  /** Calls in the code that were made. */
  readonly visited = new Set<Call>();
  readonly #commands = new Map<Arguments, Pending>();
  readonly #clients = new Map<Arguments, MadeClient>();
  readonly #told = new Set<string>();
  readonly #imports = new Set<string>();
  #beyond: Closure | undefined;

  constructor(
    readonly machine: Machine,
    readonly reader: SdkReader,
  ) {}

  called(view: CallView): void {
    this.#beyond = rootOf(view.context, this.machine);
    if (view.node) this.visited.add(view.node);
    if (!this.reader.called(view, this)) this.#escaped(view.args, view.path, view.at);
  }

  unknown(name: string | undefined, self: Value | undefined, args: Arguments, at: Location, context: Context): void {
    this.#beyond = rootOf(context, this.machine);
    this.#escaped(args, name ?? 'a function', at);
    if (name !== undefined && (self?.taints.length ?? 0) === 0)
      this.lost.push({ what: { name, at }, beyond: this.#beyond });
  }

  visit(node: Call): void {
    this.visited.add(node);
  }

  imported(source: string, at: Location, context: Context): void {
    if (this.#imports.has(source)) return;
    this.#imports.add(source);
    this.#beyond = rootOf(context, this.machine);
    this.reader.imported(source, this, at);
  }

  /** Takes down a call. */
  operation(
    service: string,
    name: string,
    input: Input,
    at: Location,
    more: {
      readonly client?: Value | undefined;
      readonly certain?: boolean;
      readonly occasional?: boolean;
      readonly shownBy?: RegExp;
      /** Where no client is seen that tells it. */
      readonly flags?: ClientFlags;
    } = {},
  ): void {
    this.#add({
      service,
      name,
      input,
      at,
      certain: more.certain ?? true,
      flags: more.client ? [this.flags(more.client)] : more.flags ? [more.flags] : [],
      occasional: more.occasional ?? false,
      ...(more.shownBy ? { shownBy: more.shownBy } : {}),
    });
  }

  /** Takes down a command that is made, to be sent by a client. */
  command(service: string, name: string, input: Input, view: CallView): void {
    const made: Pending = { service, name, input, at: view.at, certain: false, flags: [], occasional: false };
    this.#commands.set(view.args, made);
    this.#add(made);
  }

  /** Takes down that a client sends commands. */
  sent(commands: readonly Api[], client: Value): boolean {
    let isKnown = false;
    for (const { args } of commands) {
      const made = args && this.#commands.get(args);
      if (!made) continue;
      isKnown = true;
      made.certain ||= commands.length === 1;
      made.flags.push(this.flags(client));
    }
    return isKnown;
  }

  /** @param calls as in `MadeClient` */
  client(service: string, view: CallView, calls?: RegExp): void {
    const key = placeOf(view.at);
    const known = this.made.get(key) ?? { what: { service, at: view.at, calls, used: false }, beyond: this.#beyond };
    this.made.set(key, known);
    this.#clients.set(view.args, known.what);
  }

  /** Takes down that a library is there whose calls are told by the names of methods, as in `MadeClient`. */
  library(service: string, at: Location, calls: RegExp): void {
    this.made.set(`${service} ${calls.source}`, { what: { service, at, calls, used: true }, beyond: this.#beyond });
  }

  /** Takes down that what is called on clients is seen. */
  used(...values: readonly (Value | undefined)[]): void {
    for (const value of values)
      for (const outside of this.#apisIn(value)) {
        const own = outside.args && this.#clients.get(outside.args);
        if (own) own.used = true;
        // A method of a client that is handed on, and what was made from a client.
        this.used(outside.receiver);
      }
  }

  gap(why: string, at: Location, service?: string): void {
    const key = `${why} ${service ?? ''} ${placeOf(at)} ${this.#beyond === undefined}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.gaps.push({ what: { why, at, ...(service === undefined ? {} : { service }) }, beyond: this.#beyond });
  }

  /** How the clients that a value may be were made. */
  flags(client: Value): ClientFlags {
    const all = client.apis.map((one) => this.#options(one));
    return {
      otherCredentials: all.length > 0 && all.every((made) => made.some((options) => this.#hasOwnCredentials(options))),
      anyCredentials: all.flat().some((options) => this.#mayHaveCredentials(options)),
      otherRegion: all.flat().some((options) => this.#isElsewhere(options)),
    };
  }

  /** The clients among what is passed, at the top and in the fields of objects. */
  clientsIn(value: Value | undefined): readonly { readonly service: string; readonly outside: Api }[] {
    return this.#apisIn(value).flatMap((outside) => {
      const service = this.reader.client(outside);
      return service === undefined ? [] : [{ service, outside }];
    });
  }

  /** What a client, and what it is made from, was made with. */
  #options(outside: Api, depth = 0): readonly Arguments[] {
    if (depth > 8) return [];
    const { args, receiver, path } = outside;
    const isMade = this.reader.client(outside) !== undefined || /Session\(\)$/.test(path);
    const inner = isMade ? (args?.list[0]?.apis ?? []).filter((one) => this.reader.client(one) !== undefined) : [];
    return [...(isMade && args ? [args] : []), ...inner, ...(receiver?.apis ?? [])]
      .slice(0, 6)
      .flatMap((one) => ('list' in one ? [one] : this.#options(one, depth + 1)));
  }

  #option(args: Arguments, ...names: readonly string[]): Value | undefined {
    for (const name of names) {
      const named = args.named.get(name);
      if (named) return named;
      for (const one of args.list[0]?.objects ?? []) {
        const cell = one.fields.get(name);
        const value = cell && this.machine.state.get(cell);
        if (value) return value;
      }
    }
    return undefined;
  }

  #hasOwnCredentials(args: Arguments): boolean {
    // Whoever makes a session of botocore by hand gives it the credentials of another role, or lets them be fetched anew.
    const given = this.#option(
      args,
      'credentials',
      'accessKeyId',
      'aws_access_key_id',
      'profile_name',
      'botocore_session',
    );
    if (!given || (given.constants.length === 1 && given.constants[0] === undefined && !given.open)) return false;
    return !given.apis.some(({ path }) => OWN_ROLE.test(path));
  }

  /** Whether options are passed of which not all are seen: `new S3Client(options)`, `boto3.client('s3', **options)`. */
  #mayHaveCredentials({ list, named, rest }: Arguments): boolean {
    if (rest !== undefined) return true;
    const [first] = list;
    const isOptions = first && first.apis.length === 0 && (first.constants.length === 0 || first.objects.length > 0);
    const more = named.get('**');
    return [isOptions ? first : undefined, more].some((one) => one && !inputOf(this.machine, one).whole);
  }

  #isElsewhere(args: Arguments): boolean {
    const given = this.#option(args, 'region', 'region_name');
    if (!given) return false;
    return !given.apis.some(({ path, args: call }) => {
      const [name] = call?.list[0]?.constants ?? [];
      return (
        /\.AWS_(?:DEFAULT_)?REGION$/.test(path) || (typeof name === 'string' && /^AWS_(?:DEFAULT_)?REGION$/.test(name))
      );
    });
  }

  /** A client that something unknown is given: what that calls is not seen. */
  #escaped(args: Arguments, callee: string, at: Location): void {
    for (const value of [...args.list, ...args.named.values(), ...(args.rest ? [args.rest] : [])]) {
      for (const { service, outside } of this.clientsIn(value)) {
        this.gap(`a client of ${service} is handed to ${short(callee)}`, at, service);
        const own = outside.args && this.#clients.get(outside.args);
        if (own) own.used = true;
      }
    }
  }

  #apisIn(value: Value | undefined): readonly Api[] {
    if (!value) return [];
    const found = [...value.apis, ...value.classes.flatMap((one) => one.bases.flatMap(({ apis }) => apis))];
    for (const one of value.objects) {
      for (const cell of one.fields.values()) found.push(...(this.machine.state.get(cell)?.apis ?? []));
      found.push(...(this.machine.state.get(one.rest)?.apis ?? []));
    }
    return found;
  }

  #add(one: Pending): void {
    if (this.pending.length >= MAX_OPERATIONS) {
      this.gap('more is called than is followed', one.at);
      return;
    }
    this.pending.push({ what: one, beyond: this.#beyond });
  }
}

/** Credentials of the function's own role. */
const OWN_ROLE = /fromNodeProviderChain|defaultProvider|fromEnv|EnvironmentCredentials|get_credentials/;

/** What was seen as operations, each once; `isSwitched`: whatever was made, the code may have given it the credentials of another role. */
export function finished(
  pending: readonly Seen<Pending>[],
  occasional: (one: Seen<Pending>) => boolean,
  isSwitched: boolean,
): FunctionOperations['operations'] {
  const found = new Map<string, Operation>();
  for (const one of pending) {
    const { service, name, input, at, certain, flags } = one.what;
    const isOccasional = one.what.occasional || occasional(one);
    const operation: Operation = {
      service,
      name,
      resources: input.resources,
      at,
      certain: certain && !isOccasional && !flags.some((flag) => flag.anyCredentials),
      ...(input.whole ? { wholeInput: true } : {}),
      ...(isSwitched || (flags.length > 0 && flags.every((flag) => flag.otherCredentials))
        ? { otherCredentials: true }
        : {}),
      ...(flags.some((flag) => flag.otherRegion) ? { otherRegion: true } : {}),
      ...(isOccasional ? { occasional: true } : {}),
    };
    const key = JSON.stringify([{ ...operation, at: placeOf(at) }, [...input.resources]]);
    if (!found.has(key)) found.set(key, operation);
  }
  return [...found.values()];
}

export type PendingOperation = Pending;

function placeOf({ file, span }: Location): string {
  return `${file.path}:${span.start}:${span.end}`;
}

function short(name: string): string {
  const plain = name.replaceAll('()', '');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

/** The outermost function around, where no handler was seen to reach it. */
function rootOf({ frame }: Context, machine: Machine): Closure | undefined {
  if (!machine.beyond) return undefined;
  let root: Closure | undefined;
  for (let at: typeof frame | undefined = frame; at; at = at.caller) if (at.closure) root = at.closure;
  return root;
}
