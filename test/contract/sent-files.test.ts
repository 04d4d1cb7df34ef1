import * as ecsSdk from '@alicloud/ecs20140526';
import { expect, it } from 'vitest';
import { bytesToBase64 } from '@/domain/base64';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, POLL, regionId, textOf } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { client, ecs, later } = await emulatorForTests();

const WEB = 'web-prod-01';
const asked = (members: Partial<ecsSdk.SendFileRequest> = {}) =>
  new ecsSdk.SendFileRequest({
    regionId,
    name: 'app.conf',
    targetDir: '/etc/app',
    content: 'port=8080\n',
    instanceId: [idOf(WEB)],
    ...members,
  });
const send = async (members: Partial<ecsSdk.SendFileRequest> = {}) =>
  (await client.sendFile(asked(members))).body!.invokeId!;
const results = async (members: Partial<ecsSdk.DescribeSendFileResultsRequest> = {}) => {
  const request = new ecsSdk.DescribeSendFileResultsRequest({ regionId, ...members });
  return (await client.describeSendFileResults(request)).body!.invocations!.invocation!;
};
const sent = async (invokeId: string) => (await results({ invokeId }))[0]!;
const ended = async (invokeId: string) => {
  await expect.poll(async () => (await sent(invokeId)).invocationStatus, POLL).toMatch(/Success|Failed/);
  return sent(invokeId);
};
const printed = async (script: string) => textOf((await ecs.ended(await ecs.run(script, [WEB])))[0]!);

it('J7: a file that was sent is there for the scripts that run later, with its mode and its very bytes', async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256);
  const invokeId = await send({ content: bytesToBase64(bytes), contentType: 'Base64', fileMode: '0600' });
  expect(invokeId).toMatch(/^f-[0-9a-f]+$/);
  expect(await ended(invokeId)).toMatchObject({
    name: 'app.conf',
    targetDir: '/etc/app',
    fileMode: '0600',
    overwrite: 'false',
    vmCount: 1,
    invocationStatus: 'Success',
    invokeInstances: {
      invokeInstance: [{ instanceId: idOf(WEB), invocationStatus: 'Success', errorCode: '' }],
    },
  });
  const script = "base64 -w0 /etc/app/app.conf; stat -c ' %a' /etc/app/app.conf";
  expect(await printed(script)).toBe(`${bytesToBase64(bytes)} 600\n`);
});

it('J7: a file that is there already stays, unless it is to be overwritten', async () => {
  await ended(await send({ content: 'first' }));
  expect((await ended(await send({ content: 'second' }))).invokeInstances!.invokeInstance).toMatchObject([
    { invocationStatus: 'Failed', errorCode: 'FileAlreadyExists', errorInfo: 'File already exists' },
  ]);
  expect(await printed('cat /etc/app/app.conf')).toBe('first');
  await ended(await send({ content: "it's third", overwrite: true }));
  expect(await printed('cat /etc/app/app.conf')).toBe("it's third");
});

it('J7: an instance that is no Linux and an owner that is unknown are told apart in the results', async () => {
  const both = await ended(await send({ instanceId: [idOf(WEB), idOf('win-rdp-01')] }));
  expect(both.invocationStatus).toBe('PartialFailed');
  const nobody = await ended(await send({ name: 'other', fileOwner: 'nobody-known' }));
  expect(nobody.invokeInstances!.invokeInstance).toMatchObject([{ errorCode: 'UserGroupNotExists' }]);
});

it('J7: sent files are listed apart from runs, newest first, for a day', async () => {
  const first = await send({ name: 'a' });
  const second = await send({ name: 'b' });
  await ended(second);
  expect((await results()).map((row) => row.invokeId)).toEqual([second, first]);
  expect((await results({ name: 'a' })).map((row) => row.invokeId)).toEqual([first]);
  expect((await ecs.list({ invokeId: first })).runs).toEqual([]);
  await later(24 * 3600);
  expect(await results()).toEqual([]);
});

it.each<[string, Partial<ecsSdk.SendFileRequest>, string]>([
  ['no instance', { instanceId: [] }, 'MissingParam.InstanceId 400'],
  ['an unknown instance', { instanceId: ['i-unknown'] }, 'InvalidInstance.NotFound 404'],
  [
    'too many instances',
    { instanceId: Array.from({ length: 51 }, (_, n) => `i-${n}`) },
    'InstanceIds.ExceedLimit 403',
  ],
  ['too large a file', { content: 'x'.repeat(25_000) }, 'FileSize.ExceedLimit 403'],
  ['a broken encoding', { content: '%%%', contentType: 'Base64' }, 'FileContent.DecodeError 403'],
  ['a relative directory', { targetDir: 'etc' }, 'FileTargetDir.Invalid 403'],
  ['a mode that is none', { fileMode: '99' }, 'FileMode.Invalid 403'],
  ['an owner that is no name', { fileOwner: 'a b' }, 'InvalidParameter.FileOwner 400'],
])('J7: SendFile refuses %s', async (_what, members, expected) => {
  expect(await refusal(client.sendFile(asked(members)))).toBe(expected);
});

it('J7: DescribeInstanceAttribute has the members of one instance at the top', async () => {
  const request = new ecsSdk.DescribeInstanceAttributeRequest({ instanceId: idOf(WEB) });
  const { body } = await client.describeInstanceAttribute(request);
  expect(body).toMatchObject({
    instanceId: idOf(WEB),
    instanceName: WEB,
    regionId,
    ioOptimized: 'optimized',
    status: 'Running',
  });
  const unknown = new ecsSdk.DescribeInstanceAttributeRequest({ instanceId: 'i-unknown' });
  expect(await refusal(client.describeInstanceAttribute(unknown))).toBe('InvalidInstanceId.NotFound 404');
});
