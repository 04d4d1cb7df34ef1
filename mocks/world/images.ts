/** One system an instance may run: what DescribeInstances calls it and what the system says of itself. */
export interface Image {
  osType: 'linux' | 'windows';
  osName: string;
  osNameEn: string;
  /** os-release ID and VERSION_ID. */
  osId: string;
  osVersion: string;
  kernel: string;
  imageId: string;
}

function linux(name: string, osId: string, osVersion: string, kernel: string, image: string): Image {
  return {
    osType: 'linux',
    osName: `${name} 64位`,
    osNameEn: `${name} 64 bit`,
    osId,
    osVersion,
    kernel,
    imageId: `${image}_alibase.vhd`,
  };
}

function windows(release: string, osVersion: string, build: string): Image {
  return {
    osType: 'windows',
    osName: `Windows Server  ${release} 数据中心版 64位中文版`,
    osNameEn: `Windows Server  ${release} Data Center Edition 64bit Chinese Edition`,
    osId: 'windows',
    osVersion,
    kernel: build,
    imageId: `win${release.replace(/\W/g, '').toLowerCase()}_64_dtc_zh-cn_40G_alibase.vhd`,
  };
}

/** The families of the manual's list of supported systems, their successors, and two that are not supported. */
export const IMAGES = {
  centos5: linux('CentOS  5.11', 'centos', '5', '2.6.18-398.el5', 'centos_5_11_64_20G'),
  centos6: linux('CentOS  6.10', 'centos', '6', '2.6.32-754.35.1.el6.x86_64', 'centos_6_10_x64_20G'),
  centos7: linux('CentOS  7.9', 'centos', '7', '3.10.0-1160.119.1.el7.x86_64', 'centos_7_9_x64_20G'),
  centos8: linux('CentOS  8.5', 'centos', '8', '4.18.0-348.7.1.el8_5.x86_64', 'centos_8_5_x64_20G'),
  debian7: linux('Debian  7.11', 'debian', '7', '3.2.0-6-amd64', 'debian_7_11_64_20G'),
  debian8: linux('Debian  8.11', 'debian', '8', '3.16.0-11-amd64', 'debian_8_11_64_20G'),
  debian9: linux('Debian  9.13', 'debian', '9', '4.9.0-19-amd64', 'debian_9_13_x64_20G'),
  debian10: linux('Debian  10.13', 'debian', '10', '4.19.0-27-amd64', 'debian_10_13_x64_20G'),
  debian11: linux('Debian  11.10', 'debian', '11', '5.10.0-32-amd64', 'debian_11_10_x64_20G'),
  debian12: linux('Debian  12.6', 'debian', '12', '6.1.0-22-amd64', 'debian_12_6_x64_20G'),
  ubuntu12: linux('Ubuntu  12.04', 'ubuntu', '12.04', '3.2.0-126-generic', 'ubuntu_12_04_64_20G'),
  ubuntu14: linux('Ubuntu  14.04', 'ubuntu', '14.04', '4.4.0-148-generic', 'ubuntu_14_04_64_20G'),
  ubuntu16: linux('Ubuntu  16.04', 'ubuntu', '16.04', '4.4.0-210-generic', 'ubuntu_16_04_x64_20G'),
  ubuntu18: linux('Ubuntu  18.04', 'ubuntu', '18.04', '4.15.0-213-generic', 'ubuntu_18_04_x64_20G'),
  ubuntu20: linux('Ubuntu  20.04', 'ubuntu', '20.04', '5.4.0-190-generic', 'ubuntu_20_04_x64_20G'),
  ubuntu22: linux('Ubuntu  22.04', 'ubuntu', '22.04', '5.15.0-117-generic', 'ubuntu_22_04_x64_20G'),
  ubuntu24: linux('Ubuntu  24.04', 'ubuntu', '24.04', '6.8.0-40-generic', 'ubuntu_24_04_x64_20G'),
  rhel5: linux('Red Hat Enterprise Linux 5.11', 'rhel', '5.11', '2.6.18-398.el5', 'redhat_5_11_64_40G'),
  rhel6: linux(
    'Red Hat Enterprise Linux 6.10',
    'rhel',
    '6.10',
    '2.6.32-754.el6.x86_64',
    'redhat_6_10_x64_40G',
  ),
  rhel7: linux(
    'Red Hat Enterprise Linux 7.9',
    'rhel',
    '7.9',
    '3.10.0-1160.119.1.el7.x86_64',
    'redhat_7_9_x64_40G',
  ),
  rhel8: linux(
    'Red Hat Enterprise Linux 8.10',
    'rhel',
    '8.10',
    '4.18.0-553.16.1.el8_10.x86_64',
    'redhat_8_10_x64_40G',
  ),
  rhel9: linux(
    'Red Hat Enterprise Linux 9.4',
    'rhel',
    '9.4',
    '5.14.0-427.31.1.el9_4.x86_64',
    'redhat_9_4_x64_40G',
  ),
  sles11: linux(
    'SUSE Linux Enterprise Server 11 SP4',
    'sles',
    '11.4',
    '3.0.101-108.132-default',
    'sles_11_sp4_64_20G',
  ),
  sles12: linux(
    'SUSE Linux Enterprise Server 12 SP5',
    'sles',
    '12.5',
    '4.12.14-122.222-default',
    'sles_12_sp5_x64_20G',
  ),
  sles15: linux(
    'SUSE Linux Enterprise Server 15 SP5',
    'sles',
    '15.5',
    '5.14.21-150500.55.73-default',
    'sles_15_sp5_x64_20G',
  ),
  opensuse15: linux(
    'openSUSE  15.5',
    'opensuse-leap',
    '15.5',
    '5.14.21-150500.55.73-default',
    'opensuse_15_5_x64_20G',
  ),
  aliyun17: linux('Aliyun Linux  17.1', 'alinux', '17.1', '4.4.95-3.al7.x86_64', 'aliyun_17_1_64_20G'),
  aliyun2: linux(
    'Aliyun Linux  2.1903 LTS',
    'alinux',
    '2.1903',
    '4.19.91-28.1.al7.x86_64',
    'aliyun_2_1903_x64_20G',
  ),
  aliyun3: linux(
    'Alibaba Cloud Linux  3.2104 LTS',
    'alinux',
    '3',
    '5.10.134-17.2.al8.x86_64',
    'aliyun_3_x64_20G',
  ),
  rocky9: linux('Rocky Linux  9.4', 'rocky', '9.4', '5.14.0-427.31.1.el9_4.x86_64', 'rockylinux_9_4_x64_20G'),
  coreos: linux('CoreOS  2247.6.0', 'coreos', '2247.6.0', '4.19.78-coreos', 'coreos_2247_6_0_64_30G'),
  win2008: windows('2008 R2', '2008', '6.1.7601'),
  win2012: windows('2012 R2', '2012', '6.3.9600'),
  win2016: windows('2016', '2016', '10.0.14393'),
  win2019: windows('2019', '2019', '10.0.17763'),
  win2022: windows('2022', '2022', '10.0.20348'),
  freebsd12: linux('FreeBSD  12.1', 'freebsd', '12', '12.1-RELEASE', 'freebsd_12_1_x64_30G'),
  fedora33: linux('Fedora  33', 'fedora', '33', '5.8.15-301.fc33.x86_64', 'fedora_33_x64_20G'),
} satisfies Record<string, Image>;

export type ImageKey = keyof typeof IMAGES;

/** vCPU and memory of the machine types in use, by API name. */
export const MACHINE_TYPES = {
  'ecs.t5-lc1m1.small': { cpu: 1, memoryMiB: 1024 },
  'ecs.t6-c1m2.large': { cpu: 2, memoryMiB: 4096 },
  'ecs.c6.large': { cpu: 2, memoryMiB: 4096 },
  'ecs.c6.xlarge': { cpu: 4, memoryMiB: 8192 },
  'ecs.c7.2xlarge': { cpu: 8, memoryMiB: 16384 },
  'ecs.g6.large': { cpu: 2, memoryMiB: 8192 },
  'ecs.g6.xlarge': { cpu: 4, memoryMiB: 16384 },
  'ecs.g7.2xlarge': { cpu: 8, memoryMiB: 32768 },
  'ecs.r6.large': { cpu: 2, memoryMiB: 16384 },
  'ecs.r6.2xlarge': { cpu: 8, memoryMiB: 65536 },
  'ecs.n4.small': { cpu: 1, memoryMiB: 2048 },
} as const;

export type MachineType = keyof typeof MACHINE_TYPES;
