import type { Page } from '@playwright/test';
import { createApi, type EcsApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { startEmulatorProcess, type EmulatorProcess } from '../../support/emulator-process';
import { startGatewayProcess, type GatewayProcess } from '../../support/gateway-process';
import { expect, REGION, test as base } from './fixtures';

export { expect } from './fixtures';

export const KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** A cloud over HTTP, and the console in front of it in its three live forms. */
export interface LiveServers {
  cloud: EmulatorProcess;
  /** The cloud through the console's own client: for what a test needs but is not about. */
  ecs: EcsApi;
  /** The console that asks for keys and calls the cloud from the browser. */
  keys: GatewayProcess;
  gateway: GatewayProcess;
  readOnly: GatewayProcess;
}

export const test = base.extend<object, { live: LiveServers }>({
  live: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
    async ({}, provide) => {
      const cloud = await startEmulatorProcess(['--seed', '1', '--profile', 'today']);
      const environment = {
        ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.accessKeyId,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.accessKeySecret,
      };
      const to = ['--endpoint', cloud.url];
      const [keys, gateway, readOnly] = await Promise.all([
        startGatewayProcess([...to, '--browser-keys']),
        startGatewayProcess(to, environment),
        startGatewayProcess([...to, '--read-only'], environment),
      ]);
      const { ecs } = createApi(createRpc({ credentials: KEY, endpoint: () => cloud.url }));
      await provide({ cloud, ecs, keys, gateway, readOnly });
      await Promise.all([cloud, keys, gateway, readOnly].map((server) => server.stop()));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export async function instanceId(ecs: EcsApi, InstanceName: string): Promise<string> {
  const { items } = await ecs.describeInstances({ RegionId: REGION, InstanceName, PageSize: 10 });
  return items[0]?.InstanceId ?? '';
}

export interface TypedKey {
  accessKeyId?: string;
  accessKeySecret?: string;
  securityToken?: string;
  endpoint?: string;
  keep?: boolean;
}

/** Fills in the form that asks for a key, and connects. */
export async function connect(page: Page, key: TypedKey = {}): Promise<void> {
  const { accessKeyId = KEY.accessKeyId, accessKeySecret = KEY.accessKeySecret } = key;
  await page.getByRole('textbox', { name: 'AccessKey ID' }).fill(accessKeyId);
  await page.getByLabel('AccessKey secret').fill(accessKeySecret);
  if (key.securityToken) await page.getByLabel('STS token').fill(key.securityToken);
  if (key.endpoint) await page.getByRole('textbox', { name: 'Base address' }).fill(key.endpoint);
  if (key.keep) await page.getByRole('checkbox', { name: 'Keep in this tab' }).check();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Picks an entry of the account menu. */
export async function chooseInAccountMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /Account and tools/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Waits for the page that asks for a key, and for what it says of why. */
export async function expectAsked(page: Page, why: RegExp | string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Connect to an account' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: why })).toBeVisible();
}
