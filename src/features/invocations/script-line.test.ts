import { describe, expect, it } from 'vitest';
import type { Invocation } from '@/api/ecs/invocations';
import { encodeBase64 } from '@/domain/base64';
import { runName, scriptLine } from './script-line';

const run = (content: string, CommandName = 'c-1') =>
  ({ CommandId: 'c-1', CommandName, CommandContent: encodeBase64(content) }) as Invocation;

describe('what a run is called', () => {
  it.each([
    ['uptime', 'uptime'],
    ['#!/bin/bash\n# checks\nset -euo pipefail\n\n  df -h /data\nexit 0', 'df -h /data'],
    ['@echo off\r\nREM disks\r\nwmic logicaldisk', 'wmic logicaldisk'],
    ['# only a comment', '# only a comment'],
    ['', 'c-1'],
    [' \n ', 'c-1'],
    [`echo ${'x'.repeat(500)}`, `echo ${'x'.repeat(115)}`],
  ])('C1, B7: a script without a name by its first line that does something: %j', (content, name) => {
    expect(runName(run(content))).toBe(name);
    expect(runName(run(content, ''))).toBe(name);
  });

  it('C1: a command by its name', () => {
    expect(scriptLine(run('uptime', 'load'))).toBeNull();
    expect(runName(run('uptime', 'load'))).toBe('load');
  });

  it('C1: content that is no Base64 leaves the ID', () => {
    expect(runName({ ...run(''), CommandContent: '%%%' })).toBe('c-1');
  });
});
