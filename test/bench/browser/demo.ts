import type { Page } from '@playwright/test';
import type { Api } from '@/api/api';
import { agentStateOf } from '@/domain/agent';
import { ineligibility } from '@/domain/eligibility';
import { LIMITS } from '@/domain/limits';
import { candidateOf } from '@/features/instances/eligibility';
import { REGION } from './harness';

export type FleetSize = '1,000' | '10,000';

/** Gives the demo account a larger fleet, as a person does. */
export async function growFleet(page: Page, base: string, size: FleetSize): Promise<void> {
  await page.goto(`${base}/settings`);
  await page.getByRole('radiogroup', { name: 'Instances' }).getByText(size, { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Change fleet' }).click();
  await page.getByText(`The fleet has ${size} instances`).waitFor();
}

/** Puts an export of an account in the place of the demo's, as a person does. */
export async function importAccount(page: Page, base: string, account: unknown): Promise<void> {
  await page.goto(`${base}/settings`);
  await page.getByLabel('Export file to import').setInputFiles({
    name: 'account.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(account)),
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Replace data' }).click();
  await page.getByText('The demo data was replaced').waitFor();
}

/** IDs of instances that can run a Shell command. */
export async function shellTargets({ ecs }: Pick<Api, 'ecs'>, most: number): Promise<string[]> {
  const ids: string[] = [];
  for (let PageNumber = 1; ids.length < most; PageNumber++) {
    const { items } = await ecs.describeInstances({
      RegionId: REGION,
      Status: 'Running',
      PageNumber,
      PageSize: 50,
    });
    if (items.length === 0) throw new Error(`The fleet has ${ids.length} such instances, not ${most}.`);
    const { items: agents } = await ecs.describeCloudAssistantStatus({
      RegionId: REGION,
      InstanceId: items.map(({ InstanceId }) => InstanceId),
    });
    const agentOf = new Map(agents.map((agent) => [agent.InstanceId, agentStateOf(agent)]));
    for (const instance of items) {
      const candidate = candidateOf(instance, agentOf.get(instance.InstanceId) ?? 'unknown');
      if (ineligibility(candidate, 'RunShellScript', LIMITS.manual) === null) ids.push(instance.InstanceId);
    }
  }
  return ids.slice(0, most);
}
