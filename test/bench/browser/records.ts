import { encodeBase64 } from '@/domain/base64';
import { demoAccount } from '../../e2e/support/demo-account';
import { type Measures, ms } from '../measures';
import { growFleet, shellTargets } from './demo';
import { type Bench, LONGEST_TASK_MS, openTable, REGION, SLOW_DOWN } from './harness';

/** From the list of records to the page of one with 50 instances, all of them read. */
export async function benchRecords(bench: Bench): Promise<Measures> {
  const visitor = await bench.open();
  const { page } = visitor;
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  await growFleet(page, bench.base, '1,000');
  const { ecs } = demoAccount(page, REGION);
  const { CommandId } = await ecs.createCommand({
    RegionId: REGION,
    Name: 'bench',
    Type: 'RunShellScript',
    CommandContent: encodeBase64('seq 1 200; hostname'),
    Timeout: 60,
  });
  const InstanceId = await shellTargets({ ecs }, 50);
  const { InvokeId } = await ecs.invokeCommand({ RegionId: REGION, CommandId, InstanceId });
  const whole = page.getByRole('heading', { level: 1, name: /^50 succeeded/ });
  await page.goto(`${bench.base}/${REGION}/invocations/${InvokeId}`);
  await whole.waitFor({ timeout: 120_000 });
  await openTable(visitor, `${bench.base}/${REGION}/invocations`);
  await visitor.slow(SLOW_DOWN);
  const { took, script, longestTask } = await visitor.measure(async () => {
    await page.getByRole('link', { name: 'bench' }).first().click();
    await whole.waitFor();
    await page.getByRole('main').locator('.code-block').first().waitFor();
  });
  await visitor.close();
  return {
    [`Open a record of 50 instances, CPU ${SLOW_DOWN}x slower`]: ms(took),
    '… scripting': ms(script),
    '… longest task': ms(longestTask, LONGEST_TASK_MS),
  };
}
