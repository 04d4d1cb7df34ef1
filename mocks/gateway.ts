import type { ActionContext } from './actions/action';
import type { ActionEntry, ActionRegistry } from './actions';
import { createParamReader } from './actions/params';
import { createAuthenticator, type Secrets } from './authentication';
import type { Clock } from './clock';
import { Fault, OutOfReach } from './fault';
import type { FaultBoard, InjectedFault } from './faults';
import { errorReply, jsonReply, newRequestId, preflight, rawReply } from './reply';
import { decodeRequest } from './request-decoder';
import type { DecodedRequest } from './request-decoder';
import type { World } from './world/world';

const CMS_VERSION = '2019-01-01';
const OOS_VERSION = '2019-06-01';
const VERSIONS: ReadonlySet<string> = new Set(['2014-05-26', CMS_VERSION, OOS_VERSION]);

interface GatewayDependencies {
  registry: ActionRegistry;
  secrets: Secrets;
  clock: Clock;
  faults: FaultBoard;
  world(): World;
  /** Runs an authenticated call and answers its body without RequestId. */
  run(
    entry: ActionEntry,
    call: Pick<ActionContext, 'action' | 'params' | 'regionId' | 'requestId'>,
  ): Promise<Record<string, unknown>>;
  wait(milliseconds: number): Promise<void>;
  /** Told about defects, which the caller only sees as InternalError. */
  onDefect(error: unknown): void;
}

/**
 * The door of the emulated API: any form of contract 1.1 in, JSON out. Checks in the order of contract 10.2: action and
 * version, mandatory common parameters, key, timestamp, signature, nonce, throttle, RegionId, business parameters. Never
 * rejects; an injected network fault answers `Response.error()`.
 */
export function createGateway(dependencies: GatewayDependencies): (request: Request) => Promise<Response> {
  const { registry, clock, faults, wait } = dependencies;
  const authenticate = createAuthenticator(dependencies.secrets, clock.machine);

  function entryOf({ action, version }: DecodedRequest): ActionEntry {
    if (!action) throw new Fault('MissingAction', 400);
    if (!version) throw new Fault('MissingVersion', 400);
    if (!VERSIONS.has(version)) throw new Fault('InvalidVersion', 400);
    const entry = registry.get(action);
    if (!entry || entry.version !== version)
      throw new Fault('InvalidAction.NotFound', version === OOS_VERSION ? 400 : 404);
    return entry;
  }

  function regionOf(entry: ActionEntry, params: ReadonlyMap<string, string>): string {
    const { regions } = dependencies.world();
    const regionId = params.get('RegionId');
    if (!regionId) {
      if (entry.needsRegion) throw new Fault('MissingParameter.RegionId', 400);
      return regions[0]?.regionId ?? '';
    }
    if (!regions.some((region) => region.regionId === regionId))
      throw new Fault('InvalidRegionId.NotFound', 404);
    return regionId;
  }

  return async function handle(request) {
    if (request.method === 'OPTIONS') return preflight();
    const requestId = newRequestId();
    let host = new URL(request.url).host;
    let product: 'Ecs' | 'Cms' | 'Oos' = host.startsWith('metrics.') ? 'Cms' : 'Ecs';
    let wantsJson = true;
    try {
      const call = await decodeRequest(request);
      host = call.host;
      if (call.version === CMS_VERSION) product = 'Cms';
      if (call.version === OOS_VERSION) product = 'Oos';
      wantsJson = call.style === 'v3' || call.params.get('Format')?.toUpperCase() === 'JSON';
      const entry = entryOf(call);
      await authenticate(call);
      const injected = faults.take(call.action);
      const delay = faults.latencyMs + (injected?.latencyMs ?? 0);
      if (delay > 0) await wait(delay);
      const instead = injected && injectedReply(injected, requestId);
      if (instead) return instead;
      const regionId = regionOf(entry, call.params);
      const body = await dependencies.run(entry, {
        action: call.action,
        params: createParamReader(call.params),
        regionId,
        requestId,
      });
      return jsonReply(body, requestId, 200, wantsJson);
    } catch (error) {
      if (error instanceof OutOfReach) return Response.error();
      if (!(error instanceof Fault)) dependencies.onDefect(error);
      return errorReply(error, requestId, { host, product }, wantsJson);
    }
  };
}

/** The answer an injected fault asks for; null when it only delays, thrown when it is an error with a code. */
function injectedReply(fault: InjectedFault, requestId: string): Response | null {
  if (fault.network) return Response.error();
  if (fault.body !== undefined) {
    return rawReply(
      fault.body,
      fault.contentType ?? 'application/json;charset=utf-8',
      requestId,
      fault.status ?? 200,
    );
  }
  if (fault.code !== undefined) throw new Fault(fault.code, fault.status ?? 400, fault.message);
  return null;
}
