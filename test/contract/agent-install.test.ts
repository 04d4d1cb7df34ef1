import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, regionId } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { client, post, later } = await emulatorForTests();

const install = (...instanceId: string[]) =>
  client.installCloudAssistant(new sdk.InstallCloudAssistantRequest({ regionId, instanceId }));
const reboot = (instanceId: string, members: Partial<sdk.RebootInstanceRequest> = {}) =>
  client.rebootInstance(new sdk.RebootInstanceRequest({ instanceId, ...members }));

async function agent(instanceId: string) {
  const request = new sdk.DescribeCloudAssistantStatusRequest({ regionId, instanceId: [instanceId] });
  const { body } = await client.describeCloudAssistantStatus(request);
  return body!.instanceCloudAssistantStatusSet!.instanceCloudAssistantStatus![0]!;
}

async function state(instanceId: string) {
  const request = new sdk.DescribeInstanceStatusRequest({ regionId, instanceId: [instanceId] });
  return (await client.describeInstanceStatus(request)).body!.instanceStatuses!.instanceStatus![0]!.status;
}

describe('InstallCloudAssistant and RebootInstance (v3)', () => {
  it('E1: an install shows after the reboot, not before', async () => {
    const id = idOf('ci-runner-02');
    const { body } = await install(id);
    expect(body!.requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(await agent(id)).toMatchObject({ cloudAssistantStatus: 'false', cloudAssistantVersion: '' });
    await reboot(id);
    expect(await state(id)).toBe('Stopping');
    await later(15);
    expect(await state(id)).toBe('Starting');
    await later(75);
    expect(await state(id)).toBe('Running');
    expect(await agent(id)).toMatchObject({
      cloudAssistantStatus: 'true',
      cloudAssistantVersion: '2.2.3.857',
    });
  });

  it('E1: refuses an install as a whole, by its codes', async () => {
    const id = idOf('ci-runner-02');
    expect(await refusal(install())).toBe('MissingParam.InstanceId 400');
    expect(await refusal(install(id, 'i-nowhere'))).toBe('InvalidInstance.NotFound 404');
    expect(await refusal(install(id, idOf('edge-fbsd-01')))).toBe('InvalidInstanceId.OSTypeUnsupported 403');
    const many = Array.from({ length: 51 }, (_, index) => `i-${index}`);
    expect(await refusal(install(...many))).toBe('InstanceIds.ExceedLimit 403');
    await reboot(id);
    await later(90);
    expect((await agent(id)).cloudAssistantStatus).toBe('false');
  });

  it('E1: reboots Running instances only, in whatever region they are', async () => {
    expect(await refusal(reboot(idOf('web-prod-07')))).toBe('IncorrectInstanceStatus 403');
    expect(await refusal(reboot(idOf('web-prod-01'), { dryRun: true }))).toBe('DryRunOperation 400');
    expect(await refusal(reboot('i-nowhere'))).toBe('InvalidInstanceId.NotFound 404');
    expect(await state(idOf('web-prod-01'))).toBe('Running');
    // With a region sent, it must be there.
    const elsewhere = post('RebootInstance', {
      RegionId: 'cn-beijing',
      InstanceId: idOf('web-prod-01'),
    });
    expect(await refusal(elsewhere)).toBe('InvalidInstanceId.NotFound 404');
  });
});
