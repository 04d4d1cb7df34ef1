import { hash32 } from '../../world/random';
import type { WorldInstance } from '../../world/instance';

/**
 * Load, memory and disk use of a server: pure functions of the instance and the world's time, so that `uptime`, `top`,
 * `/proc/loadavg` and `df` of one moment agree.
 */
export interface Gauges {
  load: [number, number, number];
  memoryKiB: { total: number; used: number; free: number; cached: number; shared: number; available: number };
  /** Share of the system disk in use, 0–1. */
  diskUse: number;
  dataDiskUse: number;
  /** Share of the inodes in use, 0–1. */
  inodeUse: number;
}

const DAY = 86_400_000;
const USE_BY_ROLE = {
  web: 0.42,
  api: 0.61,
  db: 0.78,
  cache: 0.66,
  batch: 0.7,
  gateway: 0.3,
  build: 0.5,
  desktop: 0.5,
};

export function gaugesOf(instance: WorldInstance, now: number): Gauges {
  const { cpu, memoryMiB, role } = instance;
  const base = cpu * (0.12 + 0.5 * fraction(instance, 'load'));
  const load = [60, 300, 900].map((window) => round2(base * (1 + 0.35 * wave(instance, now, window * 4000))));
  const total = Math.round(memoryMiB * 1024 * 0.963);
  const use = clamp(
    USE_BY_ROLE[role] + 0.12 * (fraction(instance, 'memory') - 0.5) + 0.03 * wave(instance, now, 1_800_000),
  );
  const used = Math.round(total * use);
  const cached = Math.round((total - used) * (0.55 + 0.2 * fraction(instance, 'cache')));
  const shared = Math.round(total * 0.006) + 512;
  const free = total - used - cached;
  return {
    load: [load[0] ?? 0, load[1] ?? 0, load[2] ?? 0],
    memoryKiB: { total, used, free, cached, shared, available: free + Math.round(cached * 0.9) },
    diskUse: diskUse(instance, now, 'disk'),
    dataDiskUse: diskUse(instance, now, 'data'),
    inodeUse: 0.03 + 0.12 * fraction(instance, 'inodes'),
  };
}

/** Fills slowly through the week and drops when the logs rotate. */
function diskUse(instance: WorldInstance, now: number, key: string): number {
  const week = (now / (7 * DAY) + fraction(instance, key)) % 1;
  return clamp(0.18 + 0.55 * fraction(instance, `${key}-size`) + 0.08 * week);
}

/** −1…1, a different rhythm on every instance. */
function wave(instance: WorldInstance, now: number, period: number): number {
  return Math.sin((now / period) * 2 * Math.PI + 7 * fraction(instance, `wave-${period}`));
}

/** 0 ≤ x < 1, fixed for an instance and a key. */
export function fraction(instance: WorldInstance, key: string): number {
  return hash32(`${instance.instanceId}/${key}`) / 4_294_967_296;
}

function clamp(share: number): number {
  return Math.min(0.97, Math.max(0.02, share));
}

function round2(value: number): number {
  return Math.max(0, Math.round(value * 100) / 100);
}
