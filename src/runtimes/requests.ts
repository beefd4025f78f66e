import type { Machine, Registration } from '#runtimes/engine/machine';
import type { Arguments } from '#runtimes/engine/value';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { JAVASCRIPT_REQUESTS } from '#runtimes/javascript/requests';
import { PYTHON_REQUESTS } from '#runtimes/python/requests';

/** What a framework calls a registered function with. */
export type Request = (machine: Machine, registration: Registration, entry: HandlerEntry) => Arguments;

/** By the kind of registration. */
export const REQUESTS: Readonly<Record<string, Request>> = { ...JAVASCRIPT_REQUESTS, ...PYTHON_REQUESTS };
