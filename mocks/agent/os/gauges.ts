import { waveOf } from '../../metrics/noise';
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
  const base = instance.cpu * (0.12 + 0.5 * fraction(instance, 'load'));
  const load = [60, 300, 900].map((window) => round2(base * (1 + 0.35 * wave(instance, now, window * 4000))));
  return {
    load: [load[0] ?? 0, load[1] ?? 0, load[2] ?? 0],
    memoryKiB: memoryGauge(instance)(now),
    diskUse: diskGauge(instance, 'disk')(now),
    dataDiskUse: diskGauge(instance, 'data')(now),
    inodeUse: inodeUse(instance),
  };
}

/** How far the share of the memory in use wanders from the usual one. */
const DRIFT = { slow: 0.025, quick: 0.008 } as const;

function usualMemory(instance: WorldInstance): number {
  return USE_BY_ROLE[instance.role] + 0.12 * (fraction(instance, 'memory') - 0.5);
}

/** The share of the memory that programs never pass, 0–1. */
export function mostMemoryUse(instance: WorldInstance): number {
  return clamp(usualMemory(instance) + DRIFT.slow + DRIFT.quick);
}

/** Memory over time; made once for reading many moments. */
export function memoryGauge(instance: WorldInstance): (now: number) => Gauges['memoryKiB'] {
  const total = Math.round(instance.memoryMiB * 1024 * 0.963);
  const usual = usualMemory(instance);
  const cachedShare = 0.55 + 0.2 * fraction(instance, 'cache');
  const seed = hash32(`${instance.instanceId}/memory-wave`);
  const shared = Math.round(total * 0.006) + 512;
  const slowly = waveOf(seed, 310);
  const quickly = waveOf(seed ^ 1, 26);
  return (now) => {
    const minute = now / 60_000;
    const drift = DRIFT.slow * slowly(minute) + DRIFT.quick * quickly(minute);
    const used = Math.round(total * clamp(usual + drift));
    const cached = Math.round((total - used) * cachedShare);
    const free = total - used - cached;
    return { total, used, free, cached, shared, available: free + Math.round(cached * 0.9) };
  };
}

export function inodeUse(instance: WorldInstance): number {
  return 0.03 + 0.12 * fraction(instance, 'inodes');
}

/** Share of a disk in use: fills slowly through the week and drops when the logs rotate. */
export function diskGauge(instance: WorldInstance, key: 'disk' | 'data'): (now: number) => number {
  const phase = fraction(instance, key);
  const least = leastDiskUse(instance, key);
  return (now) => clamp(least + DISK_FILLS * ((now / (7 * DAY) + phase) % 1));
}

/** What a disk fills by until the logs rotate. */
const DISK_FILLS = 0.08;

function leastDiskUse(instance: WorldInstance, key: 'disk' | 'data'): number {
  return 0.18 + 0.55 * fraction(instance, `${key}-size`);
}

/** The share of a disk in use that is never passed, 0–1. */
export function mostDiskUse(instance: WorldInstance, key: 'disk' | 'data'): number {
  return clamp(leastDiskUse(instance, key) + DISK_FILLS);
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
