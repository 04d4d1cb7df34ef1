import { describe, expect, it } from 'vitest';
import { execute } from '../execute';
import { testJob, textOf } from '../test-instance';

async function run(script: string) {
  const { output, exitCode } = await execute(testJob(script), new AbortController().signal);
  return { text: textOf(output), exitCode };
}

const NOON = 'touch -d "2026-11-20 12:00:00"';

describe('tools as administrators know them', () => {
  it('K1: df keeps its columns, also with types and a total', async () => {
    const { text } = await run('df -h / | head -1; df -hT / | head -1; df -h --total | tail -1');
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Filesystem      Size  Used Avail Use% Mounted on',
      'Filesystem     Type  Size  Used Avail Use% Mounted on',
    ]);
    expect(text).toMatch(/\ntotal +\d+G +\d+G +\d+G +\d+% -\n$/);
  });

  it('K1: ps keeps its columns', async () => {
    const { text } = await run('ps aux | head -2; ps -ef | head -2');
    const [aux, first, ef, second] = text.split('\n');
    expect(aux).toBe('USER       PID %CPU %MEM    VSZ    RSS TTY      STAT START   TIME COMMAND');
    expect(first).toMatch(/^root {9}1 {2}0\.0 .* \? {8}Ss /);
    expect(ef).toBe('UID        PID  PPID  C STIME TTY          TIME CMD');
    expect(second).toMatch(/^root {9}1 {5}0 {2}0 Oct01 \? /);
  });

  it('K1: systemctl status says since when and which processes, show the properties asked for', async () => {
    const { text } = await run('systemctl status nginx; systemctl show nginx -p ActiveState --value');
    expect(text).toMatch(
      /Active: active \(running\) since Thu 2026-10-01 08:00:00 CST; 1 month 22 days ago\n/,
    );
    expect(text).toMatch(
      /CGroup: \/system\.slice\/nginx\.service\n {11}├─\d+ nginx: master .*\n {11}├─.*\n {11}└─\d+ nginx: worker process\nactive\n$/,
    );
  });

  it('K1: ls -l shows modes, links, sizes and the dates of the world', async () => {
    const { text } = await run(
      `mkdir -p /opt/t/d; cd /opt/t; printf hello > f; chmod 750 f; ${NOON} f; ln -s f l; touch .h; ls; ls -l; ls -ld /tmp; ls -a | head -3`,
    );
    expect(text.split('\n')).toEqual([
      'd', 'f', 'l', 'total 8',
      'drwxr-xr-x 2 root root 4096 Nov 23 09:02 d',
      expect.stringMatching(/^-rwxr-x--- 1 root root {4}5 Nov 20 12:00 f$/),
      expect.stringMatching(/^lrwxrwxrwx 1 root root {4}\d \w+ .* l -> f$/),
      expect.stringMatching(/^drwxrwxrwt 2 root root 4096 .* \/tmp$/),
      '.', '..', '.h', '',
    ]); // prettier-ignore
  });

  it('K1: ls sorts by time and size, goes down, and fails with 2', async () => {
    const { text, exitCode } = await run(
      'mkdir -p /opt/t/d; cd /opt/t; echo 12345 > big; echo 1 > small; touch -d 2026-11-01 big; ls -tr | head -1; ls -S | sed -n 2p; ls -R; ls nope',
    );
    expect(text).toBe(
      'big\nbig\n.:\nbig\nd\nsmall\n\n./d:\nls: cannot access nope: No such file or directory\n',
    );
    expect(exitCode).toBe(2);
  });

  it('K1: stat tells owner, mode, size and time', async () => {
    const { text } = await run(
      "cd /tmp; echo 1 > f; chmod 640 f; stat -c '%U:%G %a %A %s %n %y' f; stat nope",
    );
    expect(text).toBe(
      "root:root 640 -rw-r----- 2 f 2026-11-23 09:02:03.000000000 +0800\nstat: cannot stat 'nope': No such file or directory\n",
    );
  });

  it.each([
    ['-mtime +7', 'old\n'],
    ['-mtime -7', 'mid\nnew\n'],
    ['-mmin -60', 'new\n'],
    ['-mmin +60', 'mid\nold\n'],
    ['-mtime 2', 'mid\n'],
  ])('K1: find %s goes by the clock of the world', async (test, expected) => {
    const files = `mkdir /opt/a; cd /opt/a; touch -d 2026-11-01 old; ${NOON} mid; touch new`;
    expect((await run(`${files}; find . -type f ${test} | sed 's/..//' | sort`)).text).toBe(expected);
  });

  it.each([
    ["printf 'a\\0b' | tr '\\0' '\\n'", 'a\nb'],
    ["printf 'AB' | od -An -tx1", ' 41 42\n'],
    ["printf 'A\\n' | od -c", '0000000   A  \\n\n0000002\n'],
    ["printf 'ABC' | xxd", '00000000: 4142 43                                  ABC\n'],
    ["printf 'AB' | hexdump -C | head -1", `00000000  41 42${' '.repeat(45)}|AB|\n`],
    ["printf 'a\\na\\nb\\n' | uniq -c", '      2 a\n      1 b\n'],
    ["printf 'x\\ny\\n' | xargs -I{} echo '[{}]'", '[x]\n[y]\n'],
    ['cd /tmp; mkdir a; echo 1 > a/f; cp -a a b; cat b/f', '1\n'],
    ['umask; ulimit -n', '0022\n65535\n'],
    [
      'date -d "7 days ago" +%F; date -d yesterday +%F; date -d "-1 month" +%Y%m; date -d "1 hour ago" +%H:%M',
      '2026-11-16\n2026-11-22\n202610\n08:02\n',
    ],
    ['date -d 2026-01-02 +%j', '002\n'],
    ['curl -s http://100.100.100.200/latest/meta-data/instance-id', 'i-bp1test0000000000aa'],
    ['su - admin -c "echo $((1 + 1))"', '2\n'],
    [
      'dd if=/dev/zero of=/tmp/z bs=1M count=2 2>&1 | tail -1 | cut -d, -f1',
      '2097152 bytes (2.1 MB) copied\n',
    ],
  ])('K1: %s', async (script, expected) => {
    expect(await run(script)).toEqual({ text: expected, exitCode: 0 });
  });

  it('K1: what the instances lack is not found, and nothing else is said', async () => {
    expect(await run('python3 -V')).toEqual({
      text: "bash: python3: command not found (the demo's instances have no python3)\n",
      exitCode: 127,
    });
  });

  it('K1: a file keeps its date from run to run', async () => {
    const first = await execute(
      testJob('touch -d 2026-11-01T00:00:00Z /opt/f'),
      new AbortController().signal,
    );
    const again = testJob('stat -c %Y /opt/f', { files: first.files ?? [] });
    const { output } = await execute(again, new AbortController().signal);
    expect(textOf(output)).toBe(`${Date.UTC(2026, 10, 1) / 1000}\n`);
  });
});
