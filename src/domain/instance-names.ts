/** `prefix[first,digits]suffix`: numbers from `first` (0 to 999999), padded to so many digits. */
const NUMBERED = /^(.*)\[(\d{1,6}),(\d)\](.*)$/s;
const NAME = /^\p{L}[\p{L}\p{N}:_.-]{1,127}$/u;
const SUFFIX_DIGITS = 3;

/** Whether a pattern numbers its names by itself; then a unique suffix does nothing. */
export function isNumbered(pattern: string): boolean {
  return NUMBERED.test(pattern);
}

/**
 * The names that RunInstances gives to so many instances (contract 6): `web-[1,3]` makes web-001, web-002 …, and without
 * a number in the pattern `uniqueSuffix` adds 001, 002 …; else all are alike. An empty pattern gives none: the service names
 * them by itself.
 */
export function instanceNames(pattern: string, amount: number, uniqueSuffix: boolean): string[] {
  if (pattern === '') return [];
  const [, prefix = '', first = '', digits = '', suffix = ''] = NUMBERED.exec(pattern) ?? [];
  const numbered = isNumbered(pattern);
  return Array.from({ length: amount }, (_, index) => {
    if (numbered) return `${prefix}${String(Number(first) + index).padStart(Number(digits), '0')}${suffix}`;
    return uniqueSuffix ? `${pattern}${String(index + 1).padStart(SUFFIX_DIGITS, '0')}` : pattern;
  });
}

/** Whether an instance may be called so: 2 to 128 characters, a letter first, no address (contract 6, RunInstances). */
export function isInstanceName(name: string): boolean {
  return NAME.test(name) && !/^https?:/i.test(name);
}
