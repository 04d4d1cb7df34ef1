import { accountKeyOf } from '@/api/account-key';
import { GATEWAY_STATUS_PATH, maskedKeyId, type GatewayStatus } from '@/api/gateway';
import { putLimitsInForce } from '@/api/limits-in-force';
import { createBackend, type Backend } from '../backend';
import { lastRegion } from '../last-region';
import { onSignedOutElsewhere, rememberBackEnd, servedBackEnd, type BackEndChoice } from './choice';
import { watchIdle } from './idle-lock';
import type { LiveConnection } from './live';
import { createRegionEndpoints } from './region-endpoints';
import { endSession, keepSession, keptSession, noteUse, type EndReason, type KeySession } from './session';
import { takeOver, wipeAccount } from './wipe';

/** Opens what this browser was connected to; null when somebody has to say how. */
export async function reopenLive(choice: Exclude<BackEndChoice, 'demo'>): Promise<Backend | null> {
  if (choice === 'gateway') return connectThroughGateway().catch(() => null);
  const session = keptSession();
  if (!session) return null;
  watch(session);
  return open(session, await accountKey(session));
}

/**
 * Tries the key with one DescribeRegions and opens the account.
 * @param keep whether the key may stay in session storage
 * @throws ApiError when the try fails
 */
export async function connectWithKeys(session: KeySession, keep: boolean): Promise<Backend> {
  const account = await accountKey(session);
  const backend = open(session, account);
  await tryOut(backend);
  await takeOver(account);
  if (keep) keepSession(session);
  rememberBackEnd('keys');
  watch(session);
  return backend;
}

/** @throws ApiError when the cloud refuses, `GatewayMissing` when no gateway answers */
export async function connectThroughGateway(): Promise<Backend> {
  const { account, accountKey, readOnly, endpoint } = await gatewayStatus();
  putLimitsInForce('today');
  const backend = createBackend({
    credentials: null,
    readOnly,
    live: {
      by: 'gateway',
      account,
      accountKey,
      endpoint,
      readOnly,
      lock: null,
      signOut: servedBackEnd() === 'gateway' ? null : signOut,
    },
  });
  const served = servedBackEnd() === 'gateway';
  if (!served) await tryOut(backend);
  await takeOver(accountKey);
  if (!served) rememberBackEnd('gateway');
  return backend;
}

export class GatewayMissing extends Error {
  override readonly name = 'GatewayMissing';
}

/** What a gateway at this origin says of itself. @throws GatewayMissing */
export async function gatewayStatus(): Promise<GatewayStatus> {
  try {
    const answer = await fetch(GATEWAY_STATUS_PATH, { cache: 'no-store' });
    const status = (await answer.json()) as Partial<GatewayStatus>;
    if (answer.ok && status.gateway === 'ecs-operations-console') return status as GatewayStatus;
  } catch {
    // Nothing there, or the index page of a static host.
  }
  throw new GatewayMissing('No gateway answers at this address.');
}

function accountKey({ credentials, endpoint }: KeySession): Promise<string> {
  return accountKeyOf(credentials.accessKeyId, endpoint);
}

function open({ credentials, endpoint }: KeySession, accountKey: string): Backend {
  putLimitsInForce('today');
  const regions = createRegionEndpoints();
  const live: LiveConnection = {
    by: 'keys',
    account: maskedKeyId(credentials.accessKeyId),
    accountKey,
    endpoint,
    readOnly: false,
    lock: end,
    signOut,
  };
  return createBackend({
    credentials,
    endpoint: endpoint === null ? regions.endpoint : () => endpoint,
    onCall: regions.learn,
    live,
  });
}

function watch({ idleMinutes }: KeySession): void {
  watchIdle(idleMinutes, () => end('idle'), noteUse);
  onSignedOutElsewhere(() => void leave());
}

async function tryOut({ api }: Backend): Promise<void> {
  await api.ecs.describeRegions({ RegionId: lastRegion() }, { once: true });
}

/** The page is loaded anew, because only that surely empties its memory. */
function end(reason: EndReason): void {
  endSession(reason);
  window.location.reload();
}

function signOut(): void {
  rememberBackEnd(null);
  void leave();
}

async function leave(): Promise<void> {
  await wipeAccount();
  endSession('signedOut');
  window.location.assign('/connect');
}
