import * as ecsSdk from '@alicloud/ecs20140526';
import { expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, POLL, regionId, textOf } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { client, ecs, later } = await emulatorForTests();

const HOURLY = '0 0 * * * ?';
const schedule = async (frequency = HOURLY) =>
  ecs.invoke(await ecs.create('echo {{word}}', { enableParameter: true }), ['web-prod-01'], {
    timed: true,
    repeatMode: 'Period',
    frequency,
    parameters: { word: 'one' },
  });
const asked = (invokeId: string, members: Partial<ecsSdk.ModifyInvocationAttributeRequest>) =>
  new ecsSdk.ModifyInvocationAttributeRequest({ regionId, invokeId, ...members });
const modify = async (invokeId: string, members: Partial<ecsSdk.ModifyInvocationAttributeRequest>) =>
  (await client.modifyInvocationAttribute(asked(invokeId, members))).body!;

/** Times and outputs of all firings, oldest first, once each of `count` has ended. */
async function fired(invokeId: string, count: number) {
  const rows = async () => (await ecs.results(invokeId, { includeHistory: true })).rows;
  await expect
    .poll(async () => (await rows()).filter((row) => row.invocationStatus === 'Success').length, POLL)
    .toBe(count);
  return (await rows()).map((row) => `${row.startTime?.slice(11, 16)} ${textOf(row).trim()}`).reverse();
}

it('J7: what a schedule is changed to counts from the next firing on', async () => {
  const invokeId = await schedule();
  await later(3600);
  const before = await ecs.overall(invokeId);
  expect((await modify(invokeId, { parameters: { word: 'two' } })).commandId).toBe(before.commandId);
  await later(3600);
  const { commandId } = await modify(invokeId, {
    commandContent: 'echo three',
    contentEncoding: 'PlainText',
    enableParameter: false,
  });
  expect(commandId).not.toBe(before.commandId);
  await later(3600);
  expect(await fired(invokeId, 3)).toEqual(['01:00 one', '02:00 two', '03:00 three']);
  expect(await ecs.overall(invokeId)).toMatchObject({ commandId });
});

it('J7: a schedule that is changed keeps its past firings and goes on by the new times', async () => {
  const invokeId = await schedule();
  await later(3600);
  await modify(invokeId, { frequency: '0 30 * * * ?' });
  await later(2 * 3600);
  expect(await fired(invokeId, 3)).toEqual(['01:00 one', '01:30 one', '02:30 one']);
  expect(await ecs.overall(invokeId)).toMatchObject({
    frequency: '0 30 * * * ?',
    invocationStatus: 'Scheduled',
  });
});

it('J7: instances that come to a schedule run from its next firing on, with none of the records before', async () => {
  const [first, second] = [idOf('web-prod-01'), idOf('web-prod-02')];
  const invokeId = await schedule();
  await later(2 * 3600);
  expect(await fired(invokeId, 2)).toHaveLength(2);
  await modify(invokeId, { instanceId: [first, second] });
  const { invokeInstances } = await ecs.overall(invokeId);
  expect(invokeInstances!.invokeInstance!.map((row) => [row.instanceId, row.repeats])).toEqual([
    [first, 2],
    [second, 0],
  ]);
  await later(3600);
  await fired(invokeId, 4);
  const history = async (members: Partial<ecsSdk.DescribeInvocationResultsRequest> = {}) =>
    (await ecs.results(invokeId, { includeHistory: true, ...members })).rows;
  const all = [
    [first, 3],
    [second, 1],
    [first, 2],
    [first, 1],
  ];
  const told = (rows: Awaited<ReturnType<typeof history>>) =>
    rows.map(({ instanceId, repeats }) => [instanceId, repeats]);
  expect(told(await history())).toEqual(all);
  expect(told(await history({ invokeRecordStatus: 'Finished' }))).toEqual(all);
  expect((await history({ instanceId: second })).map(textOf)).toEqual(['one\n']);
  await ecs.stop({ invokeId });
  await later(3600);
  expect(await history()).toHaveLength(4);
});

it.each<[string, Partial<ecsSdk.ModifyInvocationAttributeRequest>, string]>([
  ['a schedule that is none', { frequency: 'often' }, 'InvalidParameter.Frequency 400'],
  ['a value for no parameter', { parameters: { other: 'x' } }, 'InvalidParameters.KeyNotMatch 400'],
  ['values that are no object', { parameters: ['x'] as never }, 'InvalidParameters.KeyMalformed 400'],
  ['a value that is no text', { parameters: { word: 1 } }, 'InvalidParameters.ValueTypeUnsupported 403'],
  [
    'a broken encoding',
    { commandContent: '%%%', contentEncoding: 'Base64' },
    'InvalidCommandContent.DecodeError 400',
  ],
  ['an instance that is none', { instanceId: ['i-none'] }, 'InvalidInstanceId.NotFound 404'],
  [
    'an instance of another system',
    { instanceId: [idOf('win-rdp-01')] },
    'InvalidInstanceId.OSTypeUnsupported 403',
  ],
  [
    'too large a script',
    { commandContent: 'x'.repeat(20_000) },
    'InvalidCommandContent.LengthLimitExceeded 403',
  ],
])('J7: ModifyInvocationAttribute refuses %s', async (_what, members, expected) => {
  expect(await refusal(client.modifyInvocationAttribute(asked(await schedule(), members)))).toBe(expected);
});

it('J7: only a periodic run that may still fire can be changed', async () => {
  const once = await ecs.run('true', ['web-prod-01']);
  expect(await refusal(client.modifyInvocationAttribute(asked(once, { frequency: HOURLY })))).toBe(
    'InvalidOperation.RepeatModeUnsupported 403',
  );
  const stopped = await schedule();
  await ecs.stop({ invokeId: stopped });
  expect(await refusal(client.modifyInvocationAttribute(asked(stopped, { frequency: HOURLY })))).toBe(
    'InvalidOperation.InvokeAlreadyFinished 403',
  );
  expect(await refusal(client.modifyInvocationAttribute(asked('t-unknown', {})))).toBe(
    'InvalidInvokeId.NotFound 404',
  );
});
