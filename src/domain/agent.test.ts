import { describe, expect, it } from 'vitest';
import { agentLogPath, agentStateOf } from './agent';

describe('agent', () => {
  const row = { CloudAssistantStatus: false, CloudAssistantVersion: '', LastHeartbeatTime: '' };

  it.each([
    ['online', { ...row, CloudAssistantStatus: true, CloudAssistantVersion: '2.2.0.106' }],
    ['online', { ...row, CloudAssistantStatus: true }],
    ['offline', { ...row, LastHeartbeatTime: '2020-02-24T08:59:40Z' }],
    ['offline', { ...row, CloudAssistantVersion: '1.0.1.226' }],
    ['missing', row],
    ['unknown', undefined],
  ] as const)('E1: is %s', (state, answer) => {
    expect(agentStateOf(answer)).toBe(state);
  });

  it("C9: the manual's log paths, with the version filled in", () => {
    expect(agentLogPath('windows', '1.0.1.226')).toBe(
      'C:\\ProgramData\\aliyun\\assist\\1.0.1.226\\log\\aliyun_assist_main.log',
    );
    expect(agentLogPath('linux', '1.0.1.226')).toBe(
      '/usr/local/share/aliyun-assist/1.0.1.226/log/aliyun_assist_main.log',
    );
  });

  it('C9: keeps the variable while the version is not known', () => {
    expect(agentLogPath('linux', '')).toBe(
      '/usr/local/share/aliyun-assist/${version}/log/aliyun_assist_main.log',
    );
  });
});
