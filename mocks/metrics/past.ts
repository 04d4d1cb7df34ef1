import type { HealthStatus } from '@/domain/health';
import type { ActionContext } from '../actions/action';
import { restartOf } from '../events/condition';
import { lifeOf } from '../events/life';
import type { EventLife } from '../events/life';
import { REBOOT_MS, userActs } from '../lifecycle';
import type { WorldInstance } from '../world/instance';
import { hash32 } from '../world/random';

/** `from` ≤ t < `to`, epoch ms; `to` may be Infinity. */
export interface Span {
  from: number;
  to: number;
}

/** What happened to one instance, as far as its metrics show it. */
export interface Past {
  createdAt: number;
  /** What ails it since it was made. */
  health: HealthStatus;
  /** It did not run. */
  down: readonly Span[];
  /** Scripts that ran on it, and how hard they worked, 0 to 1. */
  scripts: readonly (Span & { strength: number })[];
  /** Its host gave it less than usual. */
  impaired: readonly Span[];
}

export type Scene = Pick<ActionContext, 'now' | 'ledger' | 'world' | 'worldAt'>;

/** How long the restart took that every instance has had some time. */
const OLD_RESTART_MS = 150_000;
/** How soon an instance runs that somebody makes. */
const FIRST_START_MS = 60_000;
/** A script that is over at once has still been started. */
const SHORTEST_SCRIPT_MS = 4_000;
/** An event may have been announced this long before it is felt. */
const LONGEST_NOTICE_MS = 20 * 86_400_000;

/**
 * Nothing is stored: the past is read from the acts, from the system events, and from the instance as it was made.
 * @param since epoch ms; what was over before may be left out
 */
export function pastOf(instance: WorldInstance, scene: Scene, since: number): Past {
  const lives = livesOf(instance, scene, since);
  return {
    createdAt: instance.createdAt,
    health: asMade(instance, scene).health,
    down: [...downAtBirth(instance, scene), ...reboots(instance, scene), ...lives.flatMap(downBy)],
    scripts: scriptsOn(instance, scene, since),
    impaired: lives.flatMap(impairedBy),
  };
}

/** The instance before anybody changed it. */
export function asMade(instance: WorldInstance, { world, worldAt }: Scene): WorldInstance {
  const { regionId, instanceId, createdAt } = instance;
  const generated = world.made(regionId, instanceId);
  if (generated?.createdAt === createdAt) return generated;
  return worldAt(createdAt).find(regionId, instanceId) ?? instance;
}

function downAtBirth(instance: WorldInstance, scene: Scene): Span[] {
  const made = asMade(instance, scene);
  const { createdAt } = made;
  if (made.state === 'Pending') {
    const startsAt = createdAt + FIRST_START_MS;
    const starts = stateAt(instance, scene, startsAt) === 'Running';
    return [{ from: createdAt, to: starts ? startsAt : Number.POSITIVE_INFINITY }];
  }
  const restart =
    made.startedAt - OLD_RESTART_MS > createdAt
      ? [{ from: made.startedAt - OLD_RESTART_MS, to: made.startedAt }]
      : [];
  if (made.state === 'Running') return restart;
  // Whoever stopped it also silenced its agent.
  return [...restart, { from: made.agent.lastHeartbeatAt ?? createdAt, to: Number.POSITIVE_INFINITY }];
}

function stateAt({ regionId, instanceId }: WorldInstance, { worldAt }: Scene, at: number) {
  return worldAt(at).find(regionId, instanceId)?.state;
}

function reboots(instance: WorldInstance, { ledger }: Scene): Span[] {
  const history = ledger.changedInstances.get(instance.instanceId);
  return (history?.reboots ?? []).map((at) => ({ from: at, to: at + REBOOT_MS }));
}

/** The instance's system events; drills do nothing to it. */
function livesOf({ regionId, instanceId }: WorldInstance, scene: Scene, since: number): EventLife[] {
  const plans = scene.world.events.plansOn(regionId, instanceId, since - LONGEST_NOTICE_MS, scene.now);
  const acts = userActs(scene.ledger);
  return plans.flatMap((plan) => (plan.drill ? [] : (lifeOf(plan, acts) ?? [])));
}

function downBy(life: EventLife): Span[] {
  const restart = restartOf(life);
  if (restart) return [{ from: restart.at, to: restart.up }];
  if (!life.plan.type.endsWith('.Stop')) return [];
  const executing = life.steps.find(({ state }) => state === 'Executing' || state === 'Executed');
  const stops = life.steps.some(({ state }) => state === 'Executed');
  return executing && stops ? [{ from: executing.at, to: Number.POSITIVE_INFINITY }] : [];
}

/** While a live migration goes on (manual 2.4). */
function impairedBy({ plan, steps }: EventLife): Span[] {
  if (plan.type !== 'SystemMaintenance.PerformanceImpact') return [];
  const begin = steps.findIndex(({ state }) => state === 'Executing');
  const step = steps[begin];
  return step ? [{ from: step.at, to: steps[begin + 1]?.at ?? Number.POSITIVE_INFINITY }] : [];
}

function scriptsOn(instance: WorldInstance, { ledger, now }: Scene, since: number): Past['scripts'] {
  return ledger.executionsOn(instance.instanceId).flatMap((execution) => {
    const { startedAt, finished, invocation } = execution;
    if (startedAt === null) return [];
    const to = Math.max(finished?.at ?? now, startedAt + SHORTEST_SCRIPT_MS);
    if (to <= since) return [];
    const strength = 0.45 + 0.55 * (hash32(invocation.commandId) / 2 ** 32);
    return [{ from: startedAt, to, strength }];
  });
}
