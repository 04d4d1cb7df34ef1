import { describe, expect, it } from 'vitest';
import { defaultWorkingDir, isCommandType, osTypeFor } from './command-type';
import { LIMITS } from './limits';
import { MAX_PARAMETER_NAME_BYTES, MAX_PARAMETERS } from './parameters';

describe('limits', () => {
  it("A4: the manual's", () => {
    expect(LIMITS.manual).toMatchObject({
      contentBytes: 16_384,
      defaultTimeoutSeconds: 3600,
      instancesPerCall: 50,
      commandQuota: 100,
      invocationsPerDay: 5000,
      needsVpc: true,
    });
  });

  it("A4: today's", () => {
    expect(LIMITS.today).toMatchObject({
      contentBytes: 24_576,
      defaultTimeoutSeconds: 60,
      instancesPerCall: 100,
      commandQuota: 500,
      needsVpc: false,
    });
  });

  it('A3: the scanner keeps to the same numbers', () => {
    for (const limits of Object.values(LIMITS)) {
      expect([limits.parametersPerCommand, limits.parameterNameBytes]).toEqual([
        MAX_PARAMETERS,
        MAX_PARAMETER_NAME_BYTES,
      ]);
    }
  });
});

describe('command types', () => {
  it.each([
    ['RunShellScript', 'linux', '/root'],
    ['RunBatScript', 'windows', 'C:\\ProgramData\\aliyun\\assist\\$(version)'],
    ['RunPowerShellScript', 'windows', 'C:\\ProgramData\\aliyun\\assist\\$(version)'],
  ] as const)('A2: %s runs on %s in %s', (type, osType, directory) => {
    expect(osTypeFor(type)).toBe(osType);
    expect(defaultWorkingDir(type)).toBe(directory);
  });

  it('A2: there are no other types', () => {
    expect(isCommandType('RunPythonScript')).toBe(false);
    expect(isCommandType('RunBatScript')).toBe(true);
  });
});
