const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (FORBIDDEN.has(key)) continue;
    if (isObject(source[key]) && isObject(target[key])) merge(target[key], source[key]);
    else target[key] = source[key];
  }
  return target;
}
