import { describe, expect, it } from 'vitest';
import { parseSystem } from './systems';

describe('operating systems', () => {
  it.each([
    ['Windows Server  2008 R2 企业版 64位中文版', 'Windows Server', '2008 R2'],
    ['Windows Server  2012 R2 数据中心版 64位中文版', 'Windows Server', '2012 R2'],
    ['Windows Server  2016 Data Center Edition 64bit Chinese Edition', 'Windows Server', '2016'],
    ['Windows Server Version 2004 数据中心版', 'Windows Server', '2004'],
  ])('E2: reads %s', (osName, family, version) => {
    expect(parseSystem(osName, 'windows')).toMatchObject({ family, version });
  });

  it.each(['2008', '2012', '2016'])("E2: the manual's Windows Server %s", (version) => {
    expect(parseSystem(`Windows Server  ${version} 标准版 64位中文版`, 'windows').supported).toBe(true);
  });

  it.each([
    ['Ubuntu  12.04 64位', 'Ubuntu', '12.04'],
    ['Ubuntu  14.04 64位', 'Ubuntu', '14.04'],
    ['Ubuntu  16.04 64 bit', 'Ubuntu', '16.04'],
    ['CentOS  5.11 64位', 'CentOS', '5.11'],
    ['CentOS  6.10 64位', 'CentOS', '6.10'],
    ['CentOS  7.6 64位', 'CentOS', '7.6'],
    ['Debian  7.11 64位', 'Debian', '7.11'],
    ['Debian  8.11 64位', 'Debian', '8.11'],
    ['Debian  9.13 64位', 'Debian', '9.13'],
    ['Red Hat Enterprise Linux 5.11 64位', 'Red Hat', '5.11'],
    ['Red Hat Enterprise Linux 6.10 64位', 'Red Hat', '6.10'],
    ['RedHat 7.9 64-bit', 'Red Hat', '7.9'],
    ['SUSE Linux  Enterprise Server 11 SP4 64位', 'SUSE Linux Enterprise Server', '11'],
    ['SUSE Linux Enterprise Server 12 SP5 64位', 'SUSE Linux Enterprise Server', '12'],
    ['OpenSUSE  42.3 64位', 'openSUSE', '42.3'],
    ['openSUSE Leap 15.5', 'openSUSE', '15.5'],
    ['Aliyun Linux  17.1 64位', 'Aliyun Linux', '17.1'],
    ['Aliyun Linux  2.1903 LTS 64位', 'Aliyun Linux', '2.1903'],
    ['CoreOS  2247.6.0 64位', 'CoreOS', '2247.6.0'],
  ])("E2: the manual's %s", (osName, family, version) => {
    expect(parseSystem(osName, 'linux')).toEqual({ family, version, supported: true });
  });

  it.each([
    ['Ubuntu  24.04 64位', 'Ubuntu'],
    ['CentOS Stream  9 64位', 'CentOS'],
    ['Debian  12.6 64位', 'Debian'],
    ['Red Hat Enterprise Linux 9.4 64位', 'Red Hat'],
    ['SUSE Linux Enterprise Server 15 SP5 64位', 'SUSE Linux Enterprise Server'],
    ['Alibaba Cloud Linux  3.2104 LTS 64位', 'Alibaba Cloud Linux'],
    ['Alibaba Cloud Linux (Aliyun Linux)  2.1903 LTS 64位', 'Alibaba Cloud Linux'],
    ['Anolis OS  8.8 64位', 'Anolis OS'],
    ['AlmaLinux  9.4 64位', 'AlmaLinux'],
    ['Rocky Linux  9.4 64位', 'Rocky Linux'],
  ])('E2: the later %s', (osName, family) => {
    expect(parseSystem(osName, 'linux')).toMatchObject({ family, supported: true });
  });

  it('E2: later releases of Windows Server', () => {
    expect(parseSystem('Windows Server  2022 数据中心版 64位中文版', 'windows').supported).toBe(true);
  });

  it.each([
    ['FreeBSD  12.1 64位', 'linux'],
    ['Fedora Core 3', 'linux'],
    ['Fedora  33 64位', 'linux'],
    ['Gentoo  13 64位', 'linux'],
    ['Ubuntu  10.04 64位', 'linux'],
    ['Debian  6.0.9 64位', 'linux'],
    ['CentOS  4.8', 'linux'],
    ['Red Hat Enterprise Linux 4', 'linux'],
    ['SUSE Linux Enterprise Server 10 SP1', 'linux'],
    ['Windows Server  2003 R2 标准版 32位中文版', 'windows'],
    ['Ubuntu  16.04 64位', 'windows'],
    ['Customized Linux', 'linux'],
    ['', 'linux'],
  ] as const)('E2: %s on %s is not supported', (osName, osType) => {
    expect(parseSystem(osName, osType).supported).toBe(false);
  });

  it('E2: a named family without a release is left to the service', () => {
    expect(parseSystem('CentOS 64位', 'linux')).toEqual({ family: 'CentOS', version: '', supported: true });
  });
});
