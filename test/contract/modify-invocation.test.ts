import * as ecsSdk from '@alicloud/ecs20140526';
import { expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { POLL, regionId, runClient, textOf } from '../support/run-client';
import { refusal, v3Client } from '../support/vendor-clients';

const emulator = await emulatorForTests();
const client = v3Client(emulator);
const ecs = runClient(client);

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
  await emulator.control('clock', { advance: 3600 });
  const before = await ecs.overall(invokeId);
  expect((await modify(invokeId, { parameters: { word: 'two' } })).commandId).toBe(before.commandId);
  await emulator.control('clock', { advance: 3600 });
  const { commandId } = await modify(invokeId, {
    commandContent: 'echo three',
    contentEncoding: 'PlainText',
    enableParameter: false,
  });
  expect(commandId).not.toBe(before.commandId);
  await emulator.control('clock', { advance: 3600 });
  expect(await fired(invokeId, 3)).toEqual(['01:00 one', '02:00 two', '03:00 three']);
  expect(await ecs.overall(invokeId)).toMatchObject({ commandId });
});

it('J7: a schedule that is changed keeps its past firings and goes on by the new times', async () => {
  const invokeId = await schedule();
  await emulator.control('clock', { advance: 3600 });
  await modify(invokeId, { frequency: '0 30 * * * ?' });
  await emulator.control('clock', { advance: 2 * 3600 });
  expect(await fired(invokeId, 3)).toEqual(['01:00 one', '01:30 one', '02:30 one']);
  expect(await ecs.overall(invokeId)).toMatchObject({
    frequency: '0 30 * * * ?',
    invocationStatus: 'Scheduled',
  });
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
