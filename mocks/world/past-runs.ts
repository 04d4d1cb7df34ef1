/** How a past run ended on one instance, where it did not simply print and exit. */
export type Ending =
  | { kind: 'exit'; exitCode: number; text: string }
  | { kind: 'aborted'; errorCode: string; errorInfo: string }
  | { kind: 'error'; errorCode: string; errorInfo: string }
  /** Ran into the command's timeout. */
  | { kind: 'timeout' };

/** One run the teams made before the demo began; instances by name. */
export interface PastRun {
  command: string;
  hoursAgo: number;
  /** `linux`, `windows`: all of the home region that could run it. */
  on: readonly string[] | 'linux' | 'windows';
  parameters?: Readonly<Record<string, string>>;
  username?: string;
  /** By instance name; the others printed what the script prints there. */
  endings?: Readonly<Record<string, Ending>>;
  /** Stopped by its user after so many seconds; `before`: before any instance had begun. */
  stoppedAfterSeconds?: number;
  stopped?: 'before' | 'during';
}

const WEB = ['web-prod-01', 'web-prod-02', 'web-prod-03', 'web-prod-04', 'web-prod-05', 'web-prod-06'];
const API = ['api-prod-01', 'api-prod-02', 'api-prod-03', 'api-prod-04'];

const noAnswer: Ending = {
  kind: 'aborted',
  errorCode: 'ClientNotResponse',
  errorInfo: 'the aliyun service does not respond on the instance',
};
const notDelivered: Ending = {
  kind: 'aborted',
  errorCode: 'DeliveryTimeout',
  errorInfo: 'the command could not be delivered in time',
};
const interrupted: Ending = {
  kind: 'error',
  errorCode: 'ExecutionInterrupted',
  errorInfo: 'the execution was interrupted, e.g. by a restart of the instance',
};
const noAccount: Ending = {
  kind: 'error',
  errorCode: 'AccountNotExists',
  errorInfo: 'the specified user does not exist on the instance',
};
const readOnly: Ending = {
  kind: 'exit',
  exitCode: 1,
  text: "==> shop 2.8.1 on web-prod-05\nmkdir: cannot create directory '/srv/shop/releases/2.8.1': Read-only file system\n",
};

/** Newest first. */
export const PAST_RUNS: readonly PastRun[] = [
  { command: 'hello', hoursAgo: 0.4, on: ['web-prod-01'], parameters: { who: 'storefront' } },
  { command: 'disk-check', hoursAgo: 1.2, on: 'linux', parameters: { mount: '/', limit: '70' } },
  {
    command: 'deploy-web',
    hoursAgo: 2.6,
    on: WEB,
    parameters: { app: 'shop', version: '2.8.1', root: '/srv/shop' },
    endings: { 'web-prod-05': readOnly },
  },
  { command: 'nginx-log-tail', hoursAgo: 3.1, on: WEB.slice(0, 4), parameters: { lines: '3' } },
  {
    command: 'wait-and-report',
    hoursAgo: 5.3,
    on: ['batch-01', 'batch-02', 'ci-runner-01'],
    parameters: { steps: '600' },
    stopped: 'during',
    stoppedAfterSeconds: 21,
  },
  { command: 'users-audit', hoursAgo: 7.9, on: 'linux' },
  { command: 'failed-units', hoursAgo: 20.2, on: WEB, parameters: { unit: 'nginx' } },
  {
    command: 'uptime-load',
    hoursAgo: 26.7,
    on: [...API, 'db-replica-02'],
    endings: { 'db-replica-02': noAnswer },
  },
  {
    command: 'memory-report',
    hoursAgo: 30.4,
    on: ['cache-01', 'cache-02', 'db-primary-01', 'db-replica-01'],
  },
  {
    command: 'log-sizes',
    hoursAgo: 47.1,
    on: ['batch-01', 'batch-02'],
    parameters: { path: '/' },
    endings: { 'batch-01': { kind: 'timeout' }, 'batch-02': { kind: 'timeout' } },
  },
  { command: 'win-inventory', hoursAgo: 52.8, on: 'windows', parameters: { team: 'it-support' } },
  {
    command: 'deploy-web',
    hoursAgo: 74.3,
    on: ['web-stage-01'],
    username: 'deploy',
    parameters: { app: 'shop', version: '2.8.0', root: '/srv/shop' },
    endings: { 'web-stage-01': noAccount },
  },
  {
    command: 'disk-clean',
    hoursAgo: 96.5,
    on: WEB,
    parameters: { path: '/', days: '7' },
    stopped: 'before',
    stoppedAfterSeconds: 0.7,
  },
  { command: 'os-release', hoursAgo: 121.6, on: 'linux', endings: { 'legacy-01': notDelivered } },
  {
    command: 'backup-etc',
    hoursAgo: 143.9,
    on: ['db-primary-01', 'db-replica-01'],
    endings: { 'db-replica-01': interrupted },
  },
  {
    command: 'cert-files',
    hoursAgo: 170.2,
    on: ['gw-01', 'cache-01', ...WEB],
    parameters: { dir: '/etc/nginx/ssl' },
  },
  { command: 'win-exit-code', hoursAgo: 215.5, on: ['win-build-01'], parameters: { code: '3' } },
  { command: 'hosts-check', hoursAgo: 260.4, on: [...API, 'legacy-01'], parameters: { name: 'db.internal' } },
  {
    command: 'set-motd',
    hoursAgo: 310.8,
    on: [...WEB, 'web-stage-01'],
    parameters: { text: 'Handle with care' },
  },
];
