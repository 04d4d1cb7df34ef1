import type { Role } from '../../world/instance';
import type { Family, Service } from './machine';

const NGINX: Service = {
  name: 'nginx',
  description: 'The nginx HTTP and reverse proxy server',
  command: 'nginx: master process /usr/sbin/nginx -c /etc/nginx/nginx.conf',
  user: 'nginx',
  ports: [{ port: 80 }, { port: 443 }],
  workers: 2,
  memory: 0.04,
  cpu: 1.6,
  packageName: 'nginx',
};

function javaApp(name: string, port: number, memory: number): Service {
  return {
    name,
    description: `${name} application`,
    command: `/usr/bin/java -Xms512m -jar /opt/${name}/${name}.jar --server.port=${port}`,
    user: 'app',
    ports: [{ port }],
    workers: 0,
    memory,
    cpu: 6.2,
    packageName: 'java-11-openjdk-headless',
  };
}

const MYSQL: Service = {
  name: 'mysqld',
  description: 'MySQL Server',
  command: '/usr/sbin/mysqld --daemonize --pid-file=/var/run/mysqld/mysqld.pid',
  user: 'mysql',
  ports: [{ port: 3306 }],
  workers: 0,
  memory: 0.58,
  cpu: 9.4,
  packageName: 'mysql-community-server',
};

const REDIS: Service = {
  name: 'redis',
  description: 'Redis persistent key-value database',
  command: '/usr/bin/redis-server 0.0.0.0:6379',
  user: 'redis',
  ports: [{ port: 6379 }],
  workers: 0,
  memory: 0.46,
  cpu: 3.1,
  packageName: 'redis',
};

const DOCKER: Service = {
  name: 'docker',
  description: 'Docker Application Container Engine',
  command: '/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock',
  user: 'root',
  ports: [],
  workers: 0,
  memory: 0.03,
  cpu: 0.4,
  packageName: 'docker-ce',
};

const BY_ROLE: Readonly<Record<Role, readonly Service[]>> = {
  web: [NGINX],
  api: [NGINX, javaApp('api', 8080, 0.34)],
  db: [MYSQL],
  cache: [REDIS],
  batch: [javaApp('worker', 8081, 0.41)],
  gateway: [NGINX],
  build: [DOCKER],
  desktop: [],
};

function daemon(name: string, description: string, command: string, packageName: string): Service {
  return {
    name,
    description,
    command,
    user: 'root',
    ports: [],
    workers: 0,
    memory: 0.004,
    cpu: 0,
    packageName,
  };
}

/** The role's own services first, then what every server runs. */
export function servicesOf(role: Role, family: Family): readonly Service[] {
  const sshd = {
    ...daemon(
      family === 'deb' ? 'ssh' : 'sshd',
      'OpenSSH server daemon',
      '/usr/sbin/sshd -D',
      'openssh-server',
    ),
    ports: [{ port: 22 }],
  };
  return [
    ...BY_ROLE[role].map((service) => (family === 'deb' ? debianNames(service) : service)),
    sshd,
    daemon(
      family === 'deb' ? 'cron' : 'crond',
      'Command Scheduler',
      family === 'deb' ? '/usr/sbin/cron -f' : '/usr/sbin/crond -n',
      family === 'deb' ? 'cron' : 'cronie',
    ),
    daemon('rsyslog', 'System Logging Service', '/usr/sbin/rsyslogd -n', 'rsyslog'),
    {
      ...daemon(family === 'deb' ? 'chrony' : 'chronyd', 'NTP client/server', '/usr/sbin/chronyd', 'chrony'),
      ports: [{ port: 323, local: true }],
    },
    daemon(
      'aliyun',
      'Aliyun Assist',
      '/usr/local/share/aliyun-assist/current/aliyun-service',
      'aliyun-assist',
    ),
  ];
}

function debianNames(service: Service): Service {
  if (service.user === 'nginx') return { ...service, user: 'www-data' };
  if (service.name === 'mysqld') return { ...service, name: 'mysql', packageName: 'mysql-server' };
  return service.name === 'redis'
    ? { ...service, name: 'redis-server', packageName: 'redis-server' }
    : service;
}
