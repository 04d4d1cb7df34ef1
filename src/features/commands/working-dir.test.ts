import { describe, expect, it } from 'vitest';
import { shortPath, workingDirOf } from './working-dir';

describe('working directory', () => {
  it('A1: shows the type’s default when the command names none', () => {
    expect(workingDirOf({ Type: 'RunShellScript', WorkingDir: '' })).toEqual({
      path: '/root',
      isDefault: true,
    });
    expect(workingDirOf({ Type: 'RunBatScript', WorkingDir: '' })).toEqual({
      path: 'C:\\ProgramData\\aliyun\\assist\\$(version)',
      isDefault: true,
    });
    expect(workingDirOf({ Type: 'RunBatScript', WorkingDir: 'D:\\app' })).toEqual({
      path: 'D:\\app',
      isDefault: false,
    });
  });

  it.each([
    ['/var/lib/mysql', '/var/lib/mysql'],
    ['C:\\ProgramData\\aliyun\\assist\\$(version)', 'C:\\…\\$(version)'],
    ['/opt/releases/2026/web', '/…/web'],
    ['/opt/releases/2026/web/', '/…/web'],
    ['averyveryverylongdirectory', 'averyveryverylongdirectory'],
  ])('A1: shortens a path in its middle: %s', (path, short) => {
    expect(shortPath(path)).toBe(short);
  });
});
