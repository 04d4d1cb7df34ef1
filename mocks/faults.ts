/** A failure the emulator is told to answer with, for trying how clients behave. */
export interface InjectedFault {
  /** Action name, or `*` for every action. */
  action: string;
  /** Code of the error answer. Without code, body and network the fault only delays. */
  code?: string;
  /** HTTP status of the answer; default 400, with `body` 200. */
  status?: number;
  message?: string;
  /** How many calls it hits; absent: every one until it is taken away. */
  times?: number;
  /** Delay before the answer, milliseconds. */
  latencyMs?: number;
  /** Answer with this text instead of an error body: malformed JSON, HTML, nothing. */
  body?: string;
  contentType?: string;
  /** Break the connection instead of answering. */
  network?: boolean;
}

export interface FaultBoard {
  list(): readonly InjectedFault[];
  /** Replaces all faults. */
  set(faults: readonly InjectedFault[]): void;
  /** The first fault for the action; counts it as used. */
  take(action: string): InjectedFault | undefined;
  /** Delay added to every call, milliseconds. */
  latencyMs: number;
}

/** `onChange` is told after every change, also when a fault is used up. */
export function createFaultBoard(onChange: () => void = () => undefined): FaultBoard {
  let faults: InjectedFault[] = [];
  let latencyMs = 0;
  return {
    list: () => faults,
    set(next) {
      faults = next
        .filter((fault) => fault.times === undefined || fault.times > 0)
        .map((fault) => ({ ...fault }));
      onChange();
    },
    take(action) {
      const fault = faults.find((candidate) => candidate.action === action || candidate.action === '*');
      if (!fault) return undefined;
      if (fault.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) faults = faults.filter((candidate) => candidate !== fault);
        onChange();
      }
      return { ...fault };
    },
    get latencyMs() {
      return latencyMs;
    },
    set latencyMs(value) {
      latencyMs = Number.isFinite(value) && value > 0 ? value : 0;
      onChange();
    },
  };
}

const OPTIONAL_MEMBERS: Readonly<
  Record<Exclude<keyof InjectedFault, 'action'>, 'string' | 'number' | 'boolean'>
> = {
  code: 'string',
  status: 'number',
  message: 'string',
  times: 'number',
  latencyMs: 'number',
  body: 'string',
  contentType: 'string',
  network: 'boolean',
};

/** Reads a list of faults from JSON; throws a RangeError that names what is wrong. */
export function parseFaults(value: unknown): InjectedFault[] {
  if (!Array.isArray(value)) throw new RangeError('faults: an array of {action, …} is expected');
  return value.map((item: unknown, index) => {
    const fail = (what: string): never => {
      throw new RangeError(`faults[${index}]: ${what}`);
    };
    if (typeof item !== 'object' || item === null) return fail('an object is expected');
    const given = item as Record<string, unknown>;
    if (typeof given['action'] !== 'string' || given['action'] === '') return fail('action is missing');
    for (const [member, found] of Object.entries(given)) {
      if (member === 'action') continue;
      const type = OPTIONAL_MEMBERS[member as keyof typeof OPTIONAL_MEMBERS] as string | undefined;
      if (type === undefined) fail(`${member} is not known`);
      if (typeof found !== type) fail(`${member} must be a ${type}`);
    }
    const fault = given as unknown as InjectedFault;
    const status = fault.status ?? 400;
    if (!Number.isInteger(status) || status < 200 || status > 599)
      fail('status must be an HTTP status from 200 to 599');
    if (fault.times !== undefined && (!Number.isInteger(fault.times) || fault.times < 0))
      fail('times must be a whole number');
    if (fault.latencyMs !== undefined && !(fault.latencyMs >= 0 && fault.latencyMs <= 600_000)) {
      fail('latencyMs must be from 0 to 600000');
    }
    return fault;
  });
}
