import type { Service } from '../os/machine';
import { processesOf } from '../os/processes';
import { findService, isActive, propertiesOf, statusOf, unitName } from './service-facts';
import { columns, fail, lines, type Call, type Answer, type Programs } from './program';

/** Where a stopped unit leaves its mark, so that the next run finds it stopped. */
export const STOPPED_UNITS = '/var/lib/systemd/stopped';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

async function setActive({ machine, shell }: Call, service: Service, active: boolean): Promise<void> {
  machine.unitStates.set(service.name, active ? 'active' : 'inactive');
  const mark = `${STOPPED_UNITS}/${service.name}`;
  if (active) return shell.fs.rm(mark, { force: true });
  await shell.fs.mkdir(STOPPED_UNITS, { recursive: true });
  await shell.fs.writeFile(mark, '');
}

async function control(call: Call, verb: string, names: readonly string[]): Promise<Answer> {
  const { machine } = call;
  let stdout = '';
  let exitCode = 0;
  for (const name of names) {
    const service = findService(machine, name);
    if (verb === 'is-active') {
      const state = service !== undefined && isActive(machine, service) ? 'active' : 'inactive';
      stdout += `${state}\n`;
      if (state === 'inactive') exitCode = 3;
      continue;
    }
    if (verb === 'is-enabled' && service !== undefined) {
      stdout += 'enabled\n';
      continue;
    }
    if (service === undefined) {
      if (verb === 'status') return fail(`Unit ${unitName(name)}.service could not be found.`, 4);
      if (verb === 'is-enabled')
        return fail(`Failed to get unit file state for ${unitName(name)}.service: No such file or directory`);
      return fail(
        `Failed to ${verb} ${unitName(name)}.service: Unit ${unitName(name)}.service not found.`,
        5,
      );
    }
    if (verb === 'status') return statusOf(call, service);
    if (machine.user.uid !== 0) return fail(`Failed to ${verb} ${service.name}.service: Access denied`, 4);
    if (verb === 'stop') await setActive(call, service, false);
    if (['start', 'restart', 'reload', 'reload-or-restart', 'try-restart'].includes(verb)) {
      if (verb === 'reload' && !isActive(machine, service))
        return fail(`${service.name}.service is not active, cannot reload.`);
      await setActive(call, service, true);
    }
  }
  return { stdout, exitCode };
}

const VERBS = [
  'status',
  'start',
  'stop',
  'restart',
  'reload',
  'reload-or-restart',
  'try-restart',
  'is-active',
  'is-enabled',
  'enable',
  'disable',
];

export const SERVICES: Programs = {
  systemctl: (call) => {
    const [verb = 'list-units', ...names] = call.args.filter((arg) => !arg.startsWith('-'));
    if (verb === 'daemon-reload') return '';
    if (['reboot', 'poweroff', 'halt'].includes(verb))
      return fail(`Failed to ${verb} system: not permitted in the demo`);
    if (verb === 'is-system-running') return 'running\n';
    if (verb === 'show') {
      const at = call.args.findIndex((arg) => arg === '-p' || arg === '--property');
      const text =
        at >= 0
          ? (call.args[at + 1] ?? '')
          : (call.args.find((arg) => /^(?:-p|--property=)./.test(arg))?.replace(/^(?:-p|--property=)/, '') ??
            '');
      const unit = names.find((name) => name !== text) ?? '';
      return propertiesOf(call, unit, text.split(',').filter(Boolean), call.args.includes('--value'));
    }
    if (verb === 'list-units' || verb === 'list-unit-files') {
      const rows = call.machine.services.map((service) => {
        const active = isActive(call.machine, service);
        return [
          `${service.name}.service`,
          'loaded',
          active ? 'active' : 'inactive',
          active ? 'running' : 'dead',
          service.description,
        ];
      });
      return lines([
        ...columns([['UNIT', 'LOAD', 'ACTIVE', 'SUB', 'DESCRIPTION'], ...rows]),
        '',
        `${rows.length} loaded units listed.`,
      ]);
    }
    if (!VERBS.includes(verb)) return fail(`Unknown operation '${verb}'.`);
    if (names.length === 0) return fail('Too few arguments.');
    if (!call.args.includes('-q') && !call.args.includes('--quiet')) return control(call, verb, names);
    return Promise.resolve(control(call, verb, names)).then((answer) =>
      typeof answer === 'string' ? '' : { ...answer, stdout: '' },
    );
  },

  service: (call) => {
    const [name = '', verb = 'status'] = call.args;
    if (findService(call.machine, name) === undefined) return fail(`${name}: unrecognized service`);
    return control(call, verb, [name]);
  },

  journalctl: ({ machine, args, now }) => {
    const unit = args[args.findIndex((arg) => arg === '-u' || arg === '--unit') + 1] ?? '';
    const service =
      args.includes('-u') || args.includes('--unit') ? findService(machine, unit) : machine.services[0];
    if (service === undefined) return '-- No entries --\n';
    const wanted = Number(args[args.findIndex((arg) => arg === '-n' || arg === '--lines') + 1]);
    const count = Math.min(
      50,
      Number.isInteger(wanted) && args.some((arg) => arg === '-n' || arg === '--lines') ? wanted : 10,
    );
    const pid = processesOf(machine, now).find(({ command }) => command === service.command)?.pid ?? 1;
    return lines(
      Array.from({ length: count }, (_, index) => {
        const at = new Date(now + 28_800_000 - (count - index) * 613_000);
        return `${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2, '0')} ${at.toISOString().slice(11, 19)} ${machine.instance.hostName} ${service.name}[${pid}]: ${service.description}: ${index % 3 === 0 ? 'reloaded configuration' : 'health check ok'}`;
      }),
    );
  },

  nginx: ({ machine, args, shell }) => {
    if (args.includes('-v') || args.includes('-V')) return { stderr: 'nginx version: nginx/1.20.1\n' };
    if (args.includes('-t') || args.includes('-s')) return testNginx(shell.fs, args.includes('-s'));
    return isActive(machine, findService(machine, 'nginx') as Service)
      ? fail('nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)')
      : fail('nginx: start it with systemctl start nginx');
  },

  docker: ({ args }) =>
    args[0] === 'ps'
      ? lines(columns([
          ['CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'],
          ['3f2a9c41d07b', 'gitlab/gitlab-runner:v16.9', '"/usr/bin/dumb-init …"', '3 weeks ago', 'Up 9 days', '', 'runner'],
        ], [], 3)) // prettier-ignore
      : args[0] === '--version' || args[0] === '-v'
        ? 'Docker version 24.0.7, build afdd53b\n'
        : fail(
            `docker: '${args[0] ?? ''}' needs a container runtime, which the demo's instances do not have`,
          ),
};

async function testNginx(fs: Call['shell']['fs'], quiet: boolean): Promise<Answer> {
  const path = '/etc/nginx/nginx.conf';
  const text = await fs.readFile(path).catch(() => null);
  if (text === null) return fail(`nginx: [emerg] open() "${path}" failed (2: No such file or directory)`);
  const bare = text.replace(/#.*$/gm, '');
  const open = bare.split('{').length;
  const close = bare.split('}').length;
  if (open !== close) {
    const problem = open > close ? 'unexpected end of file, expecting "}"' : 'unexpected "}"';
    return fail(
      `nginx: [emerg] ${problem} in ${path}:${text.split('\n').length}\nnginx: configuration file ${path} test failed`,
    );
  }
  return quiet
    ? ''
    : {
        stderr: `nginx: the configuration file ${path} syntax is ok\nnginx: configuration file ${path} test is successful\n`,
      };
}
