import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '@/domain/base64';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, POLL, textOf } from '../support/run-client';

const { ecs, later } = await emulatorForTests();

describe('a run, asked by the vendor SDK of today (v3)', () => {
  it('C4: really executes on each instance, with its own host name, arguments and exit code', async () => {
    const script =
      'for i in 1 2 3; do echo "hello {{who}} from $(hostname) $i"; done; df -h /; exit {{code}}';
    const commandId = await ecs.create(script, { enableParameter: true });
    const names = ['web-prod-01', 'api-prod-01', 'cache-01'];
    const invokeId = await ecs.invoke(commandId, names, { parameters: { who: "O'Neil 測試", code: '3' } });
    expect(invokeId).toMatch(/^t-[0-9a-f]+$/);
    const rows = await ecs.ended(invokeId);
    expect(rows.map((row) => row.instanceId).sort()).toEqual(names.map(idOf).sort());
    for (const name of names) {
      const row = rows.find((candidate) => candidate.instanceId === idOf(name))!;
      const hello = (number: number) => `hello O'Neil 測試 from ${name} ${number}\n`;
      expect(textOf(row)).toContain(hello(1) + hello(2) + hello(3));
      expect(textOf(row)).toMatch(/Filesystem .*Mounted on\n.* \/\n/);
      // Finished is not succeeded: the old vocabulary says it ended, the new one how.
      expect(row).toMatchObject({
        exitCode: 3,
        invokeRecordStatus: 'Finished',
        invocationStatus: 'Failed',
        errorCode: 'ExitCodeNonzero',
        dropped: 0,
      });
      expect(Date.parse(row.finishedTime!)).toBeGreaterThanOrEqual(Date.parse(row.startTime!));
    }
    expect(await ecs.overall(invokeId)).toMatchObject({
      invokeStatus: 'Finished',
      invocationStatus: 'Failed',
      commandName: 'script',
      commandId,
      timed: false,
      repeatMode: 'Once',
      username: 'root',
    });
  });

  it('C4: keeps what a script changes, on the disk of that instance only', async () => {
    const [written] = await ecs.ended(await ecs.run('echo "of $(hostname)" > /root/note', ['web-prod-01']));
    expect(written).toMatchObject({ exitCode: 0, invocationStatus: 'Success', errorCode: '' });
    const invokeId = await ecs.run('cat /root/note', ['web-prod-01', 'web-prod-02']);
    const rows = new Map((await ecs.ended(invokeId)).map((row) => [row.instanceId, row]));
    expect(textOf(rows.get(idOf('web-prod-01'))!)).toBe('of web-prod-01\n');
    expect(rows.get(idOf('web-prod-02'))!.exitCode).toBe(1);
    expect(await ecs.overall(invokeId)).toMatchObject({
      invokeStatus: 'Finished',
      invocationStatus: 'PartialFailed',
    });
  });

  it('C4: ends a script at its timeout and keeps what it had printed', async () => {
    const script = 'echo begun; while true; do :; done';
    const [row] = await ecs.ended(await ecs.run(script, ['web-prod-01'], { timeout: 1 }));
    expect(row).toMatchObject({
      invocationStatus: 'Timeout',
      invokeRecordStatus: 'Failed',
      errorCode: 'ExecutionTimeout',
    });
    expect(textOf(row!)).toBe('begun\n');
    expect(Date.parse(row!.finishedTime!) - Date.parse(row!.startTime!)).toBeLessThanOrEqual(2000);
  });

  it('C6: stops a run that is under way, on one instance and on all', async () => {
    const invokeId = await ecs.run('echo begun; sleep 600; echo never', ['web-prod-01', 'web-prod-02']);
    await expect.poll(() => ecs.statuses(invokeId), POLL).toEqual(['Running', 'Running']);
    await ecs.stop({ invokeId, instanceId: [idOf('web-prod-01')] });
    await expect.poll(() => ecs.statuses(invokeId), POLL).toEqual(['Running', 'Terminated']);
    await ecs.stop({ invokeId });
    await expect.poll(() => ecs.statuses(invokeId), POLL).toEqual(['Terminated', 'Terminated']);
    const { rows } = await ecs.results(invokeId);
    expect(rows.map((row) => row.invokeRecordStatus)).toEqual(['Stopped', 'Stopped']);
    expect(rows.filter((row) => row.stopTime === '' || textOf(row).includes('never'))).toEqual([]);
    expect(await ecs.overall(invokeId)).toMatchObject({
      invokeStatus: 'Stopped',
      invocationStatus: 'Stopped',
    });
    // Stopping what has ended is no error and changes nothing.
    await ecs.stop({ invokeId });
    expect((await ecs.results(invokeId)).rows).toEqual(rows);
  });

  it('C4: keeps 24 KB of an output, counts the rest, and sends bytes that are no text as they are', async () => {
    const [long] = await ecs.ended(await ecs.run("printf 'x%.0s' $(seq 1 30000)", ['web-prod-01']));
    expect(decodeBase64(long!.output!)).toHaveLength(24_576);
    expect(long!.dropped).toBe(30_000 - 24_576);
    const [binary] = await ecs.ended(await ecs.run("printf '\\377\\376ok'", ['web-prod-01']));
    expect([...decodeBase64(binary!.output!)]).toEqual([0xff, 0xfe, 0x6f, 0x6b]);
  });

  it('C4: gives up on an agent that does not answer, after a minute of the clock', async () => {
    const invokeId = await ecs.run('hostname', ['db-replica-02', 'web-prod-01']);
    await expect.poll(() => ecs.statuses(invokeId), POLL).toEqual(['Pending', 'Success']);
    expect((await ecs.overall(invokeId)).invokeStatus).toBe('Running');
    await later(61);
    const rows = await ecs.ended(invokeId);
    expect(rows.find((row) => row.instanceId === idOf('db-replica-02'))).toMatchObject({
      invocationStatus: 'Aborted',
      invokeRecordStatus: 'Failed',
      errorCode: 'ClientNotResponse',
    });
    expect(await ecs.overall(invokeId)).toMatchObject({
      invokeStatus: 'PartialFailed',
      invocationStatus: 'PartialFailed',
    });
  });

  it('C4: reports a working directory and a user that do not exist', async () => {
    const [nowhere] = await ecs.ended(
      await ecs.run('pwd', ['web-prod-01'], { workingDir: '/no/such/place' }),
    );
    expect(nowhere!.errorCode).toBe('DirectoryNotExists');
    const invokeId = await ecs.invoke(await ecs.create('id'), ['web-prod-01'], { username: 'mallory' });
    expect((await ecs.ended(invokeId))[0]!.errorCode).toBe('AccountNotExists');
  });

  it('K1: never makes up a success for a Windows script it cannot run', async () => {
    const type = 'RunPowerShellScript';
    const [fine] = await ecs.ended(
      await ecs.run('Write-Output "on $env:COMPUTERNAME"', ['win-rdp-01'], { type }),
    );
    expect(fine).toMatchObject({ exitCode: 0, invocationStatus: 'Success' });
    expect(textOf(fine!)).toMatch(/^on WIN-RDP-01\r?\n$/);
    const script = 'Get-Process | Sort-Object CPU | Select-Object -First 3';
    const [refused] = await ecs.ended(await ecs.run(script, ['win-rdp-01'], { type }));
    expect(refused!.invocationStatus).not.toBe('Success');
    expect(refused!.errorInfo).not.toBe('');
  });

  it('A8: a deleted command leaves its records whole', async () => {
    const commandId = await ecs.create('hostname');
    const invokeId = await ecs.invoke(commandId, ['web-prod-01']);
    await ecs.ended(invokeId);
    await ecs.remove(commandId);
    expect(await ecs.overall(invokeId)).toMatchObject({
      commandId,
      commandContent: encodeBase64('hostname'),
    });
  });
});
