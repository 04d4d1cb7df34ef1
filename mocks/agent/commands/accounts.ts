import { parsePasswd, passwdFile } from '../os/accounts';
import type { Account } from '../os/machine';
import { fail, lines, type Call, type Programs } from './program';

const PASSWD = '/etc/passwd';

async function accounts({ shell }: Call): Promise<Account[]> {
  return parsePasswd(await shell.fs.readFile(PASSWD).catch(() => ''));
}

async function find(call: Call, name: string): Promise<Account | undefined> {
  return (await accounts(call)).find((account) => account.name === name || String(account.uid) === name);
}

export const ACCOUNTS: Programs = {
  whoami: ({ machine }) => `${machine.user.name}\n`,

  id: async (call) => {
    const name = call.args.find((arg) => !arg.startsWith('-'));
    const user = name === undefined ? call.machine.user : await find(call, name);
    if (user === undefined) return fail(`id: ${name}: no such user`);
    const flags = call.args.filter((arg) => arg.startsWith('-')).join('');
    if (/[ugG]/.test(flags))
      return `${flags.includes('n') ? user.name : flags.includes('u') ? user.uid : user.gid}\n`;
    return `uid=${user.uid}(${user.name}) gid=${user.gid}(${user.name}) groups=${user.gid}(${user.name})\n`;
  },

  groups: async ({ machine, args }) =>
    `${args[0] === undefined ? '' : `${args[0]} : `}${args[0] ?? machine.user.name}\n`,
  logname: ({ machine }) => `${machine.user.name}\n`,
  who: () => '',
  users: () => '\n',
  w: async ({ machine, now, shell }) => {
    const result = await shell.exec?.('uptime', { cwd: shell.cwd });
    void machine;
    void now;
    return `${result?.stdout ?? ''}USER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU WHAT\n`;
  },
  last: ({ machine, now }) => {
    const boot = new Date(machine.instance.startedAt + 28_800_000).toUTCString().slice(0, 22);
    void now;
    return `reboot   system boot  ${machine.instance.kernel.slice(0, 16)} ${boot}\n\nwtmp begins ${boot}\n`;
  },

  getent: async (call) => {
    const [database = '', key] = call.args;
    const path = { passwd: PASSWD, group: '/etc/group', hosts: '/etc/hosts' }[database];
    if (path === undefined) return fail(`Unknown database: ${database}`);
    const text = await call.shell.fs.readFile(path).catch(() => '');
    const rows = text
      .split('\n')
      .filter((line) => line !== '' && (key === undefined || line.split(/[:\s]+/).includes(key)));
    return { stdout: lines(rows), exitCode: rows.length === 0 ? 2 : 0 };
  },

  useradd: async (call) => {
    const name = call.args.at(-1) ?? '';
    if (call.machine.user.uid !== 0) return fail('useradd: Permission denied.');
    if (!/^[a-z_][a-z0-9_-]*$/.test(name)) return fail(`useradd: invalid user name '${name}'`, 3);
    const list = await accounts(call);
    if (list.some((account) => account.name === name))
      return fail(`useradd: user '${name}' already exists`, 9);
    const uid =
      Math.max(1000, ...list.filter((account) => account.uid < 60_000).map((account) => account.uid)) + 1;
    const home = `/home/${name}`;
    const added: Account = {
      name,
      uid,
      gid: uid,
      comment: '',
      home,
      shell: option(call.args, '-s') ?? '/bin/bash',
    };
    await call.shell.fs.writeFile(PASSWD, passwdFile([...list, added]));
    await call.shell.fs.appendFile('/etc/group', `${name}:x:${uid}:\n`);
    await call.shell.fs.mkdir(home, { recursive: true });
    return '';
  },

  userdel: async (call) => {
    const name = call.args.at(-1) ?? '';
    const list = await accounts(call);
    const gone = list.find((account) => account.name === name);
    if (gone === undefined) return fail(`userdel: user '${name}' does not exist`, 6);
    await call.shell.fs.writeFile(PASSWD, passwdFile(list.filter((account) => account !== gone)));
    if (call.args.includes('-r')) await call.shell.fs.rm(gone.home, { recursive: true, force: true });
    return '';
  },

  /** Reads `user:password` lines; a password itself is never kept. */
  chpasswd: async (call) => {
    if (call.machine.user.uid !== 0) return fail('chpasswd: Permission denied.');
    const list = await accounts(call);
    const names = String(call.shell.stdin)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(':')[0] ?? '');
    const unknown = names.find((name) => !list.some((account) => account.name === name));
    return unknown === undefined
      ? ''
      : fail(
          `chpasswd: (user ${unknown}) pam_chauthtok() failed, error:\nAuthentication token manipulation error`,
        );
  },

  crontab: async ({ args, machine, shell }) => {
    const path = `/var/spool/cron/${machine.user.name}`;
    if (args[0] === '-l')
      return (await shell.fs.exists(path))
        ? shell.fs.readFile(path)
        : fail(`no crontab for ${machine.user.name}`);
    if (args[0] === '-r') return shell.fs.rm(path, { force: true }).then(() => '');
    const text =
      args[0] === undefined || args[0] === '-'
        ? String(shell.stdin)
        : await shell.fs.readFile(shell.fs.resolvePath(shell.cwd, args[0])).catch(() => null);
    if (text === null) return fail(`${args[0]}: No such file or directory`);
    await shell.fs.writeFile(path, text, 'utf8');
    return '';
  },
};

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
