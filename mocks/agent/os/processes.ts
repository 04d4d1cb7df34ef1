import { fraction, gaugesOf } from './gauges';
import type { Machine } from './machine';

export interface Process {
  pid: number;
  ppid: number;
  user: string;
  /** Percent of one CPU. */
  cpu: number;
  /** Percent of the memory. */
  memory: number;
  rssKiB: number;
  vszKiB: number;
  tty: string;
  stat: string;
  startedAt: number;
  cpuSeconds: number;
  command: string;
}

/** The machine's processes at an instant, by pid: kernel, services, the agent, and the script itself. */
export function processesOf(machine: Machine, now: number): readonly Process[] {
  const { instance } = machine;
  const { total } = gaugesOf(instance, now).memoryKiB;
  const upSeconds = Math.max(1, (now - instance.startedAt) / 1000);
  const list: Process[] = [];
  const add = (
    pid: number,
    ppid: number,
    user: string,
    command: string,
    memory: number,
    cpu: number,
    stat = 'Ss',
  ) => {
    const rssKiB = Math.round(total * memory);
    const startedAt = pid < 100 ? instance.startedAt : Math.min(now, instance.startedAt + pid * 11);
    list.push({
      pid,
      ppid,
      user,
      cpu: Math.round(cpu * 10) / 10,
      memory: Math.round(memory * 1000) / 10,
      rssKiB,
      vszKiB: rssKiB === 0 ? 0 : rssKiB * 3 + 45_000,
      tty: '?',
      stat,
      startedAt,
      cpuSeconds: Math.round((upSeconds * cpu) / 100),
      command,
    });
  };
  add(1, 0, 'root', '/usr/lib/systemd/systemd --switched-root --system --deserialize 22', 0.001, 0.01);
  add(2, 0, 'root', '[kthreadd]', 0, 0, 'S');
  add(6, 2, 'root', '[ksoftirqd/0]', 0, 0.01, 'S');
  add(9, 2, 'root', '[rcu_sched]', 0, 0.02, 'S');
  let pid = 480 + Math.floor(40 * fraction(instance, 'pid'));
  for (const service of machine.services) {
    pid += 17 + Math.floor(120 * fraction(instance, service.name));
    if (machine.unitStates.get(service.name) === 'inactive') continue;
    const master = pid;
    const user = service.workers > 0 ? 'root' : service.user;
    const perProcess = service.memory / (service.workers + 1);
    const busy = service.cpu * (0.7 + 0.6 * fraction(instance, `cpu-${service.name}`));
    add(
      master,
      1,
      user,
      service.command,
      perProcess,
      service.workers > 0 ? 0 : busy,
      service.workers > 0 ? 'Ss' : 'Ssl',
    );
    for (let worker = 0; worker < service.workers; worker += 1) {
      pid += 1;
      add(
        pid,
        master,
        service.user,
        `${service.name}: worker process`,
        perProcess,
        busy / service.workers,
        'S',
      );
    }
  }
  const script = pid + 2100 + Math.floor((now / 1000) % 20_000);
  add(
    script,
    1,
    machine.user.name,
    `/bin/bash /tmp/aliyun-assist/script-${instance.instanceId.slice(-6)}.sh`,
    0.0004,
    0.1,
    'S',
  );
  add(script + 1, script, machine.user.name, 'ps', 0.0002, 0, 'R+');
  return list;
}

/** `HH:MM` of today, else `MonDD`, in UTC+8 as the servers' clocks are set. */
export function startColumn(startedAt: number, now: number): string {
  const start = new Date(startedAt + 28_800_000);
  if (now - startedAt < 86_400_000) return start.toISOString().slice(11, 16);
  const month = start.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
  return `${month}${String(start.getUTCDate()).padStart(2, '0')}`;
}

/** `M:SS` as in ps aux; `HH:MM:SS` when `long`. */
export function cpuTime(seconds: number, long = false): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  if (long) return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
