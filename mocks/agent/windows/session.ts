import type { WorldInstance } from '../../world/instance';

/** What a Bat or PowerShell script sees of its machine. */
export interface WindowsSession {
  instance: WorldInstance;
  user: string;
  cwd: string;
  /** The folders that exist, for `cd`. */
  directories: readonly string[];
  startedAt: number;
  /** World time, epoch ms. */
  now(): number;
  write(text: string): void;
}

/** The script asked for a statement that the demo has no honest answer to. */
export class CannotRun extends Error {
  constructor(
    readonly statement: string,
    readonly line: number,
  ) {
    super(`cannot run: ${statement}`);
  }
}

/** `exit N`. */
export class ScriptExit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** NetBIOS name: at most 15 characters, in capitals. */
export function computerName({ hostName }: WorldInstance): string {
  return hostName.slice(0, 15).toUpperCase();
}

export function accountName({ instance, user }: WindowsSession): string {
  return user.toLowerCase() === 'system'
    ? 'nt authority\\system'
    : `${computerName(instance).toLowerCase()}\\${user.toLowerCase()}`;
}

export function environmentOf(session: WindowsSession): Map<string, string> {
  const name = computerName(session.instance);
  return new Map([
    ['COMPUTERNAME', name],
    ['USERNAME', session.user.toLowerCase() === 'system' ? `${name}$` : session.user],
    ['OS', 'Windows_NT'],
    ['SYSTEMROOT', 'C:\\Windows'],
    ['SYSTEMDRIVE', 'C:'],
    ['WINDIR', 'C:\\Windows'],
    ['TEMP', 'C:\\Windows\\TEMP'],
    ['PROGRAMDATA', 'C:\\ProgramData'],
    ['PROGRAMFILES', 'C:\\Program Files'],
    ['NUMBER_OF_PROCESSORS', String(session.instance.cpu)],
    ['PROCESSOR_ARCHITECTURE', 'AMD64'],
  ]);
}

/** Windows services of the machine, by role. */
export function windowsServices({ role }: WorldInstance): { name: string; display: string }[] {
  const own = role === 'web' ? [{ name: 'W3SVC', display: 'World Wide Web Publishing Service' }] : [];
  return [
    { name: 'AliyunService', display: 'Aliyun Assist Service' },
    { name: 'Dnscache', display: 'DNS Client' },
    { name: 'EventLog', display: 'Windows Event Log' },
    { name: 'TermService', display: 'Remote Desktop Services' },
    ...own,
    { name: 'Winmgmt', display: 'Windows Management Instrumentation' },
  ];
}

/** Local clock of the servers, UTC+8. */
export function localTime(session: WindowsSession): Date {
  return new Date(session.now() + 28_800_000);
}
