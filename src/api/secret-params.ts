import type { Params } from './params';

const SECRET: ReadonlySet<string> = new Set(['Password']);
const MASK = '******';

/** The same parameters with passwords masked: for whatever is shown, logged or copied. */
export function withoutSecrets(params: Params): Params {
  if (!Object.keys(params).some((name) => SECRET.has(name))) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, SECRET.has(name) ? MASK : value]),
  );
}
