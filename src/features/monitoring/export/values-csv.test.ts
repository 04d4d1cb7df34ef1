import { describe, expect, it } from 'vitest';
import { exportName } from './export-name';
import { valuesCsv } from './values-csv';

const AT = Date.UTC(2026, 10, 23, 6, 0);

describe('export of the values', () => {
  it('G2: has times in UTC, units in the head, bare numbers, and nothing where nothing was measured', () => {
    const columns = [
      { id: 'cpu used', title: 'vCPU', unit: '%' },
      { id: 'load 1', title: '=HYPERLINK("x")', unit: '' },
    ];
    const rows = [
      { at: AT + 60_000, partial: true, values: { 'cpu used': 12.5 } },
      { at: AT, partial: false, values: { 'cpu used': 0, 'load 1': null } },
    ];
    expect(valuesCsv({ columns, rows }, { time: 'Time', partial: '(under way)' })).toBe(
      [
        '\uFEFF"Time (UTC)","vCPU (%)","\'=HYPERLINK(""x"")"',
        '"2026-11-23T06:01:00Z (under way)",12.5,',
        '"2026-11-23T06:00:00Z",0,',
        '',
      ].join('\r\n'),
    );
  });

  it('G2: names the file after the instance and the time, without what a file system minds', () => {
    expect(exportName('web/01: "a"', { from: AT, to: AT + 3_600_000 }, 'csv')).toBe(
      'web-01-a- 2026-11-23 0600Z 2026-11-23 0700Z.csv',
    );
    expect(exportName('執行個體', undefined, 'png')).toBe('執行個體.png');
  });
});
