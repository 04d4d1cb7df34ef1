import { cpuModel, kernelBuild } from '../os/proc';
import { fail, lines, type Programs } from './program';

export const HARDWARE: Programs = {
  nproc: ({ machine }) => `${machine.instance.cpu}\n`,

  lscpu: ({ machine }) =>
    lines([
      'Architecture:        x86_64',
      'CPU op-mode(s):      32-bit, 64-bit',
      'Byte Order:          Little Endian',
      `CPU(s):              ${machine.instance.cpu}`,
      `Thread(s) per core:  ${machine.instance.cpu > 1 ? 2 : 1}`,
      `Core(s) per socket:  ${Math.max(1, machine.instance.cpu / 2)}`,
      'Socket(s):           1',
      'Vendor ID:           GenuineIntel',
      `Model name:          ${cpuModel(machine.instance)}`,
      'Hypervisor vendor:   KVM',
      'Virtualization type: full',
    ]),

  dmesg: ({ machine }) => {
    const { kernel, cpu, memoryMiB } = machine.instance;
    return lines([
      `[    0.000000] Linux version ${kernel} ${kernelBuild(machine.instance)}`,
      `[    0.000000] Memory: ${memoryMiB * 1024}K available`,
      `[    0.061224] smpboot: Allowing ${cpu} CPUs, 0 hotplug CPUs`,
      '[    1.482013] virtio_blk virtio1: [vda] new 512-byte logical blocks',
      '[    2.104410] EXT4-fs (vda1): mounted filesystem with ordered data mode',
    ]);
  },

  sysctl: ({ machine, args }) => {
    const { flags, names } = {
      flags: args.filter((arg) => arg.startsWith('-')).join(''),
      names: args.filter((arg) => !arg.startsWith('-')),
    };
    const values: Record<string, string> = {
      'kernel.hostname': machine.instance.hostName,
      'kernel.osrelease': machine.instance.kernel,
      'net.ipv4.ip_forward': '0',
      'net.ipv4.tcp_syncookies': '1',
      'net.core.somaxconn': '128',
      'fs.file-max': '1000000',
      'vm.swappiness': '0',
    };
    if (flags.includes('a'))
      return lines(Object.entries(values).map(([name, value]) => `${name} = ${value}`));
    if (flags.includes('p')) return lines(['vm.swappiness = 0', 'net.ipv4.tcp_syncookies = 1']);
    const bad = names.find((name) => values[name.split('=')[0] ?? ''] === undefined);
    if (bad !== undefined)
      return fail(
        `sysctl: cannot stat /proc/sys/${bad.replaceAll('.', '/')}: No such file or directory`,
        255,
      );
    return lines(
      names.map((name) =>
        name.includes('=')
          ? name.replace('=', ' = ')
          : flags.includes('n')
            ? (values[name] ?? '')
            : `${name} = ${values[name]}`,
      ),
    );
  },
};
