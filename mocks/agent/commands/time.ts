import { gaugesOf } from '../os/gauges';
import type { Machine } from '../os/machine';
import { fail, lines, type Programs } from './program';

const CHINA = 28_800_000;

/** ` 09:05:01 up 12 days,  3:04,  0 users,  load average: 0.10, 0.12, 0.11`, the clock in UTC+8. */
export function uptimeLine(machine: Machine, now: number): string {
  const clock = new Date(now + CHINA).toISOString().slice(11, 19);
  const minutes = upMinutes(machine, now);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  const rest = minutes % 60;
  const up = [
    ...(days > 0 ? [`${days} day${days === 1 ? '' : 's'}`] : []),
    hours > 0 ? `${String(hours).padStart(2)}:${String(rest).padStart(2, '0')}` : `${rest} min`,
  ].join(', ');
  const load = gaugesOf(machine.instance, now)
    .load.map((value) => value.toFixed(2))
    .join(', ');
  return ` ${clock} up ${up},  0 users,  load average: ${load}`;
}

function upMinutes(machine: Machine, now: number): number {
  return Math.max(0, Math.floor((now - machine.instance.startedAt) / 60_000));
}

function pretty(minutes: number): string {
  const units: [number, string][] = [
    [Math.floor(minutes / 10_080), 'week'],
    [Math.floor(minutes / 1440) % 7, 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ];
  const parts = units
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return `up ${parts.length === 0 ? '0 minutes' : parts.join(', ')}\n`;
}

const SECONDS: Readonly<Record<string, number>> = {
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Times said by their distance from now (`7 days ago`, `-1 hour`, `yesterday`, `now`), put as seconds of the world's clock. */
export function fromNow(args: readonly string[], now: number): string[] {
  const relative = (text: string): string => {
    const said = text.trim().toLowerCase();
    const named = { now: 0, today: 0, yesterday: -86_400, tomorrow: 86_400 }[said];
    const match =
      /^(?:now\s*)?([+-]?)\s*(\d+)\s*(sec|second|min|minute|hour|day|week|month|year)s?(\s+ago)?$/.exec(said);
    if (named === undefined && match === null) return text;
    const unit = match?.[3] ?? 'day';
    const count =
      Number(match?.[2] ?? 0) * (match?.[1] === '-' ? -1 : 1) * (match?.[4] === undefined ? 1 : -1);
    const at = new Date(now + CHINA);
    if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + count);
    else if (unit === 'year') at.setUTCFullYear(at.getUTCFullYear() + count);
    else at.setTime(at.getTime() + (named ?? count * (SECONDS[unit] ?? 0)) * 1000);
    return `@${Math.floor((at.getTime() - CHINA) / 1000)}`;
  };
  return args.map((arg, at) => {
    if (args[at - 1] === '-d' || args[at - 1] === '--date') return relative(arg);
    return arg.replace(/^(-d|--date=)(.+)$/, (_, option: string, text: string) => option + relative(text));
  });
}

export const TIME: Programs = {
  uptime: ({ machine, args, now }) => {
    if (args[0] === '-p' || args[0] === '--pretty') return pretty(upMinutes(machine, now));
    if (args[0] === '-s' || args[0] === '--since')
      return `${new Date(machine.instance.startedAt + CHINA).toISOString().slice(0, 19).replace('T', ' ')}\n`;
    return `${uptimeLine(machine, now)}\n`;
  },

  /** just-bash's own, told the world's time instead of the machine's unless the script names a time. */
  date: async ({ args, now, shell }) => {
    const named = args.some((arg) => /^-[a-zA-Z]*[dr]/.test(arg) || /^--(date|reference|file)/.test(arg));
    if (args.some((arg) => arg === '-s' || arg.startsWith('--set')))
      return fail('date: cannot set date: Operation not permitted');
    const own = shell.origCommand;
    if (own === undefined) return fail('date: not available', 127);
    const answer = await own(named ? fromNow(args, now) : ['-d', `@${Math.floor(now / 1000)}`, ...args]);
    return { ...answer, stdout: answer.stdout.replace(/\bGMT\+8\b/g, 'CST') };
  },

  timedatectl: ({ now }) => {
    const local = (shift: number) =>
      new Date(now + shift)
        .toUTCString()
        .replace(
          /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/,
          (_, day: string, d: string, _m: string, y: string, t: string) =>
            `${day} ${y}-${new Date(now + shift).toISOString().slice(5, 7)}-${d.padStart(2, '0')} ${t}`,
        );
    return lines([
      `               Local time: ${local(CHINA)} CST`,
      `           Universal time: ${local(0)} UTC`,
      '                Time zone: Asia/Shanghai (CST, +0800)',
      'System clock synchronized: yes',
      '              NTP service: active',
    ]);
  },

  chronyc: ({ args, now }) =>
    args[0] === 'sources'
      ? lines([
          'MS Name/IP address         Stratum Poll Reach LastRx Last sample',
          '===============================================================================',
          '^* 100.100.61.88                 2  10   377   412    +21us[  +33us] +/-   11ms',
        ])
      : lines([
          'Reference ID    : 64643D58 (100.100.61.88)',
          'Stratum         : 3',
          `Ref time (UTC)  : ${new Date(now - 412_000).toUTCString().slice(5, 25)}`,
          'System time     : 0.000021482 seconds slow of NTP time',
          'Leap status     : Normal',
        ]),
};
