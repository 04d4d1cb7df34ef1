import { describe, expect, it } from 'vitest';
import { isSystemSupported, systemLabel, systemName } from './system-label';

const linux = (name: string) => ({ OSName: `${name} 64位`, OSNameEn: `${name} 64 bit`, OSType: 'linux' });

describe('systems in few words', () => {
  it.each([
    [linux('CentOS  7.6'), 'CentOS 7.6'],
    [linux('SUSE Linux Enterprise Server 12 SP5'), 'SLES 12'],
    [linux('FreeBSD  12.1'), 'FreeBSD 12.1'],
    [
      { OSName: 'Windows Server  2012 R2 数据中心版 64位中文版', OSNameEn: '', OSType: 'windows' },
      'Windows 2012 R2',
    ],
  ])('E2: %o is %s', (system, label) => {
    expect(systemLabel(system, 'en')).toBe(label);
  });

  it('E2: says which are not supported', () => {
    expect(isSystemSupported(linux('FreeBSD  12.1'))).toBe(false);
    expect(isSystemSupported(linux('Ubuntu  24.04'))).toBe(true);
  });

  it('J2: gives the name in the language of the page', () => {
    expect(systemName(linux('CentOS  7.6'), 'en')).toBe('CentOS 7.6 64 bit');
    expect(systemName(linux('CentOS  7.6'), 'zh-Hant')).toBe('CentOS 7.6 64位');
  });
});
