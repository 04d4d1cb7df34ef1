import type { Machine, Service } from '../os/machine';
import { processesOf } from '../os/processes';
import { lines, type Answer, type Call } from './program';

export function unitName(text: string): string {
  return text.replace(/\.service$/, '');
}

/** The unit by its name, with or without `.service`. */
export function findService(machine: Machine, name: string): Service | undefined {
  return machine.services.find((service) => service.name === unitName(name));
}

export function isActive(machine: Machine, service: Service): boolean {
  return machine.unitStates.get(service.name) !== 'inactive';
}

/** `2 months 3 days`, `5h 12min`: the two largest units. */
function ago(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const days = Math.floor(minutes / 1440);
  const months = Math.floor(days / 30.44);
  const rest = Math.floor(days - months * 30.44);
  const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (months > 0)
    return rest > 0 ? `${plural(months, 'month')} ${plural(rest, 'day')}` : plural(months, 'month');
  if (days > 0) return plural(days, 'day');
  return minutes >= 60 ? `${Math.floor(minutes / 60)}h ${minutes % 60}min` : `${minutes}min`;
}

function controlGroup(service: Service, machine: Machine, now: number): string[] {
  const own = processesOf(machine, now).filter(
    ({ command }) => command === service.command || command.startsWith(`${service.name}: `),
  );
  return [
    `   CGroup: /system.slice/${service.name}.service`,
    ...own.map(
      ({ pid, command }, at) => `           ${at === own.length - 1 ? '└─' : '├─'}${pid} ${command}`,
    ),
  ];
}

/** `systemctl show`: the properties scripts ask for. */
export function propertiesOf(call: Call, name: string, wanted: readonly string[], bare: boolean): Answer {
  const service = findService(call.machine, name);
  const active = service !== undefined && isActive(call.machine, service);
  const main = processesOf(call.machine, call.now).find(({ command }) => command === service?.command);
  const all: Readonly<Record<string, string>> = {
    Id: `${unitName(name)}.service`,
    LoadState: service === undefined ? 'not-found' : 'loaded',
    ActiveState: active ? 'active' : 'inactive',
    SubState: active ? 'running' : 'dead',
    MainPID: String(active ? (main?.pid ?? 0) : 0),
    UnitFileState: service === undefined ? '' : 'enabled',
    Description: service?.description ?? `${unitName(name)}.service`,
  };
  const names = wanted.length === 0 ? Object.keys(all) : wanted.filter((property) => property in all);
  return lines(names.map((property) => (bare ? (all[property] ?? '') : `${property}=${all[property]}`)));
}

/** `systemctl status`. */
export function statusOf(call: Call, service: Service): Answer {
  const { machine, now } = call;
  const active = isActive(machine, service);
  const since = new Date(machine.instance.startedAt + 28_800_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
  const weekday = new Date(machine.instance.startedAt + 28_800_000).toUTCString().slice(0, 3);
  const main = processesOf(machine, now).find(({ command }) => command === service.command);
  return {
    stdout: lines([
      `● ${service.name}.service - ${service.description}`,
      `   Loaded: loaded (/usr/lib/systemd/system/${service.name}.service; enabled; vendor preset: disabled)`,
      active
        ? `   Active: active (running) since ${weekday} ${since} CST; ${ago(now - machine.instance.startedAt)} ago`
        : '   Active: inactive (dead)',
      ...(main === undefined
        ? []
        : [` Main PID: ${main.pid} (${service.name})`, ...controlGroup(service, machine, now)]),
    ]),
    exitCode: active ? 0 : 3,
  };
}
