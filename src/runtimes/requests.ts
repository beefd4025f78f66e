import type { Machine, Registration } from '#runtimes/engine/machine';
import type { Arguments } from '#runtimes/engine/value';
import type { HandlerEntry } from '#runtimes/handlers/entry';

/** What a framework calls a registered function with. */
export type Request = (machine: Machine, registration: Registration, entry: HandlerEntry) => Arguments;

/** By the kind of registration. */
export const REQUESTS: Readonly<Record<string, Request>> = {};
