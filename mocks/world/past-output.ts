import type { WorldInstance } from './instance';
import { hash32 } from './random';

export interface Printed {
  text: string;
  exitCode: number;
}

type Print = (instance: WorldInstance, at: number, parameters: Readonly<Record<string, string>>) => Printed;

const done = (...lines: string[]): Printed => ({ text: lines.map((line) => `${line}\n`).join(''), exitCode: 0 });
const ended = (exitCode: number, ...lines: string[]): Printed => ({ ...done(...lines), exitCode });

/** A whole number from `from` to `to` that belongs to the instance and the matter. */
function steady(instance: WorldInstance, matter: string, from: number, to: number): number {
  return from + (hash32(`${instance.instanceId}/${matter}`) % (to - from + 1));
}

const two = (value: number) => String(value).padStart(2, '0');

function prettyName({ osNameEn, osId }: WorldInstance): string {
  const name = osNameEn.replace(/ 64 ?bit.*$/, '').replace(/\s+/g, ' ');
  return osId === 'centos' ? name.replace(/^CentOS (\d+)\..*/, 'CentOS Linux $1 (Core)') : name;
}

/** What the ready-made commands had printed when they were run in the past; absent: nothing. */
export const PAST_OUTPUT: Readonly<Record<string, Print>> = {
  hello: (instance, _at, { who }) => done(`Hello, ${who}! This is ${instance.hostName}.`),

  'disk-check': (instance, _at, { mount = '/', limit }) => {
    const percent = instance.health === 'Impaired' ? 93 : steady(instance, 'disk', 14, 79);
    const size = instance.systemDiskGiB;
    const used = (size * percent) / 100;
    const row = (cells: string[]) =>
      `${cells[0]!.padEnd(15)} ${cells[1]!.padStart(4)} ${cells[2]!.padStart(5)} ${cells[3]!.padStart(5)} ${cells[4]!.padStart(4)} ${cells[5]}`;
    const head = row(['Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on']);
    const gib = (value: number) => (value < 10 ? `${value.toFixed(1)}G` : `${Math.round(value)}G`);
    const line = row(['/dev/vda1', gib(size), gib(used), gib(size - used), `${percent}%`, mount]);
    return ended(percent < Number(limit) ? 0 : 1, head, line, `${instance.hostName}: ${mount} is ${percent}% full`);
  },

  'deploy-web': (instance, _at, { app, version }) =>
    done(`==> ${app} ${version} on ${instance.hostName}`, '==> switching', '==> checking', '2.7.4', String(version), `${app} ${version} is live`),

  'nginx-log-tail': (instance, at, { lines }) => {
    const paths = ['/', '/cart', '/items/4711', '/health', '/static/app.css'];
    const rows = Array.from({ length: Number(lines) }, (_, index) => {
      const time = new Date(at - (Number(lines) - index) * 1700).toISOString();
      const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(time.slice(5, 7)) - 1];
      const stamp = `${time.slice(8, 10)}/${month}/${time.slice(0, 4)}:${time.slice(11, 19)} +0000`;
      const path = paths[steady(instance, `path${index}`, 0, paths.length - 1)];
      return `10.0.0.${steady(instance, `client${index}`, 2, 250)} - - [${stamp}] "GET ${path} HTTP/1.1" 200 ${steady(instance, `size${index}`, 180, 9800)}`;
    });
    return done(...rows, '== Requests by status', `200 ${rows.length}`);
  },

  'wait-and-report': (instance, _at, { steps }) =>
    done(...Array.from({ length: 10 }, (_, index) => `${instance.hostName}: step ${index + 1} of ${steps}`)),

  'users-audit': ({ osId }) =>
    done(
      '== Accounts with a login shell',
      `${'root'.padEnd(12)} uid ${'0'.padEnd(6)} /bin/bash`,
      '== Administrators',
      osId === 'ubuntu' || osId === 'debian' ? 'sudo:x:27:' : 'wheel:x:10:',
    ),

  'failed-units': (instance, _at, { unit }) => done(`${instance.hostName}: ${unit} is active`),

  'uptime-load': (instance, at) => {
    const minutes = Math.floor(Math.max(0, at - instance.startedAt) / 60_000);
    const days = Math.floor(minutes / 1440);
    const up = days > 0 ? `${days} day${days === 1 ? '' : 's'}, ` : '';
    const hours = `${String(Math.floor((minutes % 1440) / 60)).padStart(2)}:${two(minutes % 60)}`;
    const load = [0, 1, 2].map((part) => (steady(instance, `load${part}`, 2, 140) / 100).toFixed(2)).join(', ');
    return done(` ${new Date(at).toISOString().slice(11, 19)} up ${up}${hours},  0 users,  load average: ${load}`);
  },

  'memory-report': (instance) => {
    const total = Math.round(instance.memoryMiB * 0.965);
    const share = instance.health === 'Impaired' ? 6 : steady(instance, 'memory', 24, 71);
    const available = Math.ceil((total * share) / 100);
    const free = Math.round(available / 3);
    const columns = (label: string, ...values: (number | string)[]) => label.padEnd(7) + values.map((value) => String(value).padStart(12)).join('');
    return ended(
      share < 10 ? 1 : 0,
      columns('', 'total', 'used', 'free', 'shared', 'buff/cache', 'available'),
      columns('Mem:', total, total - available, free, 1, available - free, available),
      columns('Swap:', 0, 0, 0),
      `${available} MiB of ${total} MiB available (${share}%)`,
    );
  },

  'win-inventory': (instance, _at, { team }) => done(`Computer: ${instance.hostName}`, `Checked for: ${team}`),
  'os-release': (instance) => done(`${instance.hostName} ${prettyName(instance)} ${instance.kernel}`),

  'backup-etc': (instance, at) => {
    const target = `/root/backup/${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}`;
    const sum = (name: string) =>
      Array.from({ length: 8 }, (_, part) => hash32(`${instance.instanceId}${name}${part}`).toString(16).padStart(8, '0')).join('');
    return done(...['hosts', 'passwd', 'group', 'os-release'].map((name) => `${sum(name)}  ${target}/${name}`), `kept in ${target}`);
  },

  'cert-expiry': (instance, _at, { dir }) => done(`0 certificates under ${dir} on ${instance.hostName}`),
  'win-exit-code': (_instance, _at, { code }) => ended(Number(code), `Ending with ${code}`),
  'hosts-check': (instance, _at, { name }) => ended(4, `${name} is not in /etc/hosts of ${instance.hostName}`),
  'set-motd': (_instance, _at, { text }) => done(String(text)),
};
