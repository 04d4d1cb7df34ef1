import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Epoch ms at which something was asked of an instance, by {@link keyOf}. */
type AskedAt = Readonly<Record<string, number>>;

interface Asked {
  /** InstallCloudAssistant: not forgotten before a person has seen how it ended. */
  installs: AskedAt;
  /** RebootInstance. */
  restarts: AskedAt;
}

const NAME = 'asked-of-instances';
/** Whoever has not restarted an instance for so long starts anew. */
const KEPT_MS = 14 * 86_400_000;

const keyOf = (region: string, instanceId: string) => `${region}/${instanceId}`;

/**
 * What this browser asked of instances and takes a while. The service does not tell that an agent waits for a restart, so it
 * is kept in localStorage, for every tab; how far it has come is read from the service.
 */
export const useAsked = create<Asked>()(
  persist((): Asked => ({ installs: {}, restarts: {} }), { name: NAME, version: 0 }),
);

function withNew(asked: AskedAt, region: string, instanceIds: readonly string[], at: number): AskedAt {
  const kept = Object.entries(asked).filter(([, askedAt]) => at - askedAt < KEPT_MS);
  return Object.fromEntries([...kept, ...instanceIds.map((id) => [keyOf(region, id), at] as const)]);
}

export function noteInstalls(region: string, instanceIds: readonly string[], at: number): void {
  useAsked.setState(({ installs }) => ({ installs: withNew(installs, region, instanceIds, at) }));
}

export function noteRestart(region: string, instanceId: string, at: number): void {
  useAsked.setState(({ restarts }) => ({ restarts: withNew(restarts, region, [instanceId], at) }));
}

export function forgetInstalls(region: string, instanceIds: readonly string[]): void {
  const gone = new Set(instanceIds.map((id) => keyOf(region, id)));
  useAsked.setState(({ installs }) => ({
    installs: Object.fromEntries(Object.entries(installs).filter(([key]) => !gone.has(key))),
  }));
}

/** Forgets everything that was asked, of all instances. */
export function forgetAsked(): void {
  useAsked.setState({ installs: {}, restarts: {} });
}

/** When an instance was last asked to restart, epoch ms; null if never from here. */
export function useRestartAskedAt(region: string, instanceId: string): number | null {
  return useAsked(({ restarts }) => restarts[keyOf(region, instanceId)] ?? null);
}

/** The installs of a region by instance ID, as {@link installStep} wants them. */
export function installsOf({ installs, restarts }: Asked, region: string) {
  const prefix = keyOf(region, '');
  return new Map(
    Object.entries(installs)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, installAskedAt]) => [
        key.slice(prefix.length),
        { installAskedAt, restartAskedAt: restarts[key] ?? null },
      ]),
  );
}

/** Keeps the tabs in step; returns the undo. */
export function followAsked(): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === NAME) void useAsked.persist.rehydrate();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
