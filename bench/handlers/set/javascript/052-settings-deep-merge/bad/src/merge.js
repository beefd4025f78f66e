const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (isObject(source[key]) && isObject(target[key])) merge(target[key], source[key]);
    else target[key] = source[key];
  }
  return target;
}
