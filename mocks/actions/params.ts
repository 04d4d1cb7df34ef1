import { Fault } from '../fault';

/** Typed reading of the flat parameters of one request (contract 1.3). Names are case-sensitive. */
export interface ParamReader {
  /** Everything, decoded. */
  readonly all: ReadonlyMap<string, string>;
  /** Sent at all, even empty. */
  has(name: string): boolean;
  /** The value; undefined when absent or empty. */
  text(name: string): string | undefined;
  /** The value, also when empty; undefined when absent. */
  raw(name: string): string | undefined;
  /** The value, or Fault MissingParameter.<name> 400 (or the code given). */
  required(name: string, code?: string): string;
  /** Whole number, or Fault InvalidParameter.<name> 400 (or the code given). */
  integer(name: string, code?: string): number | undefined;
  /** `true` / `false` in any case, or Fault InvalidParameter.<name> 400. */
  boolean(name: string): boolean | undefined;
  /** `name.1`, `name.2` …, gaps closed, in numeric order; empty values left out. */
  list(name: string): string[];
  /** `name.1.Key`, `name.1.Value` … as objects with the members that were sent, in numeric order. */
  objects(name: string): Record<string, string>[];
  /** JSON array of strings inside one parameter, or Fault InvalidParameter.<name> 400. */
  jsonList(name: string): string[] | undefined;
}

export function createParamReader(all: ReadonlyMap<string, string>): ParamReader {
  const text = (name: string) => all.get(name) || undefined;

  function numbered(prefix: string): { index: number; rest: string; value: string }[] {
    const found: { index: number; rest: string; value: string }[] = [];
    for (const [key, value] of all) {
      if (!key.startsWith(`${prefix}.`)) continue;
      const match = /^(\d{1,9})(?:\.(.+))?$/.exec(key.slice(prefix.length + 1));
      if (match) found.push({ index: Number(match[1]), rest: match[2] ?? '', value });
    }
    return found.sort((a, b) => a.index - b.index);
  }

  return {
    all,
    has: (name) => all.has(name),
    text,
    raw: (name) => all.get(name),
    required(name, code) {
      const value = text(name);
      if (value === undefined) throw new Fault(code ?? `MissingParameter.${name}`, 400);
      return value;
    },
    integer(name, code) {
      const value = text(name)?.trim();
      if (value === undefined) return undefined;
      if (!/^[+-]?\d{1,15}$/.test(value)) throw bad(name, code);
      return Number(value);
    },
    boolean(name) {
      const value = text(name)?.trim().toLowerCase();
      if (value === undefined) return undefined;
      if (value !== 'true' && value !== 'false') throw bad(name);
      return value === 'true';
    },
    list: (name) =>
      numbered(name)
        .filter((entry) => entry.rest === '' && entry.value !== '')
        .map((entry) => entry.value),
    objects(name) {
      const byIndex = new Map<number, Record<string, string>>();
      for (const { index, rest, value } of numbered(name)) {
        if (rest === '') continue;
        const object = byIndex.get(index) ?? Object.create(null);
        object[rest] = value;
        byIndex.set(index, object);
      }
      return [...byIndex.values()];
    },
    jsonList(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      try {
        const parsed: unknown = JSON.parse(value);
        if (Array.isArray(parsed) && parsed.every((item) => typeof item === 'string')) return parsed;
      } catch {
        // falls through to the refusal below
      }
      throw bad(name);
    },
  };
}

function bad(name: string, code?: string): Fault {
  return new Fault(code ?? `InvalidParameter.${name}`, 400);
}
