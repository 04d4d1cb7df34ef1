import { DF_WIDTHS } from '../agent/commands/memory-and-disk';
import { columns, lines } from '../agent/commands/program';
import { uptimeLine } from '../agent/commands/time';
import { buildMachine } from '../agent/os/build-machine';
import { availableKiB, filesystemAt, filesystemsOf, human, usePercent } from '../agent/os/filesystems';
import { gaugesOf } from '../agent/os/gauges';
import { buildImage } from '../agent/os/image';
import { prettyName } from '../agent/os/os-release';
import type { WorldInstance } from './instance';

export interface Printed {
  text: string;
  exitCode: number;
}

type Print = (instance: WorldInstance, at: number, parameters: Readonly<Record<string, string>>) => Printed;

const done = (...list: string[]): Printed => ({ text: lines(list), exitCode: 0 });
const ended = (exitCode: number, ...list: string[]): Printed => ({ text: lines(list), exitCode });

/** The lines of a file as the instance's image holds it; none when there is no such file. */
function fileLines(instance: WorldInstance, at: number, path: string): string[] {
  const content = buildImage(buildMachine(instance), at)[path]?.content ?? '';
  const text = typeof content === 'string' ? content : content();
  return text.split('\n').slice(0, -1);
}

const mib = (kib: number) => Math.floor(kib / 1024);

/** One line of `free`. */
const freeRow = (label: string, cells: readonly (number | string)[]) =>
  label.padEnd(7) + cells.map((cell) => String(cell).padStart(12)).join('');

/** What the ready-made commands had printed when they were run in the past, from what the machines' own programs print. */
export const PAST_OUTPUT: Readonly<Record<string, Print>> = {
  hello: (instance, _at, { who }) => done(`Hello, ${who}! This is ${instance.hostName}.`),

  'disk-check': (instance, at, { mount = '/', limit }) => {
    const disk = filesystemAt(filesystemsOf(instance, at), mount)!;
    const percent = usePercent(disk);
    const table = columns(
      [
        ['Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on'],
        [
          disk.source,
          human(disk.sizeKiB),
          human(disk.usedKiB),
          human(availableKiB(disk)),
          `${percent}%`,
          disk.mount,
        ],
      ],
      [1, 2, 3, 4],
      1,
      DF_WIDTHS.filter((_, at) => at !== 1),
    );
    return ended(
      percent < Number(limit) ? 0 : 1,
      ...table,
      `${instance.hostName}: ${mount} is ${percent}% full`,
    );
  },

  'deploy-web': (instance, _at, { app, version }) =>
    done(
      `==> ${app} ${version} on ${instance.hostName}`,
      '==> switching',
      '==> checking',
      `${version}`,
      `${app} ${version} is live`,
    ),

  'nginx-log-tail': (instance, at, { lines: count }) => {
    const log = fileLines(instance, at, '/var/log/nginx/access.log');
    const byStatus = new Map<string, number>();
    for (const line of log) {
      const status = line.split(/\s+/)[8] ?? '';
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    }
    const counts = [...byStatus].map(([status, requests]) => `${status} ${requests}`).sort();
    return done(...log.slice(-Number(count)), '== Requests by status', ...counts);
  },

  'wait-and-report': (instance, _at, { steps }) =>
    done(...Array.from({ length: 10 }, (_, index) => `${instance.hostName}: step ${index + 1} of ${steps}`)),

  'users-audit': (instance, at) => {
    const accounts = buildMachine(instance).accounts.filter(
      ({ shell }) => !/(nologin|false|sync|halt|shutdown)$/.test(shell),
    );
    const administrators = fileLines(instance, at, '/etc/group').filter((line) =>
      /^(wheel|sudo):/.test(line),
    );
    return done(
      '== Accounts with a login shell',
      ...accounts.map(({ name, uid, shell }) => `${name.padEnd(12)} uid ${String(uid).padEnd(6)} ${shell}`),
      '== Administrators',
      ...(administrators.length > 0 ? administrators : ['no admin group']),
    );
  },

  'failed-units': (instance, _at, { unit }) => done(`${instance.hostName}: ${unit} is active`),

  'uptime-load': (instance, at) => done(uptimeLine(buildMachine(instance), at)),

  'memory-report': (instance, at) => {
    const memory = gaugesOf(instance, at).memoryKiB;
    const [total, available] = [mib(memory.total), mib(memory.available)];
    const share = Math.floor((available * 100) / total);
    return ended(
      share < 10 ? 1 : 0,
      freeRow('', ['total', 'used', 'free', 'shared', 'buff/cache', 'available']),
      freeRow(
        'Mem:',
        [memory.total, memory.used, memory.free, memory.shared, memory.cached, memory.available].map(mib),
      ),
      freeRow('Swap:', [0, 0, 0]),
      `${available} MiB of ${total} MiB available (${share}%)`,
    );
  },

  'win-inventory': (instance, _at, { team }) =>
    done(`Computer: ${instance.hostName}`, `Checked for: ${team}`),
  'os-release': (instance) => done(`${instance.hostName} ${prettyName(instance)} ${instance.kernel}`),

  'backup-etc': (instance, at) => {
    const files = ['/etc/hosts', '/etc/passwd', '/etc/group', '/etc/crontab'];
    const copied = files.map((path) => `${path}: ${fileLines(instance, at, path).length} lines`);
    return done(
      ...copied,
      `kept in /root/backup/${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}`,
    );
  },

  'cert-files': (instance, at, { dir }) => {
    const path = `${dir}/server.crt`;
    const inside = fileLines(instance, at, path).filter((line) => line.includes('BEGIN CERTIFICATE')).length;
    const summary = (found: number) => `${found} certificate files under ${dir} on ${instance.hostName}`;
    return inside > 0 ? done(`${path}: ${inside} in it`, summary(1)) : ended(1, summary(0));
  },

  'win-exit-code': (_instance, _at, { code }) => ended(Number(code), `Ending with ${code}`),
  'hosts-check': (instance, _at, { name }) =>
    ended(4, `${name} is not in /etc/hosts of ${instance.hostName}`),
  'set-motd': (_instance, _at, { text }) => done(`${text}`),
};
