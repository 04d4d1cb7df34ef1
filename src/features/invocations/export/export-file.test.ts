import { describe, expect, it } from 'vitest';
import type { Invocation, InvocationResult } from '@/api/ecs/invocations';
import { bytesToBase64, encodeBase64 } from '@/domain/base64';
import type { InstanceRun } from '../run-progress';
import { exportFile, exportFileName } from './export-file';
import { exportRow, type ExportSource, unsentRow } from './export-row';

const invocation = { InvokeId: 't-1', CommandId: 'c-1', CommandName: 'clean', Username: '' } as Invocation;
const run: InstanceRun = {
  instanceId: 'i-1',
  outcome: 'nonzero',
  wireStatus: 'Finished',
  exitCode: -1,
  startedAt: null,
  finishedAt: null,
  dropped: 0,
  errorCode: '',
  errorInfo: '',
};
const row = (members: Partial<InvocationResult>) =>
  ({
    InvocationStatus: '',
    InvokeRecordStatus: 'Finished',
    Output: '',
    Dropped: 0,
    StartTime: '2026-11-22T06:28:40Z',
    FinishedTime: '2026-11-22T06:28:44Z',
    StopTime: '',
    ErrorCode: '',
    ErrorInfo: '',
    Username: '',
    ...members,
  }) as InvocationResult;
const source = (members: Partial<InvocationResult>, name = 'web-01'): ExportSource => ({
  invocation,
  run,
  name,
  row: row(members),
});
const makersOf = (sources: readonly ExportSource[]) => sources.map((one) => () => exportRow(one));
const options = { signal: new AbortController().signal, onProgress: () => undefined };
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('export of a record', () => {
  it('C7: CSV begins with a byte order mark, has the columns that exist, and no formula', async () => {
    const blob = await exportFile(
      'csv',
      makersOf([source({ Output: encodeBase64('=cmd|"x"\nß') })]),
      options,
    );
    const bytes = await bytesOf(blob);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toBe(
      '"InvokeId","CommandId","CommandName","InstanceId","InstanceName","InvokeRecordStatus","ExitCode",' +
        '"StartTime","FinishedTime","DurationMs","Dropped","Output"\r\n' +
        '"t-1","c-1","clean","i-1","web-01","Finished",-1,"2026-11-22T06:28:40Z","2026-11-22T06:28:44Z",4000,0,' +
        '"\'=cmd|""x""\nß"\r\n',
    );
  });

  it('C7: bytes that are no text keep all of themselves as Base64', async () => {
    const output = bytesToBase64(Uint8Array.from([0xd6, 0xd0, 0x20]));
    const blob = await exportFile('json', makersOf([source({ Output: output }), source({})]), options);
    const rows = JSON.parse(new TextDecoder().decode(await bytesOf(blob))) as Record<string, unknown>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ InstanceId: 'i-1', ExitCode: -1, OutputBase64: output });
    expect(rows[0]).not.toHaveProperty('Output');
    expect(rows[1]).toMatchObject({ OutputBase64: null });
  });

  it('C7: tells how far it is and stops when told to', async () => {
    const told: number[] = [];
    const ending = new AbortController();
    const file = exportFile('json', makersOf(Array.from({ length: 40 }, () => source({}))), {
      signal: ending.signal,
      onProgress: (written) => {
        told.push(written);
        if (written === 3) ending.abort();
      },
    });
    await expect(file).rejects.toHaveProperty('name', 'AbortError');
    expect(told).toEqual([1, 2, 3]);
  });

  it('C7, B3: a run in batches tells the batch of every instance, and why one got nothing', async () => {
    const [RunId, errorInfo] = ['r-1', 'Too many runs today'];
    const sent = { ...source({}), batch: { RunId, Batch: 1, BatchState: 'sent' as const } };
    const unsent = {
      instanceId: 'i-2',
      invokeId: null,
      name: '=cmd()',
      batch: { RunId, Batch: 2, BatchState: 'refused' as const },
      errorCode: 'Invocation.ExceedQuota',
      errorInfo,
    };
    const makers = [...makersOf([sent]), () => unsentRow(unsent)];
    const lines = (await (await exportFile('csv', makers, options)).text()).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF?"RunId","Batch","BatchState","InvokeId"/);
    expect(lines[1]).toContain('"r-1",1,"sent","t-1"');
    expect(lines[2]).toContain(`"r-1",2,"refused",`);
    expect(lines[2]).toContain(`"i-2","'=cmd()"`);
    expect(lines[2]).toContain(`"Invocation.ExceedQuota","${errorInfo}"`);
  });

  it('C5, C7: a schedule tells the fire of every row', async () => {
    const blob = await exportFile('json', makersOf([{ ...source({}), fire: 3 }]), options);
    expect(JSON.parse(await blob.text())).toMatchObject([{ InstanceId: 'i-1', Repeats: 3 }]);
  });

  it('C7: the file is named after the record, whatever its ID holds', () => {
    expect(exportFileName('t-hz01abc', 'csv')).toBe('t-hz01abc.csv');
    expect(exportFileName('../t/1', 'json')).toBe('..-t-1.json');
    expect(exportFileName('清理 磁碟-r-1', 'csv')).toBe('清理-磁碟-r-1.csv');
  });
});
