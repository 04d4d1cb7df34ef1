/** Members whose whole text is a secret, under their names on the wire (contract 3.6, RunInstances). */
const SECRET_MEMBERS: ReadonlySet<string> = new Set(['Password']);

/** What stands for a text that is a secret as a whole: of no telling length, and a plain word in a shell. */
export const MASK = '******';

/** What stands for the hidden part of a token. */
const DOTS = '••••••••';

/**
 * A text with the tokens of webhooks hidden but for their last four letters: whoever has a token can write to the group
 * (contract 9.4, DingWebHook). For addresses and for whatever quotes them.
 */
export function maskTokens(text: string): string {
  return text.replaceAll(
    /(access_token(?:=|%3D))([^&#\s'"\\]+)/gi,
    (_all, name: string, token: string) => name + DOTS + (token.length > 8 ? token.slice(-4) : ''),
  );
}

/** Whether a text came out of one of these masks: it is to be looked at, not sent. */
export function isMasked(text: string): boolean {
  return text === MASK || text.includes(DOTS);
}

/**
 * What a call sent or was answered, without passwords and tokens, at any depth: for whatever is shown, logged or copied.
 * The very value where it holds no secret.
 */
export function withoutSecrets<T>(value: T): T {
  return masked(value, maskTokens) as T;
}

/** The same with the tokens of webhooks, for who asked to see them. */
export function withoutPasswords<T>(value: T): T {
  return masked(value, (text) => text) as T;
}

function masked(value: unknown, shownText: (text: string) => string): unknown {
  if (typeof value === 'string') return shownText(value);
  if (typeof value !== 'object' || value === null) return value;
  const before = Object.entries(value);
  const after = before.map(([name, member]): [string, unknown] => {
    const isSecret = SECRET_MEMBERS.has(name) && typeof member === 'string' && member !== '';
    return [name, isSecret ? MASK : masked(member, shownText)];
  });
  if (after.every(([, member], at) => Object.is(member, before[at]?.[1]))) return value;
  return Array.isArray(value) ? after.map(([, member]) => member) : Object.fromEntries(after);
}
