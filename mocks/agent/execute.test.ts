import { describe, expect, it } from 'vitest';
import { KEPT_OUTPUT_BYTES } from './console';
import { execute } from './execute';
import type { ScriptJob } from './runner';
import { testInstance, testJob, textOf } from './test-instance';

const never = new AbortController().signal;

async function shell(script: string, changes: Partial<ScriptJob> = {}) {
  const result = await execute(testJob(script, changes), never);
  return { ...result, text: textOf(result.output) };
}

describe('what a script prints', () => {
  it("K1: runs the newcomer's example with the instance's own name, disk and exit code", async () => {
    const result = await shell(
      'for i in 1 2 3; do echo "hello you from $(hostname) $i"; done; df -h /; exit 3',
    );
    expect(result.text).toMatch(
      /^hello you from web-prod-01 1\nhello you from web-prod-01 2\nhello you from web-prod-01 3\nFilesystem /,
    );
    expect(result.text).toMatch(/\/dev\/vda1 +40G +\d+G +\d+G +\d+% \/\n$/);
    expect(result).toMatchObject({
      outcome: 'exited',
      exitCode: 3,
      errorCode: 'ExitCodeNonzero',
      errorInfo: 'the command execution exit code is not zero',
    });
  });

  it.each([
    [
      'commands',
      'echo a; echo b >&2; echo c; nosuch; echo d',
      'a\nb\nc\nbash: nosuch: command not found\nd\n',
    ],
    ['loops', 'for i in 1 2; do echo o$i; echo e$i >&2; done', 'o1\ne1\no2\ne2\n'],
    ['functions', 'f() { echo in; echo err >&2; echo out; }\nf', 'in\nerr\nout\n'],
    ['loops at the end of a pipe', 'seq 2 | while read n; do echo n$n; echo e >&2; done', 'n1\ne\nn2\ne\n'],
    ['exec 2>&1', 'exec 2>&1\necho a; echo b >&2; echo c', 'a\nb\nc\n'],
  ])('C4: keeps stdout and stderr in the order written: %s', async (_, script, expected) => {
    expect((await shell(script)).text).toBe(expected);
  });

  it.each([
    ['a substitution', 'x=$(echo in; ls /nope 2>/dev/null); echo "[$x]"', '[in]\n'],
    ['its stderr', 'x=$(ls /nope); echo "[$x]"', 'ls: cannot access /nope: No such file or directory\n[]\n'],
    ['a pipe', 'f() { echo x; echo y; }; f | wc -l', '2\n'],
    ['a file', 'f() { echo x; }; f > /tmp/x; echo -; cat /tmp/x', '-\nx\n'],
    ['both streams in a file', '{ echo a; echo b >&2; } > /tmp/x 2>&1; echo -; sort /tmp/x', '-\na\nb\n'],
    ['nothing', 'ls /nope 2>/dev/null; echo $?', '2\n'],
  ])('K1: output captured by %s does not reach the record', async (_, script, expected) => {
    expect((await shell(script)).text).toBe(expected);
  });

  it.each([
    ["printf '\\xff\\xfe\\n'", [0xff, 0xfe, 0x0a]],
    ["printf '\\377' | cat", [0xff]],
    ["echo -ne '\\x80é'", [0x80, 0xc3, 0xa9]],
    ['base64 -d <<< //4=', [0xff, 0xfe]],
    ['echo 漢', [0xe6, 0xbc, 0xa2, 0x0a]],
    ["printf '\\033[31m'", [0x1b, 0x5b, 0x33, 0x31, 0x6d]],
  ])('C4: stores the bytes of %s as they are', async (script, bytes) => {
    expect([...(await shell(script)).output]).toEqual(bytes);
  });

  it('C4: keeps the first 24 KB of a line without an end and counts the rest', async () => {
    const result = await shell('head -c 30000 /dev/zero');
    expect(result.output).toEqual(new Uint8Array(KEPT_OUTPUT_BYTES));
    expect(result.dropped).toBe(30_000 - KEPT_OUTPUT_BYTES);
  });
});

describe('how a script ends', () => {
  it.each([
    ['exit 0', 0],
    ['exit 300', 44],
    ['false', 1],
    ['false; true', 0],
    ['nosuch', 127],
    ['set -e; false; true', 1],
    ['set -euo pipefail; false | true; true', 1],
    ['set -u; echo $missing; true', 1],
    ['f() { return 7; }; f', 7],
    ['f() { exit 6; }; f; true', 6],
    ['cd /nope; true', 0],
    ['cd /nope && true', 1],
    ['echo "unterminated', 2],
    ['bash -c "exit 9"', 9],
    ['if true; then\r\n  exit 5\r\nfi\r\n', 5],
  ])('K1: %j exits with %d', async (script, exitCode) => {
    expect(await shell(script)).toMatchObject({ outcome: 'exited', exitCode });
  });

  it.each(['while :; do :; done', 'sleep 100'])(
    'C4: the time-out ends "%s" and keeps what was written',
    async (rest) => {
      const result = await shell(`echo before; main() { echo inside; ${rest}; }; main; echo after`, {
        timeoutSeconds: 0.4,
      });
      expect(result).toMatchObject({
        outcome: 'timeout',
        exitCode: null,
        errorCode: 'ExecutionTimeout',
        text: 'before\ninside\n',
      });
    },
  );

  it('C4: an abort ends a waiting script and keeps what was written', async () => {
    const ender = new AbortController();
    const result = await execute(testJob('echo before; sleep 100; echo after'), ender.signal, () =>
      ender.abort(),
    );
    expect(result).toMatchObject({ outcome: 'failed', errorCode: 'ExecutionInterrupted' });
    expect(textOf(result.output)).toBe('before\n');
  });

  it("C4: a script beyond the demo's limits says which one and keeps its output", async () => {
    const result = await shell('echo before; f() { f; }; f');
    expect(result.text).toContain('before\n');
    expect(result).toMatchObject({
      outcome: 'failed',
      errorCode: 'ExecutionException',
      errorInfo: expect.stringContaining('recursion depth'),
    });
  });

  it("K1: runs the EXIT trap with the script's functions and keeps the exit code", async () => {
    const result = await shell(
      't=/tmp/q; touch $t; cleanup() { echo "bye $t"; rm -f $t; }; trap cleanup EXIT; echo hi; exit 4',
    );
    expect(result).toMatchObject({ text: 'hi\nbye /tmp/q\n', exitCode: 4, files: [] });
  });
});

describe('where and as whom a script runs', () => {
  it.each<[Partial<ScriptJob>, string]>([
    [{}, 'root /root\n'],
    [{ workingDir: '/var/log' }, 'root /var/log\n'],
    [{ username: 'admin' }, 'admin /home/admin\n'],
  ])('K1: %j', async (changes, expected) => {
    expect((await shell('echo $(whoami) $(pwd)', changes)).text).toBe(expected);
  });

  it.each<[Partial<ScriptJob>, string]>([
    [{ workingDir: '/nope' }, 'DirectoryNotExists'],
    [{ workingDir: 'var/log' }, 'DirectoryNotExists'],
    [{ workingDir: '/etc/passwd' }, 'DirectoryNotExists'],
    [{ username: 'zed' }, 'AccountNotExists'],
    [{ type: 'RunBatScript' }, 'CommandNotApplicable'],
  ])('C4: %j ends with %s before anything ran', async (changes, errorCode) => {
    const result = await shell('echo ran', changes);
    expect(result).toMatchObject({ outcome: 'failed', exitCode: null, errorCode, text: '' });
    expect(result.errorInfo).not.toBe('');
  });
});

describe('the disk between runs', () => {
  it('K1: a later run finds what an earlier one wrote, removed, linked and made', async () => {
    const first = await shell(
      'printf "\\xff" > /root/raw; echo keep > /root/a; chmod 600 /root/a; ln -s /root/a /opt/l; rm /etc/issue; mkdir -p /opt/d; useradd bob; systemctl stop nginx; echo gone > /dev/null',
    );
    const files = first.files ?? [];
    const second = await shell(
      'cat /opt/l; stat -c %a /root/a; ls /etc/issue; ls -d /opt/d; id -u bob; systemctl is-active nginx; cat /root/raw | od -An -t x1',
      { files },
    );
    expect(second.text).toContain(
      'keep\n600\nls: cannot access /etc/issue: No such file or directory\n/opt/d\n1001\ninactive\n',
    );
    expect(files.find(({ path }) => path === '/root/raw')?.content).toEqual(new Uint8Array([0xff]));
    expect(second.files).toEqual(files);
    expect((await shell('whoami', { username: 'bob', files })).text).toBe('bob\n');
  });

  it('K1: a run that changes nothing has nothing to store', async () => {
    expect(
      (await shell('cat /etc/hosts /proc/meminfo > /dev/null; echo x > /tmp/x; rm /tmp/x')).files,
    ).toEqual([]);
  });

  it('K1: over the limit of an instance the largest file is not kept', async () => {
    const { files } = await shell('dd if=/dev/zero of=/root/big bs=1M count=6; echo small > /root/small');
    expect(files?.map(({ path }) => path)).toEqual(['/root/small']);
  });
});

describe('Windows', () => {
  const windows = testInstance({
    osType: 'windows',
    osId: 'windows',
    osVersion: '2016',
    kernel: '10.0.14393',
    hostName: 'win-rdp-01',
    osNameEn: 'Windows Server  2016',
  });
  const run = (type: ScriptJob['type'], script: string) => shell(script, { type, instance: windows });

  it('K1: Bat prints, sets, expands and exits', async () => {
    const result = await run(
      'RunBatScript',
      '@echo off\r\nset A=1\r\necho hello %A% %COMPUTERNAME%\r\nrem note\r\nexit /b 3',
    );
    expect(result).toMatchObject({
      text: 'hello 1 WIN-RDP-01\r\n',
      exitCode: 3,
      errorCode: 'ExitCodeNonzero',
    });
  });

  it('K1: PowerShell prints variables and expressions', async () => {
    const result = await run(
      'RunPowerShellScript',
      '$n = "x"\nWrite-Output "hi $n $(hostname) $env:COMPUTERNAME" # note\nWrite-Host a "b c"\nexit 2',
    );
    expect(result).toMatchObject({ text: 'hi x win-rdp-01 WIN-RDP-01\r\na b c\r\n', exitCode: 2 });
  });

  it.each<[ScriptJob['type'], string, string]>([
    ['RunBatScript', '@echo off\necho one\nnet user bob /add\necho two', 'net user bob /add'],
    ['RunBatScript', '@echo one\n@for %%i in (1 2) do echo %%i', 'for %i in (1 2) do echo %i'],
    ['RunBatScript', '@echo one\n@echo two > C:\\x.txt', 'echo two > C:\\x.txt'],
    ['RunPowerShellScript', 'Write-Output one\nforeach ($i in 1..3) { $i }', 'foreach ($i in 1..3) { $i }'],
    [
      'RunPowerShellScript',
      'Write-Output one\nWrite-Output two | Out-File x',
      'Write-Output two | Out-File x',
    ],
    ['RunPowerShellScript', 'Write-Output one\nRestart-Service W3SVC', 'Restart-Service W3SVC'],
  ])('K1: %s never pretends: %j', async (type, script, statement) => {
    const result = await run(type, script);
    expect(result).toMatchObject({
      outcome: 'failed',
      exitCode: null,
      errorCode: 'ExecutionException',
      text: 'one\r\n',
    });
    expect(result.errorInfo).toContain('the demo cannot run');
    expect(result.errorInfo).toContain(statement);
  });
});
