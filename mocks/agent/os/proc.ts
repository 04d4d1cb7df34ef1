import type { WorldInstance } from '../../world/instance';
import { filesystemsOf } from './filesystems';
import { fraction, gaugesOf } from './gauges';

const CPU_MODELS: Readonly<Record<string, string>> = {
  '5': 'Intel(R) Xeon(R) Platinum 8163 CPU @ 2.50GHz',
  '6': 'Intel(R) Xeon(R) Platinum 8269CY CPU @ 2.50GHz',
  '7': 'Intel(R) Xeon(R) Platinum 8369B CPU @ 2.70GHz',
};

/** By the generation in the instance type: `ecs.g6.large` → 6. */
export function cpuModel({ instanceType }: WorldInstance): string {
  const generation = /^ecs\.[a-z]+(\d)/.exec(instanceType)?.[1] ?? '5';
  return CPU_MODELS[generation] ?? 'Intel(R) Xeon(R) Platinum 8163 CPU @ 2.50GHz';
}

/** Build stamp as `uname -v` prints it. */
export function kernelBuild({ osId }: WorldInstance): string {
  return osId === 'ubuntu'
    ? '#127-Ubuntu SMP Fri Jul 5 20:13:28 UTC 2024'
    : '#1 SMP Tue Jun 4 14:43:51 UTC 2024';
}

export function procVersion(instance: WorldInstance): string {
  return `Linux version ${instance.kernel} (mockbuild@build) (gcc) ${kernelBuild(instance)}\n`;
}

export function cpuInfo(instance: WorldInstance): string {
  const mhz = Number(/@ ([\d.]+)GHz/.exec(cpuModel(instance))?.[1] ?? 2.5) * 1000;
  return Array.from({ length: instance.cpu }, (_, processor) =>
    [
      ['processor', String(processor)],
      ['vendor_id', 'GenuineIntel'],
      ['cpu family', '6'],
      ['model name', cpuModel(instance)],
      ['cpu MHz', mhz.toFixed(3)],
      ['cache size', '33792 KB'],
      ['physical id', '0'],
      ['siblings', String(instance.cpu)],
      ['core id', String(Math.floor(processor / 2))],
      ['cpu cores', String(Math.max(1, instance.cpu / 2))],
      [
        'flags',
        'fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat clflush mmx fxsr sse sse2 ht avx avx2 hypervisor',
      ],
    ]
      .map(([name, value]) => `${name}${(name ?? '').length < 8 ? '\t\t' : '\t'}: ${value}\n`)
      .join(''),
  ).join('\n');
}

export function memInfo(instance: WorldInstance, now: number): string {
  const { total, free, available, cached, shared } = gaugesOf(instance, now).memoryKiB;
  const rows: [string, number][] = [
    ['MemTotal', total],
    ['MemFree', free],
    ['MemAvailable', available],
    ['Buffers', Math.round(cached * 0.1)],
    ['Cached', Math.round(cached * 0.9)],
    ['SwapCached', 0],
    ['Shmem', shared],
    ['SwapTotal', 0],
    ['SwapFree', 0],
  ];
  return rows.map(([name, kib]) => `${`${name}:`.padEnd(16)}${String(kib).padStart(8)} kB\n`).join('');
}

export function loadAvg(instance: WorldInstance, now: number): string {
  const { load } = gaugesOf(instance, now);
  return `${load.map((value) => value.toFixed(2)).join(' ')} 1/${180 + instance.cpu * 12} ${4000 + (Math.floor(now / 1000) % 20_000)}\n`;
}

export function uptimeFile(instance: WorldInstance, now: number): string {
  const up = Math.max(0, (now - instance.startedAt) / 1000);
  return `${up.toFixed(2)} ${(up * instance.cpu * (0.7 + 0.25 * fraction(instance, 'idle'))).toFixed(2)}\n`;
}

export function mountsFile(instance: WorldInstance, now: number): string {
  return filesystemsOf(instance, now)
    .map(({ source, mount, type, options }) => `${source} ${mount} ${type} ${options} 0 0\n`)
    .join('');
}
