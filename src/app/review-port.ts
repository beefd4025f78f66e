import type {
  Answer,
  ConversationAnswer,
  FromChild,
  ListAnswer,
  ReadAnswer,
  Side,
  ToChild,
} from '#app/review-messages';
import type { Reviewer, ReviewMaterial } from '#app/reviewer';
import { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

/** The child's end of the line: asks the parent for files, and hands the review back. */
export class ReviewPort {
  readonly #waiting = new Map<number, { resolve: (value: Answer) => void; reject: (error: Error) => void }>();
  #id = 0;

  /** Serves one review with a reviewer, then lets the process end. */
  static serve(reviewer: Reviewer): void {
    const port = new ReviewPort();
    process.on('message', (message: ToChild) => port.#receive(message, reviewer));
    // Without a parent there is nobody to review for.
    process.on('disconnect', () => process.exit());
  }

  #receive(message: ToChild, reviewer: Reviewer): void {
    if (message.kind === 'start') {
      void this.#review(message.material, reviewer);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  async #review(material: ReviewMaterial, reviewer: Reviewer): Promise<void> {
    const sources = {
      head: new PortSnapshot(this, 'head', material.headSha),
      base: new PortSnapshot(this, 'base', material.mergeBase),
      conversation: async () => (await this.ask((id) => ({ kind: 'conversation', id }))) as ConversationAnswer,
    };
    try {
      const reviewed = await reviewer(material, sources, new AbortController().signal);
      this.#send({ kind: 'done', reviewed });
    } catch (error) {
      // The message may quote a file; the parent's log and the check run get the kind of error and the place in our code only.
      this.#send({ kind: 'failed', message: describe(error) });
    }
  }

  ask(message: (id: number) => FromChild): Promise<Answer> {
    this.#id += 1;
    const id = this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send(message(id));
    });
  }

  #send(message: FromChild): void {
    process.send?.(message);
  }
}

class PortSnapshot implements Snapshot {
  #listing: Promise<ListAnswer> | undefined;

  constructor(
    readonly port: ReviewPort,
    readonly side: Side,
    readonly commit: string,
  ) {}

  list(): Promise<ListAnswer> {
    this.#listing ??= this.port.ask((id) => ({ kind: 'list', id, side: this.side })) as Promise<ListAnswer>;
    return this.#listing;
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, SourceFile | Problem>> {
    const { side } = this;
    const files = (await this.port.ask((id) => ({ kind: 'read', id, side, paths: [...paths] }))) as ReadAnswer;
    return new Map(
      files.map(([path, entry]) => [
        path,
        'text' in entry ? new SourceFile(entry.path, entry.text, entry.editable) : entry,
      ]),
    );
  }
}

/** The class of an error and where in our code it arose: nothing of what a file says. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'An unknown error.';
  const place = /\((?:file:\/\/)?[^()]*?((?:src|dist)\/[\w/.-]+:\d+):\d+\)/.exec(error.stack ?? '')?.[1];
  return place === undefined ? `An internal error (${error.name}).` : `An internal error (${error.name} at ${place}).`;
}
