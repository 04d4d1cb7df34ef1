import { createApi } from '@/api/api';
import { createTestEmulator, type TestEmulatorOptions } from '@mocks/node';
import { createFakeRunner } from './fake-runner';
import { emulatorRpc, renderPage } from './render';
import { routes } from '@/features/commands';

/** A small region of the demo account. */
export const REGION = 'cn-beijing';

/**
 * For tests: the feature's pages at an address, answered by an emulator in this process. `api` is another client of the
 * same account, as another tab would be; `prepare` runs before the page opens.
 */
export async function openCommands(
  at: string,
  options: Pick<TestEmulatorOptions, 'limits'> = {},
  prepare: (api: ReturnType<typeof createApi>) => Promise<unknown> = async () => undefined,
) {
  const { fetch, emulator } = await createTestEmulator({ ...options, runner: createFakeRunner() });
  const rpc = emulatorRpc(fetch);
  const api = createApi(rpc);
  await prepare(api);
  const page = renderPage([...routes], { at: `/${REGION}${at}`, rpc });
  return { ...page, api, emulator };
}

/** Deletes every command of the region, to see it empty. */
export async function emptyRegion(api: ReturnType<typeof createApi>): Promise<void> {
  const { items } = await api.ecs.describeCommands({ RegionId: REGION, PageSize: 50 });
  for (const { CommandId } of items) await api.ecs.deleteCommand({ RegionId: REGION, CommandId });
}

/** Saves a Shell command and answers its ID. */
export async function saveCommand(
  api: ReturnType<typeof createApi>,
  change: Partial<Parameters<ReturnType<typeof createApi>['ecs']['createCommand']>[0]> = {},
): Promise<string> {
  const { CommandId } = await api.ecs.createCommand({
    RegionId: REGION,
    Name: 'say-hello',
    Type: 'RunShellScript',
    CommandContent: btoa('echo "hello {{who}}"'),
    EnableParameter: true,
    Timeout: 60,
    ...change,
  });
  return CommandId;
}
