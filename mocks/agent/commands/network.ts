import type { Machine } from '../os/machine';
import { columns, fail, lines, type Answer, type Programs } from './program';

function gateway(machine: Machine): string {
  return machine.instance.privateIp.replace(/\.\d+$/, '.253');
}

function listeners(machine: Machine): { address: string; name: string }[] {
  return machine.services
    .filter((service) => machine.unitStates.get(service.name) !== 'inactive')
    .flatMap(({ name, ports }) =>
      ports.map(({ port, local }) => ({ address: `${local ? '127.0.0.1' : '0.0.0.0'}:${port}`, name })),
    );
}

/** Only what listens on the machine itself answers; the demo has no network. */
function request(
  machine: Machine,
  program: 'curl' | 'wget',
  args: readonly string[],
): { url: URL; port: number } | Answer {
  const text = args
    .filter((arg) => /^(?:https?:\/\/|localhost|127\.|\d+\.\d+\.\d+\.\d+|[\w-]+\.[\w.-]+)/.test(arg))
    .at(-1);
  if (text === undefined)
    return program === 'curl'
      ? fail("curl: try 'curl --help' for more information", 2)
      : fail('wget: missing URL');
  const url = URL.canParse(/^https?:/.test(text) ? text : `http://${text}`)
    ? new URL(/^https?:/.test(text) ? text : `http://${text}`)
    : null;
  if (url === null) return fail(`${program}: (3) URL using bad/illegal format or missing URL`, 3);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const own = ['localhost', '127.0.0.1', machine.instance.privateIp, machine.instance.hostName];
  if (!own.includes(url.hostname))
    return program === 'curl'
      ? fail(`curl: (6) Could not resolve host: ${url.hostname}`, 6)
      : fail(`wget: unable to resolve host address '${url.hostname}'`, 4);
  if (listeners(machine).some(({ address }) => address === `0.0.0.0:${port}`)) return { url, port };
  return program === 'curl'
    ? fail(`curl: (7) Failed to connect to ${url.hostname} port ${port}: Connection refused`, 7)
    : fail(`Connecting to ${url.hostname}:${port}... failed: Connection refused.`, 4);
}

/** The service on 100.100.100.200 that tells an instance about itself; null: the request is not for it. */
function metadataOf({ instance }: Machine, args: readonly string[]): Answer | null {
  const url = args.find((arg) => /^(?:http:\/\/)?100\.100\.100\.200(?:\/|$)/.test(arg));
  if (url === undefined) return null;
  const values: Readonly<Record<string, string>> = {
    hostname: instance.hostName,
    'image-id': instance.imageId,
    'instance-id': instance.instanceId,
    'instance/instance-type': instance.instanceType,
    mac: instance.macAddress,
    'network-type': instance.networkType,
    'private-ipv4': instance.privateIp,
    'region-id': instance.regionId,
    'zone-id': instance.zoneId,
  };
  const path = url
    .replace(/^(?:http:\/\/)?100\.100\.100\.200\/?(?:latest\/meta-data)?\/?/, '')
    .replace(/\/$/, '');
  return path === '' ? Object.keys(values).join('\n') : (values[path] ?? '404 - Not Found\n');
}

export const NETWORK: Programs = {
  ip: ({ machine, args }) => {
    const { privateIp, macAddress } = machine.instance;
    const topic = args.find((arg) => !arg.startsWith('-')) ?? 'addr';
    if ('route'.startsWith(topic))
      return lines([
        `default via ${gateway(machine)} dev eth0`,
        `${privateIp.replace(/\.\d+$/, '.0')}/24 dev eth0 proto kernel scope link src ${privateIp}`,
      ]);
    if (!'address'.startsWith(topic) && topic !== 'addr' && topic !== 'link')
      return fail(`Object "${topic}" is unknown, try "ip help".`);
    const withAddresses = topic !== 'link';
    return lines([
      '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000',
      '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
      ...(withAddresses ? ['    inet 127.0.0.1/8 scope host lo'] : []),
      '2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000',
      `    link/ether ${macAddress} brd ff:ff:ff:ff:ff:ff`,
      ...(withAddresses
        ? [`    inet ${privateIp}/24 brd ${privateIp.replace(/\.\d+$/, '.255')} scope global dynamic eth0`]
        : []),
    ]);
  },

  ifconfig: ({ machine }) =>
    lines([
      'eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500',
      `        inet ${machine.instance.privateIp}  netmask 255.255.255.0  broadcast ${machine.instance.privateIp.replace(/\.\d+$/, '.255')}`,
      `        ether ${machine.instance.macAddress}  txqueuelen 1000  (Ethernet)`,
      '',
      'lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536',
      '        inet 127.0.0.1  netmask 255.0.0.0',
    ]),

  ss: ({ machine }) =>
    lines(
      columns(
        [
          ['State', 'Recv-Q', 'Send-Q', 'Local Address:Port', 'Peer Address:Port', 'Process'],
          ...listeners(machine).map(({ address, name }) => [
            'LISTEN',
            '0',
            '128',
            address,
            '0.0.0.0:*',
            `users:(("${name}"))`,
          ]),
        ],
        [],
        2,
      ),
    ),

  netstat: ({ machine }) =>
    lines([
      'Active Internet connections (only servers)',
      ...columns(
        [
          ['Proto', 'Recv-Q', 'Send-Q', 'Local Address', 'Foreign Address', 'State', 'PID/Program name'],
          ...listeners(machine).map(({ address, name }) => [
            'tcp',
            '0',
            '0',
            address,
            '0.0.0.0:*',
            'LISTEN',
            name,
          ]),
        ],
        [],
        2,
      ),
    ]),

  lsof: ({ machine, args }) => {
    const port = /^-?i?:?(?:tcp)?:?(\d+)$/i.exec(args.find((arg) => /\d/.test(arg)) ?? '')?.[1];
    const found = listeners(machine).filter(
      ({ address }) => port === undefined || address.endsWith(`:${port}`),
    );
    if (found.length === 0) return { exitCode: 1 };
    return lines(
      columns(
        [
          ['COMMAND', 'TYPE', 'NODE', 'NAME'],
          ...found.map(({ address, name }) => [
            name,
            'IPv4',
            'TCP',
            `${address.replace('0.0.0.0', '*')} (LISTEN)`,
          ]),
        ],
        [],
        2,
      ),
    );
  },

  curl: ({ machine, args, shell }) => {
    const metadata = metadataOf(machine, args);
    if (metadata !== null) return metadata;
    const found = request(machine, 'curl', args);
    if (typeof found === 'string' || !('url' in found)) return found;
    return serve(
      args,
      found,
      shell.fs.readFile('/usr/share/nginx/html/index.html').catch(() => 'ok\n'),
    );
  },

  wget: ({ machine, args, shell }) => {
    const found = request(machine, 'wget', args);
    if (typeof found === 'string' || !('url' in found)) return found;
    return serve(
      args,
      found,
      shell.fs.readFile('/usr/share/nginx/html/index.html').catch(() => 'ok\n'),
    );
  },

  ping: ({ machine, args }) => {
    const host = args.filter((arg) => !arg.startsWith('-') && !/^\d+$/.test(arg)).at(-1) ?? '';
    const own = [
      'localhost',
      '127.0.0.1',
      machine.instance.privateIp,
      machine.instance.hostName,
      gateway(machine),
    ];
    if (!own.includes(host)) return fail(`ping: ${host}: Name or service not known`, 2);
    return lines([
      `PING ${host} (${host}) 56(84) bytes of data.`,
      `64 bytes from ${host}: icmp_seq=1 ttl=64 time=0.041 ms`,
      '',
      `--- ${host} ping statistics ---`,
      '1 packets transmitted, 1 received, 0% packet loss, time 0ms',
    ]);
  },

  nslookup: ({ args }) => fail(`;; connection timed out; no servers could be reached (${args[0] ?? ''})`),
};

async function serve(
  args: readonly string[],
  { url, port }: { url: URL; port: number },
  page: Promise<string>,
): Promise<Answer> {
  const web = port === 80 || port === 443;
  const body =
    web && (url.pathname === '/' || url.pathname === '/index.html')
      ? await page
      : /health|status|ping/.test(url.pathname) || !web
        ? '{"status":"UP"}\n'
        : '';
  const status = body === '' ? 404 : 200;
  const format = args[args.findIndex((arg) => arg === '-w' || arg === '--write-out') + 1];
  const silentBody = args.some(
    (arg, at) =>
      (arg === '-o' || arg === '-so' || arg === '-sSo' || arg === '-fsSo') && args[at + 1] === '/dev/null',
  );
  const head = args.some((arg) => /^-\w*I/.test(arg))
    ? `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Not Found'}\nServer: nginx\n\n`
    : null;
  const written = args.some((arg) => arg === '-w' || arg === '--write-out')
    ? (format ?? '').replaceAll('%{http_code}', String(status)).replaceAll('\\n', '\n')
    : '';
  if (status === 404 && args.some((arg) => /^-\w*f/.test(arg) || arg === '--fail'))
    return { stderr: 'curl: (22) The requested URL returned error: 404\n', exitCode: 22 };
  return `${silentBody ? '' : (head ?? (body || '<h1>404 Not Found</h1>\n'))}${written}`;
}
