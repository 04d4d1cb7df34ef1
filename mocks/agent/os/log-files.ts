import { fraction } from './gauges';
import type { Machine } from './machine';

const MINUTE = 60_000;
const CHINA = 28_800_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov  3 09:05:01`, the servers' clocks being UTC+8. */
function syslogTime(at: number): string {
  const time = new Date(at + CHINA);
  return `${MONTHS[time.getUTCMonth()]} ${String(time.getUTCDate()).padStart(2)} ${time.toISOString().slice(11, 19)}`;
}

/** `2026-11-03 09:05:01`. */
function plainTime(at: number): string {
  return new Date(at + CHINA).toISOString().slice(0, 19).replace('T', ' ');
}

/** `03/Nov/2026:09:05:01 +0800`. */
function accessTime(at: number): string {
  const [year, , day] = new Date(at + CHINA).toISOString().slice(0, 10).split('-');
  return `${day}/${MONTHS[new Date(at + CHINA).getUTCMonth()]}/${year}:${new Date(at + CHINA).toISOString().slice(11, 19)} +0800`;
}

/** `count` moments before `now`, a step apart and on the instance's own second, oldest first. */
function moments(machine: Machine, now: number, count: number, step: number, key: string): number[] {
  const phase = Math.floor(fraction(machine.instance, key) * step);
  const last = Math.floor((now - phase) / step) * step + phase;
  return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * step);
}

export function messagesLog(machine: Machine, now: number): string {
  const host = machine.instance.hostName;
  return moments(machine, now, 120, 10 * MINUTE, 'messages')
    .map((at, index) =>
      index % 6 === 5
        ? `${syslogTime(at)} ${host} systemd: Started Session ${1400 + index} of user root.\n`
        : `${syslogTime(at)} ${host} systemd[1]: ${index % 2 === 0 ? 'Starting' : 'Started'} system activity accounting tool...\n`,
    )
    .join('');
}

export function secureLog(machine: Machine, now: number): string {
  const host = machine.instance.hostName;
  return moments(machine, now, 40, 47 * MINUTE, 'secure')
    .map((at, index) => {
      const source = `203.0.113.${(index * 37) % 254}`;
      return `${syslogTime(at)} ${host} sshd[${2200 + index}]: Failed password for invalid user admin${index % 7} from ${source} port ${40_000 + index * 13} ssh2\n`;
    })
    .join('');
}

export function agentLog(machine: Machine, now: number): string {
  return moments(machine, now, 60, MINUTE, 'agent')
    .map((at) => `${plainTime(at)} [INFO] heart-beat ok, version ${machine.instance.agent.version}\n`)
    .join('');
}

/** Configuration and logs of the role's own services, by path. */
export function roleFiles(machine: Machine, now: number): Readonly<Record<string, string | (() => string)>> {
  const files: Record<string, string | (() => string)> = {};
  const has = (prefix: string) => machine.services.some(({ name }) => name.startsWith(prefix));
  if (has('nginx')) {
    const user = machine.services.find(({ name }) => name === 'nginx')?.user ?? 'nginx';
    files['/etc/nginx/nginx.conf'] = nginxConf(user, machine.instance.hostName);
    files['/usr/share/nginx/html/index.html'] =
      `<!doctype html><title>${machine.instance.hostName}</title><h1>It works</h1>\n`;
    files['/var/log/nginx/access.log'] = () => accessLog(machine, now);
    files['/var/log/nginx/error.log'] = () => errorLog(machine, now);
    files['/etc/nginx/ssl/server.crt'] =
      '-----BEGIN CERTIFICATE-----\nMIIDazCCAlOgAwIBAgIUDemoOnly\n-----END CERTIFICATE-----\n';
  }
  if (has('mysql')) {
    files['/etc/my.cnf'] =
      '[mysqld]\ndatadir=/var/lib/mysql\nslow_query_log=1\nslow_query_log_file=/var/log/mysql/slow.log\nlong_query_time=1\nmax_connections=800\n';
    files['/var/log/mysql/slow.log'] = () => slowLog(machine, now);
  }
  if (has('redis'))
    files['/etc/redis.conf'] = 'bind 0.0.0.0\nport 6379\nmaxmemory-policy allkeys-lru\nappendonly yes\n';
  for (const { name, ports } of machine.services.filter(({ user }) => user === 'app')) {
    files[`/opt/${name}/application.yml`] =
      `server:\n  port: ${ports[0]?.port ?? 8080}\nspring:\n  profiles: prod\n`;
    files[`/var/log/${name}/app.log`] = () => appLog(machine, now, name);
  }
  return files;
}

function nginxConf(user: string, host: string): string {
  return `user ${user};
worker_processes 2;
error_log /var/log/nginx/error.log;
pid /run/nginx.pid;
events {
    worker_connections 1024;
}
http {
    include /etc/nginx/mime.types;
    access_log /var/log/nginx/access.log;
    keepalive_timeout 65;
    server {
        listen 80;
        listen 443 ssl;
        server_name ${host};
        ssl_certificate /etc/nginx/ssl/server.crt;
        root /usr/share/nginx/html;
    }
}
`;
}

function accessLog(machine: Machine, now: number): string {
  const paths = ['/', '/api/orders', '/api/cart', '/static/app.js', '/healthz', '/login'];
  const codes = [200, 200, 200, 304, 200, 404, 200, 502, 200, 301];
  return moments(machine, now, 240, 3_000, 'access')
    .map((at, index) => {
      const path = paths[(index * 5) % paths.length];
      return `10.0.${index % 8}.${(index * 29) % 254} - - [${accessTime(at)}] "GET ${path} HTTP/1.1" ${codes[(index * 7) % codes.length]} ${400 + ((index * 131) % 9000)} "-" "Mozilla/5.0"\n`;
    })
    .join('');
}

function errorLog(machine: Machine, now: number): string {
  return moments(machine, now, 12, 17 * MINUTE, 'nginx-error')
    .map(
      (at) =>
        `${plainTime(at).replaceAll('-', '/')} [error] 1423#0: *${Math.floor(at / 1000) % 90_000} upstream timed out (110: Connection timed out) while reading response header from upstream\n`,
    )
    .join('');
}

function slowLog(machine: Machine, now: number): string {
  return moments(machine, now, 15, 23 * MINUTE, 'slow')
    .map(
      (at, index) =>
        `# Time: ${plainTime(at)}\n# Query_time: ${(1 + index * 0.37).toFixed(6)}  Lock_time: 0.000112 Rows_sent: ${index} Rows_examined: ${50_000 + index * 9173}\nSELECT * FROM orders WHERE status = ${index % 4} ORDER BY created_at DESC LIMIT 50;\n`,
    )
    .join('');
}

function appLog(machine: Machine, now: number, name: string): string {
  return moments(machine, now, 80, 20_000, 'app')
    .map(
      (at, index) =>
        `${plainTime(at)} ${index % 19 === 0 ? 'WARN ' : 'INFO '} [${name}] request id=${Math.floor(at / 997) % 1_000_000} took ${12 + ((index * 37) % 480)} ms\n`,
    )
    .join('');
}
