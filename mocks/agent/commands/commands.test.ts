import { describe, expect, it } from 'vitest';
import { execute } from '../execute';
import type { WorldInstance } from '../../world/instance';
import { testInstance, testJob, textOf } from '../test-instance';

async function run(script: string, changes: Partial<WorldInstance> = {}) {
  const { output, exitCode } = await execute(
    testJob(script, { instance: testInstance(changes) }),
    new AbortController().signal,
  );
  return { text: textOf(output), exitCode };
}

const ubuntu: Partial<WorldInstance> = {
  osId: 'ubuntu',
  osVersion: '22.04',
  osNameEn: 'Ubuntu  22.04 64 bit',
  kernel: '5.15.0-117-generic',
};

describe('programs of an instance', () => {
  it.each<[string, string | RegExp, Partial<WorldInstance>?]>([
    ['hostname -I', '10.0.1.12 \n'],
    ['uname', 'Linux\n'],
    ['uname -sr', 'Linux 3.10.0-1160.119.1.el7.x86_64\n'],
    ['uname -a', /^Linux web-prod-01 3\.10\.0\S+ #1 SMP .* x86_64 GNU\/Linux\n$/],
    ['cat /etc/hostname', 'web-prod-01\n'],
    ['. /etc/os-release; echo "$ID $VERSION_ID $PRETTY_NAME"', 'centos 7 CentOS Linux 7 (Core)\n'],
    ['. /etc/os-release; echo "$ID $VERSION_ID $PRETTY_NAME"', 'ubuntu 22.04 Ubuntu 22.04.4 LTS\n', ubuntu],
    ['cat /etc/redhat-release', 'CentOS Linux release 7.9 (Core)\n'],
    ['nproc; grep -c ^processor /proc/cpuinfo', '2\n2\n'],
    ['lscpu | grep "^CPU(s)"', /2\n$/],
    ['df --output=pcent / | tail -1', /^ *\d+%\n$/],
    ['df -T /data | tail -1', /^\/dev\/vdb1 +ext4 .* \/data\n$/],
    ['df -i / | head -1', /Inodes +IUsed +IFree +IUse%/],
    ["free -m | awk '/^Mem/ { print ($2 > 7000 && $2 < 8192 && $3 + $4 + $6 <= $2 + 2) }'", '1\n'],
    ['uptime -p', 'up 7 weeks, 4 days, 1 hour, 2 minutes\n'],
    ['uptime', /^ 09:02:03 up 53 days, +1:02, +0 users, +load average: [\d.]+, [\d.]+, [\d.]+\n$/],
    ['ps -ef | grep -c "[n]ginx: worker"', '2\n'],
    ['ps -eo pid,comm --sort=-pid | sed -n 2p', /ps\n$/],
    ['pgrep -c nginx', '3\n'],
    ['top -bn1 | head -1', /^top - 09:02:03 up 53 days/],
    ['ip addr show eth0 | grep -o "inet 10[0-9./]*"', 'inet 10.0.1.12/24\n'],
    ['ss -lnt | grep -c ":80 "', '1\n'],
    ['netstat -lntp | grep -o 0.0.0.0:22', '0.0.0.0:22\n'],
    ['curl -s -o /dev/null -w "%{http_code}" http://localhost/healthz', '200'],
    ['id; id -un', 'uid=0(root) gid=0(root) groups=0(root)\nroot\n'],
    ['getent passwd admin', 'admin:x:1000:1000:admin:/home/admin:/bin/bash\n'],
    ['date +%F.%T; date -u +%H', '2026-11-23.09:02:03\n01\n'],
    ['rpm -q nginx', /^nginx-/],
    ['dpkg -l nginx', /^ii {2}nginx /, ubuntu],
    ['lsblk | grep -c part', '2\n'],
    ['mount | grep " / "', /^\/dev\/vda1 on \/ type ext4/],
    ['sysctl -n kernel.hostname', 'web-prod-01\n'],
    ['nginx -t', /test is successful\n$/],
    ['journalctl -u nginx -n 3 | wc -l', '3\n'],
    ['wc -l < /var/log/nginx/access.log', '240\n'],
    ['grep -c slow_query_log /etc/my.cnf', '2\n', { role: 'db' }],
    ['docker ps | wc -l', '2\n', { role: 'build' }],
    ['ls /usr/local/share/aliyun-assist/2.2.0.106/log', 'aliyun_assist_main.log\n'],
    ['f=$(mktemp); test -f $f && echo made', 'made\n'],
    ['echo a b | xargs -n1 echo', 'a\nb\n'],
    ['head -c 8 /dev/urandom | wc -c', /^ *8\n$/],
    ['echo "0 3 * * * /root/x" | crontab -; crontab -l', '0 3 * * * /root/x\n'],
    ['sudo -u admin hostname', 'web-prod-01\n'],
    ['hostnamectl | grep -c CentOS', '1\n'],
    ['timedatectl | grep -c Shanghai', '1\n'],
    [
      'mkdir -p d/e; echo in > d/e/f; tar czf a.tgz d; rm -r d; tar xzf a.tgz; cat d/e/f; tar tf a.tgz',
      'in\nd/\nd/e/\nd/e/f\n',
    ],
    ['echo hi | gzip | gunzip; echo x > y; gzip y; zcat y.gz', 'hi\nx\n'],
    ['realpath /root/../etc', '/etc\n'],
  ])('K1: %s', async (script, expected, changes) => {
    const { text, exitCode } = await run(script, changes);
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
    expect(exitCode).toBe(0);
  });

  it.each<[string, number, RegExp, Partial<WorldInstance>?]>([
    ['curl http://example.com', 6, /Could not resolve host: example\.com/],
    ['curl http://localhost:9999', 7, /Connection refused/],
    ['yum install -y htop', 1, /no network/],
    ['apt-get install -y htop', 100, /Unable to locate package htop/, ubuntu],
    ['apt-get update', 127, /command not found/],
    ['yum list', 127, /command not found/, ubuntu],
    ['systemctl status nosuch', 4, /could not be found/],
    ['systemctl stop nginx; systemctl is-active nginx', 3, /^inactive\n$/],
    ['systemctl stop nginx; pgrep nginx', 1, /^$/],
    ['systemctl stop nginx; curl -s localhost', 7, /refused/],
    ['systemctl restart nosuch', 5, /not found/],
    ['rpm -q nosuch', 1, /package nosuch is not installed/],
    ['id nosuch', 1, /no such user/],
    ['df /nope', 1, /No such file or directory/],
    ['uname --bad', 1, /invalid option/],
    ['reboot', 1, /not permitted in the demo/],
    ['echo "}" >> /etc/nginx/nginx.conf; nginx -t', 1, /unexpected "}"/],
    ['docker ps', 127, /command not found/],
    ['dd if=/dev/zero of=/x bs=1G count=9', 1, /No space left on device/],
    ['useradd admin', 9, /already exists/],
  ])('K1: %s fails with %d', async (script, exitCode, message, changes) => {
    const result = await run(script, changes);
    expect(result.exitCode).toBe(exitCode);
    expect(result.text).toMatch(message);
  });
});
