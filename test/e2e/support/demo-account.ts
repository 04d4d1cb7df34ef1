import type { Page } from '@playwright/test';
import { createApi, type EcsApi } from '@/api/api';
import { DEMO_CREDENTIALS } from '@/api/demo-credentials';
import { createRpc } from '@/api/rpc';
import { encodeBase64 } from '@/domain/base64';

export interface SavedCommand {
  name?: string;
  script: string;
  timeout?: number;
  parameters?: boolean;
}

export interface DemoAccount {
  ecs: EcsApi;
  idOf(name: string): Promise<string>;
  /** Saves a Shell command; its ID. */
  save(command: SavedCommand): Promise<string>;
  /** Saves a script and runs it on instances by name; the record's ID. */
  run(command: SavedCommand, names: readonly string[]): Promise<string>;
}

/**
 * The demo account of a page that is open: the console's client signs here, the page's own fetch sends, so
 * the emulator answers from the very data the page shows.
 */
export function demoAccount(page: Page, RegionId: string): DemoAccount {
  const throughPage: typeof fetch = async (url, init) => {
    const sent = { url: String(url), body: String(init?.body ?? '') };
    const { status, text } = await page.evaluate(async ({ url: to, body }) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(to, { method: 'POST', body, headers, credentials: 'omit' });
      return { status: answer.status, text: await answer.text() };
    }, sent);
    return new Response(text, { status });
  };
  const { ecs } = createApi(createRpc({ credentials: DEMO_CREDENTIALS, fetch: throughPage }));

  async function idOf(InstanceName: string): Promise<string> {
    const { items } = await ecs.describeInstances({ RegionId, InstanceName, PageNumber: 1, PageSize: 10 });
    const [first] = items;
    if (!first) throw new Error(`The demo has no instance ${InstanceName}.`);
    return first.InstanceId;
  }

  async function save({ name = 'script', script, timeout = 60, parameters = false }: SavedCommand) {
    const { CommandId } = await ecs.createCommand({
      RegionId,
      Name: name,
      Type: 'RunShellScript',
      CommandContent: encodeBase64(script),
      Timeout: timeout,
      EnableParameter: parameters,
    });
    return CommandId;
  }

  return {
    ecs,
    idOf,
    save,
    async run(command, names) {
      const CommandId = await save(command);
      const InstanceId = await Promise.all(names.map(idOf));
      return (await ecs.invokeCommand({ RegionId, CommandId, InstanceId })).InvokeId;
    },
  };
}
