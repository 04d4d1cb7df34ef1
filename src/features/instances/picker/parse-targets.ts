/** What was pasted, told apart. Repetitions are left out; the order is kept. */
export interface Targets {
  ids: string[];
  ips: string[];
  /** Neither an instance ID nor an IPv4 address. */
  unreadable: string[];
}

const INSTANCE_ID = /^i-[a-z0-9]{6,}$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
/** Between the entries of a list, whatever it was copied from: lines, CSV, JSON, a shell's arguments. */
const BETWEEN = /[\s,;|"'`[\](){}，、；]+/;

/** Reads a pasted list of instance IDs and IPv4 addresses, however it is separated. */
export function parseTargets(text: string): Targets {
  const ids = new Set<string>();
  const ips = new Set<string>();
  const unreadable = new Set<string>();
  for (const word of text.split(BETWEEN)) {
    if (word === '') continue;
    if (INSTANCE_ID.test(word)) ids.add(word.toLowerCase());
    else if (IPV4.test(word)) ips.add(word);
    else unreadable.add(word);
  }
  return { ids: [...ids], ips: [...ips], unreadable: [...unreadable] };
}
