import type { Service } from '#frameworks/serverless/service';

/** Lowers the events of all functions of a service, once the functions themselves are lowered. */
export function lowerEvents(_service: Service): void {}
