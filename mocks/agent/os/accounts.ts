import type { Account, Service } from './machine';

function account(name: string, uid: number, home: string, shell: string, comment = name): Account {
  return { name, uid, gid: uid, comment, home, shell };
}

const SYSTEM: readonly Account[] = [
  account('root', 0, '/root', '/bin/bash'),
  account('bin', 1, '/bin', '/sbin/nologin'),
  account('daemon', 2, '/sbin', '/sbin/nologin'),
  account('mail', 8, '/var/spool/mail', '/sbin/nologin'),
  account('nobody', 65534, '/', '/sbin/nologin', 'Nobody'),
  account('sshd', 74, '/var/empty/sshd', '/sbin/nologin', 'Privilege-separated SSH'),
  account('admin', 1000, '/home/admin', '/bin/bash'),
];

const SERVICE_UIDS: Readonly<Record<string, number>> = {
  nginx: 996,
  'www-data': 33,
  app: 1001,
  mysql: 27,
  redis: 995,
};

/** The accounts of a server: the system's, `admin`, and one for each service that has its own. */
export function accountsOf(services: readonly Service[]): readonly Account[] {
  const names = new Set(services.map((service) => service.user));
  const own = [...names].flatMap((name) => {
    const uid = SERVICE_UIDS[name];
    return uid === undefined
      ? []
      : [account(name, uid, name === 'app' ? '/home/app' : `/var/lib/${name}`, '/sbin/nologin')];
  });
  return [...SYSTEM, ...own];
}

/** `/etc/passwd` as text. */
export function passwdFile(accounts: readonly Account[]): string {
  return accounts.map((a) => `${a.name}:x:${a.uid}:${a.gid}:${a.comment}:${a.home}:${a.shell}\n`).join('');
}

/** The accounts of a `/etc/passwd`, which scripts may have changed. Damaged lines are no accounts. */
export function parsePasswd(text: string): Account[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = '', comment = '', home = '/', shell = '/bin/sh'] = line.split(':');
    if (name === '' || uid === '') return [];
    return [{ name, uid: Number(uid), gid: Number(gid), comment, home, shell }];
  });
}
