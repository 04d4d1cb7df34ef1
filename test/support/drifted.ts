const HTML = '<img src=x onerror="window.injected=1"><script>window.injected=1</script>{{constructor}}';
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e21,
  Number.MAX_SAFE_INTEGER,
  '',
  '7',
  'true',
  HTML,
  'x'.repeat(20_000),
  '\u0000\u001b[31m\ud800',
  '2020-02-30T99:99:99Z',
  [],
  {},
  [[[[[[[[]]]]]]]],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":null},"toString":1,"length":-1}'),
];

/** A generator of numbers from 0 to 1 with a seed, so that a failure can be had again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An answer whose members are gone, of another type, or more than there were, each with this likelihood. */
export function drifted(value: unknown, likelihood: number, random: () => number): unknown {
  if (random() < likelihood) return VALUES[Math.floor(random() * VALUES.length)];
  if (typeof value === 'string' && random() < likelihood) return `${value}${HTML}`;
  if (typeof value === 'number' && random() < likelihood) return String(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => drifted(item, likelihood, random));
    return random() < likelihood ? [...items, null, HTML, ...items] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(() => random() >= likelihood)
    .map(([name, member]) => [name, drifted(member, likelihood, random)] as const);
  return Object.fromEntries([...members, ...(random() < likelihood ? [['Unheard.Of', HTML] as const] : [])]);
}
