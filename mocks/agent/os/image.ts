import type { DiskImage, ImageFile } from '../shell/disk';
import { agentLog, messagesLog, roleFiles, secureLog } from './log-files';
import { passwdFile } from './accounts';
import { cpuInfo, loadAvg, memInfo, mountsFile, procVersion, uptimeFile } from './proc';
import type { Machine } from './machine';
import { osRelease, releaseFiles } from './os-release';

const DIRECTORIES = [
  '/boot/', '/data/', '/etc/cron.d/', '/etc/systemd/system/', '/home/admin/', '/home/app/', '/media/', '/mnt/', '/opt/',
  '/run/', '/sbin/', '/srv/', '/sys/', '/tmp/', '/usr/local/bin/', '/usr/sbin/', '/usr/share/', '/var/cache/', '/var/lib/',
  '/var/log/', '/var/run/', '/var/spool/cron/', '/var/tmp/', '/dev/shm/',
]; // prettier-ignore

const SHARED_DIRECTORIES: ReadonlySet<string> = new Set(['/tmp/', '/var/tmp/', '/dev/shm/']);

/** The disk of an instance as its image and its role made it, before any script. Contents are made when first read. */
export function buildImage(machine: Machine, now: number): DiskImage {
  const { instance, family } = machine;
  const { hostName, privateIp } = instance;
  const image: Record<string, ImageFile> = {};
  const born = new Date(instance.createdAt);
  const put = (path: string, content: ImageFile['content'], mode?: number, mtime = born) => {
    image[path] = mode === undefined ? { content, mtime } : { content, mode, mtime };
  };
  for (const path of DIRECTORIES)
    if (path !== '/data/' || instance.dataDiskGiB !== null)
      put(path, '', SHARED_DIRECTORIES.has(path) ? 0o1777 : 0o755);

  put('/etc/hostname', `${hostName}\n`);
  put('/etc/hosts', `127.0.0.1\tlocalhost\n::1\tlocalhost\n${privateIp}\t${hostName}\t${hostName}\n`);
  const release = osRelease(instance);
  if (release !== null) put('/etc/os-release', release);
  for (const [path, content] of Object.entries(releaseFiles(instance))) put(path, content);
  put('/etc/passwd', passwdFile(machine.accounts));
  put('/etc/shadow', machine.accounts.map(({ name }) => `${name}:*:19000:0:99999:7:::\n`).join(''), 0o600);
  put('/etc/group', machine.accounts.map(({ name, gid }) => `${name}:x:${gid}:\n`).join(''));
  put(
    '/etc/resolv.conf',
    'options timeout:2 attempts:3 rotate single-request-reopen\nnameserver 100.100.2.136\nnameserver 100.100.2.138\n',
  );
  const data = instance.dataDiskGiB === null ? '' : '/dev/vdb1 /data ext4 defaults 0 2\n';
  put('/etc/fstab', `/dev/vda1 / ext4 defaults 1 1\n${data}`);
  put('/etc/issue', '\\S\nKernel \\r on an \\m\n');
  put(
    '/etc/machine-id',
    `${instance.instanceId
      .replace(/[^0-9a-f]/g, '')
      .padEnd(32, '0')
      .slice(0, 32)}\n`,
  );
  put('/etc/ssh/sshd_config', 'Port 22\nPermitRootLogin yes\nPasswordAuthentication no\nUsePAM yes\n', 0o600);
  put('/etc/crontab', 'SHELL=/bin/bash\nPATH=/sbin:/bin:/usr/sbin:/usr/bin\nMAILTO=root\n');
  put(
    '/etc/sysctl.conf',
    'vm.swappiness = 0\nnet.ipv4.tcp_max_tw_buckets = 5000\nnet.ipv4.tcp_syncookies = 1\n',
  );
  put('/etc/localtime', 'TZif2', 0o644);

  put('/root/.bashrc', "# .bashrc\nalias ll='ls -l'\n[ -f /etc/bashrc ] && . /etc/bashrc\n");
  put('/root/.bash_profile', '[ -f ~/.bashrc ] && . ~/.bashrc\n');
  put('/root/.ssh/authorized_keys', '', 0o600);

  put('/proc/version', () => procVersion(instance));
  put('/proc/cpuinfo', () => cpuInfo(instance));
  put('/proc/meminfo', () => memInfo(instance, now));
  put('/proc/loadavg', () => loadAvg(instance, now));
  put('/proc/uptime', () => uptimeFile(instance, now));
  put('/proc/mounts', () => mountsFile(instance, now));
  put('/proc/sys/kernel/hostname', `${hostName}\n`);
  put('/proc/sys/kernel/osrelease', `${instance.kernel}\n`);

  const recent = new Date(now - 41_000);
  put(
    family === 'deb' ? '/var/log/syslog' : '/var/log/messages',
    () => messagesLog(machine, now),
    0o640,
    recent,
  );
  put(
    family === 'deb' ? '/var/log/auth.log' : '/var/log/secure',
    () => secureLog(machine, now),
    0o600,
    recent,
  );
  if (instance.agent.version !== '') {
    const home = `/usr/local/share/aliyun-assist/${instance.agent.version}`;
    put(`${home}/log/aliyun_assist_main.log`, () => agentLog(machine, now), 0o644, recent);
    put(`${home}/aliyun-service`, '#!/bin/sh\n', 0o755);
  }
  for (const [path, content] of Object.entries(roleFiles(machine, now)))
    put(path, content, undefined, path.startsWith('/var/log/') ? recent : born);
  return image;
}
