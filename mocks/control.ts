import type { Clock } from './clock';
import type { Emulator } from './emulator';
import { parseFaults } from './faults';
import { parseInstant } from './server-options';

const PREFIX = '/__emulator/';
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The HTTP emulator's control: `POST clock {"now": ISO} | {"advance": SECONDS}`, `POST faults [{action, code, status,
 * times, latencyMs, …}]`, `POST reset`, `GET state`. A web page cannot drive it: writes need a JSON content type, a
 * request with an Origin or for another host than this machine is refused.
 */
export function createControl(emulator: Emulator, clock: Clock, startAt: () => number) {
  async function run(request: Request, name: string): Promise<unknown> {
    if (name === 'state') {
      requireMethod(request, 'GET');
      return emulator.describe();
    }
    requireMethod(request, 'POST');
    const body = await readJson(request);
    switch (name) {
      case 'clock':
        moveClock(body);
        await emulator.pump();
        return { now: new Date(clock.now()).toISOString() };
      case 'faults':
        emulator.faults.set(parseFaults(body));
        return { faults: emulator.faults.list() };
      case 'reset':
        emulator.faults.set([]);
        emulator.faults.latencyMs = 0;
        clock.set(startAt());
        await emulator.reset();
        return {};
      default:
        throw new Refusal(404, `There is no control named ${name}.`);
    }
  }

  function moveClock(body: unknown): void {
    const { now, advance } = (body ?? {}) as { now?: unknown; advance?: unknown };
    if (typeof now === 'string' && advance === undefined) {
      const at = parseInstant(now);
      if (Number.isNaN(at)) throw new Refusal(400, 'clock: "now" is not an ISO 8601 time.');
      clock.set(at);
    } else if (typeof advance === 'number' && Number.isFinite(advance) && now === undefined) {
      clock.advance(advance * 1000);
    } else throw new Refusal(400, 'clock: {"now": "<ISO 8601>"} or {"advance": <seconds>} is expected.');
  }

  /** Null: the request is not for the control. */
  return async function control(request: Request): Promise<Response | null> {
    const { pathname, host } = new URL(request.url);
    if (!pathname.startsWith(PREFIX)) return null;
    try {
      if (request.headers.has('origin')) throw new Refusal(403, 'Web pages cannot use the control.');
      if (!LOOPBACK.test(request.headers.get('host') ?? host))
        throw new Refusal(403, 'The Host must be this machine.');
      return Response.json(await run(request, pathname.slice(PREFIX.length)));
    } catch (error) {
      if (error instanceof Refusal) return Response.json({ error: error.message }, { status: error.status });
      if (error instanceof RangeError) return Response.json({ error: error.message }, { status: 400 });
      throw error;
    }
  };
}

function requireMethod(request: Request, method: string): void {
  if (request.method !== method) throw new Refusal(405, `${method} is expected.`);
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(415, 'The content type must be application/json.');
  }
  const text = await request.text();
  try {
    return text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}
