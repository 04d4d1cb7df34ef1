import { kernelBuild } from '../os/proc';
import { prettyName } from '../os/os-release';
import { fail, lines, parseFlags, type Programs } from './program';

/** Who and what the machine is. */
export const IDENTITY: Programs = {
  hostname: ({ machine, args }) => {
    const { hostName, privateIp } = machine.instance;
    const [option] = args;
    if (
      option === undefined ||
      option === '-s' ||
      option === '-f' ||
      option === '--fqdn' ||
      option === '--short'
    )
      return `${hostName}\n`;
    if (option === '-I' || option === '--all-ip-addresses') return `${privateIp} \n`;
    if (option === '-i' || option === '--ip-address') return `${privateIp}\n`;
    if (option === '-d') return '\n';
    if (option.startsWith('-')) return fail(`hostname: invalid option -- '${option.slice(1)}'`, 255);
    return fail("hostname: you must be root to change the host name, and the demo keeps the instance's name");
  },

  uname: ({ machine, args }) => {
    const { flags } = parseFlags(args);
    const { hostName, kernel, osId } = machine.instance;
    const platform = osId === 'freebsd' ? 'amd64' : 'x86_64';
    const values: [string, string[], string][] = [
      ['s', ['kernel-name'], osId === 'freebsd' ? 'FreeBSD' : 'Linux'],
      ['n', ['nodename'], hostName],
      ['r', ['kernel-release'], kernel],
      ['v', ['kernel-version'], kernelBuild(machine.instance)],
      ['m', ['machine'], platform],
      ['p', ['processor'], platform],
      ['i', ['hardware-platform'], platform],
      ['o', ['operating-system'], 'GNU/Linux'],
    ];
    const all = flags.has('a') || flags.has('all');
    const known = new Set(['a', 'all', ...values.flatMap(([letter, names]) => [letter, ...names])]);
    for (const flag of flags)
      if (!known.has(flag))
        return fail(`uname: invalid option -- '${flag}'\nTry 'uname --help' for more information.`);
    const chosen = values.filter(
      ([letter, names]) => all || flags.has(letter) || names.some((name) => flags.has(name)),
    );
    return `${(chosen.length === 0 ? values.slice(0, 1) : chosen).map(([, , value]) => value).join(' ')}\n`;
  },

  arch: () => 'x86_64\n',

  lsb_release: ({ machine }) =>
    lines([
      `Distributor ID:\t${machine.instance.osId === 'ubuntu' ? 'Ubuntu' : 'Debian'}`,
      `Description:\t${prettyName(machine.instance)}`,
      `Release:\t${machine.instance.osVersion}`,
    ]),

  hostnamectl: ({ machine }) =>
    lines([
      `   Static hostname: ${machine.instance.hostName}`,
      '         Icon name: computer-vm',
      '           Chassis: vm',
      '    Virtualization: kvm',
      `  Operating System: ${prettyName(machine.instance)}`,
      `            Kernel: Linux ${machine.instance.kernel}`,
      '      Architecture: x86-64',
    ]),
};
