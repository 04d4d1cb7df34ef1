import { gaugesOf } from '../os/gauges';
import { cpuTime, type Process, processesOf, startColumn } from '../os/processes';
import { uptimeLine } from './time';
import { columns, fail, lines, type Programs } from './program';

type Field = [
  title: string,
  cell: (process: Process, now: number) => string,
  number?: (process: Process) => number,
];

const FIELDS: Readonly<Record<string, Field>> = {
  user: ['USER', (p) => p.user],
  uid: ['UID', (p) => p.user],
  pid: ['PID', (p) => String(p.pid), (p) => p.pid],
  ppid: ['PPID', (p) => String(p.ppid), (p) => p.ppid],
  c: ['C', (p) => String(Math.round(p.cpu)), (p) => p.cpu],
  pcpu: ['%CPU', (p) => p.cpu.toFixed(1), (p) => p.cpu],
  pmem: ['%MEM', (p) => p.memory.toFixed(1), (p) => p.memory],
  vsz: ['VSZ', (p) => String(p.vszKiB), (p) => p.vszKiB],
  rss: ['RSS', (p) => String(p.rssKiB), (p) => p.rssKiB],
  tty: ['TTY', (p) => p.tty],
  stat: ['STAT', (p) => p.stat],
  start: ['START', (p, now) => startColumn(p.startedAt, now)],
  stime: ['STIME', (p, now) => startColumn(p.startedAt, now)],
  time: ['TIME', (p) => cpuTime(p.cpuSeconds, true), (p) => p.cpuSeconds],
  bsdtime: ['TIME', (p) => cpuTime(p.cpuSeconds), (p) => p.cpuSeconds],
  etime: ['ELAPSED', (p, now) => elapsed(now - p.startedAt), (p) => -p.startedAt],
  comm: ['COMMAND', (p) => programOf(p)],
  command: ['COMMAND', (p) => p.command],
  cmd: ['CMD', (p) => p.command],
};

const ALIASES: Readonly<Record<string, string>> = {
  '%cpu': 'pcpu', '%mem': 'pmem', args: 'command', s: 'stat', state: 'stat', tt: 'tty', rssize: 'rss', ucmd: 'comm', euser: 'user', lstart: 'start', start_time: 'stime',
}; // prettier-ignore

const AUX = ['user', 'pid', 'pcpu', 'pmem', 'vsz', 'rss', 'tty', 'stat', 'start', 'bsdtime', 'command'];
const FULL = ['uid', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'cmd'];
/** Least widths, by column. */
const WIDTHS: Readonly<Record<string, number>> = {
  user: 8, uid: 8, pid: 5, ppid: 5, c: 2, pcpu: 4, pmem: 4, vsz: 6, rss: 5, tty: 8, stat: 4, start: 5, stime: 5, time: 8, bsdtime: 6, etime: 11, comm: 15,
}; // prettier-ignore
const LEFT = new Set(['user', 'uid', 'tty', 'stat', 'comm', 'command', 'cmd']);

function fieldOf(name: string): [string, Field] | null {
  const key = ALIASES[name.toLowerCase()] ?? name.toLowerCase();
  const field = FIELDS[key];
  return field === undefined ? null : [key, field];
}

function programOf({ command }: Process): string {
  if (command.startsWith('[')) return command.slice(1, -1);
  return (command.split(/[ :]/)[0] ?? '').split('/').at(-1) ?? '';
}

function elapsed(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(s / 86_400);
  const hours = Math.floor(s / 3600) % 24;
  const clock = `${two((s / 60) % 60)}:${two(s % 60)}`;
  return days > 0 ? `${days}-${two(hours)}:${clock}` : hours > 0 ? `${two(hours)}:${clock}` : clock;
}

interface PsRequest {
  fields: [string, string | null][];
  sort: string | null;
  select: (process: Process) => boolean;
}

function readPs(args: readonly string[]): PsRequest | string {
  let fields: [string, string | null][] | null = null;
  let sort: string | null = null;
  let select = (_: Process) => true;
  let everything = false;
  const custom: [string, string | null][] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const value = () => args[(at += 1)] ?? '';
    if (arg.startsWith('--sort')) sort = arg.includes('=') ? arg.slice(7) : value();
    else if (arg === '--no-headers' || arg === '--noheaders') continue;
    else if (/^-?[A-Za-z]*o$/.test(arg) || arg.startsWith('-o')) {
      if (/[Aeax]/.test(arg.slice(0, -1))) everything = true;
      for (const part of (arg.endsWith('o') ? value() : arg.slice(2)).split(/[ ,]/)) {
        const [name = '', title] = part.split('=');
        if (name !== '') custom.push([name, title ?? null]);
      }
    } else if (arg === '-p' || arg === '--pid') {
      const pids = value().split(',').map(Number);
      select = (process) => pids.includes(process.pid);
    } else if (arg === '-C') {
      const names = value().split(',');
      select = (process) => names.includes(programOf(process));
    } else if (arg === '-u' || arg === '-U') {
      const users = value().split(',');
      select = (process) => users.includes(process.user);
    } else if (/^-?[A-Za-z]+$/.test(arg)) {
      if (arg.startsWith('-') && arg.includes('f')) fields = FULL.map((name) => [name, null]);
      else if (arg.includes('u')) fields = AUX.map((name) => [name, null]);
      if (/[Aeax]/.test(arg)) everything = true;
    } else return `error: unsupported option "${arg}"`;
  }
  const plain: [string, null][] = ['pid', 'tty', 'time', 'cmd'].map((name) => [name, null]);
  if (!everything && args.length === 0)
    select = (process) => process.command === 'ps' || process.command.startsWith('/bin/bash /tmp/');
  return { fields: custom.length > 0 ? custom : (fields ?? plain), sort, select };
}

export const PROCESSES: Programs = {
  ps: ({ machine, args, now }) => {
    const request = readPs(args);
    if (typeof request === 'string') return fail(request);
    const chosen = request.fields.map(([name, title]) => ({ title, found: fieldOf(name), name }));
    const unknown = chosen.find(({ found }) => found === null);
    if (unknown !== undefined) return fail(`error: unknown user-defined format specifier "${unknown.name}"`);
    const list = processesOf(machine, now).filter(request.select);
    for (const key of (request.sort ?? '').split(',').filter(Boolean).toReversed()) {
      const numeric = fieldOf(key.replace(/^[+-]/, ''))?.[1][2];
      const sign = key.startsWith('-') ? -1 : 1;
      if (numeric) (list as Process[]).sort((a, b) => sign * (numeric(a) - numeric(b)));
    }
    const rows = list.map((process) => chosen.map(({ found }) => found?.[1][1](process, now) ?? ''));
    const titles = chosen.map(({ title, found }) => title ?? found?.[1][0] ?? '');
    const headless =
      args.some((arg) => arg === '--no-headers' || arg === '--noheaders') ||
      titles.every((title) => title === '');
    const right = chosen.flatMap(({ found }, at) => (LEFT.has(found?.[0] ?? '') ? [] : [at]));
    return {
      stdout: lines(
        columns(
          headless ? rows : [titles, ...rows],
          right,
          1,
          chosen.map(({ found }) => WIDTHS[found?.[0] ?? ''] ?? 0),
        ),
      ),
      exitCode: list.length === 0 ? 1 : 0,
    };
  },

  top: ({ machine, now }) => {
    const list = processesOf(machine, now).toSorted((a, b) => b.cpu - a.cpu);
    const { memoryKiB: m } = gaugesOf(machine.instance, now);
    const busy = Math.min(99, list.reduce((sum, { cpu }) => sum + cpu, 0) / machine.instance.cpu);
    const mib = (kib: number) => (kib / 1024).toFixed(1).padStart(8);
    return lines([
      `top - ${uptimeLine(machine, now).trimStart()}`,
      `Tasks: ${list.length} total,   1 running, ${list.length - 1} sleeping,   0 stopped,   0 zombie`,
      `%Cpu(s): ${(busy * 0.7).toFixed(1).padStart(4)} us, ${(busy * 0.3).toFixed(1).padStart(4)} sy,  0.0 ni, ${(100 - busy).toFixed(1).padStart(4)} id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st`,
      `MiB Mem : ${mib(m.total)} total, ${mib(m.free)} free, ${mib(m.used)} used, ${mib(m.cached)} buff/cache`,
      `MiB Swap: ${mib(0)} total, ${mib(0)} free, ${mib(0)} used. ${mib(m.available)} avail Mem`,
      '',
      ...columns(
        [
          ['PID', 'USER', 'PR', 'NI', 'VIRT', 'RES', 'S', '%CPU', '%MEM', 'TIME+', 'COMMAND'],
          ...list.map((p) => [
            String(p.pid),
            p.user,
            '20',
            '0',
            String(p.vszKiB),
            String(p.rssKiB),
            p.stat.charAt(0),
            p.cpu.toFixed(1),
            p.memory.toFixed(1),
            cpuTime(p.cpuSeconds),
            programOf(p),
          ]),
        ],
        [0, 2, 3, 4, 5, 7, 8, 9],
      ),
    ]);
  },

  pgrep: ({ machine, args, now }) => {
    const full = args.includes('-f') || args.includes('-af') || args.includes('-fa');
    const pattern = args.filter((arg) => !arg.startsWith('-')).at(-1) ?? '';
    const found = processesOf(machine, now).filter(
      (p) => (full ? p.command : programOf(p)).includes(pattern) && p.command !== 'ps',
    );
    const listing = args.some((arg) => /^-\w*[al]/.test(arg));
    const text = lines(
      found.map((p) => (listing ? `${p.pid} ${full ? p.command : programOf(p)}` : String(p.pid))),
    );
    if (args.includes('-c')) return { stdout: `${found.length}\n`, exitCode: found.length > 0 ? 0 : 1 };
    return { stdout: text, exitCode: found.length > 0 ? 0 : 1 };
  },

  pidof: ({ machine, args, now }) => {
    const pids = processesOf(machine, now)
      .filter((p) => args.includes(programOf(p)))
      .map(({ pid }) => pid)
      .toReversed();
    return { stdout: pids.length > 0 ? `${pids.join(' ')}\n` : '', exitCode: pids.length > 0 ? 0 : 1 };
  },

  kill: ({ machine, args, now }) => {
    const pids = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
    if (args[0] === '-l') return ' 1) SIGHUP\t 2) SIGINT\t 3) SIGQUIT\t 9) SIGKILL\t15) SIGTERM\n';
    const known = new Set(processesOf(machine, now).map(({ pid }) => pid));
    const missing = pids.filter((pid) => !known.has(pid));
    if (missing.length > 0)
      return fail(missing.map((pid) => `bash: kill: (${pid}) - No such process\n`).join(''));
    if (args[0] === '-0') return '';
    return fail(
      pids
        .map(
          (pid) =>
            `bash: kill: (${pid}) - Operation not permitted: the demo's daemons are started and stopped with systemctl\n`,
        )
        .join(''),
    );
  },

  vmstat: ({ machine, now }) => {
    const { memoryKiB: m, load } = gaugesOf(machine.instance, now);
    const busy = Math.min(95, Math.round((load[0] / machine.instance.cpu) * 100));
    return lines([
      'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
      ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
      ` 1  0      0 ${m.free} ${Math.round(m.cached * 0.1)} ${Math.round(m.cached * 0.9)}    0    0     3    41  812 1493 ${Math.round(busy * 0.7)} ${Math.round(busy * 0.3)} ${100 - busy}  0  0`,
    ]);
  },
};
