import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { noteServerClock, serverNow } from '@/api/server-clock';
import { formatWireTime } from '@/api/wire-times';
import { writeFieldTime } from '@/domain/field-time';
import { machineZone } from '@/domain/time-zone';
import { eventRpc, wireEvent, type EventAccount } from '../../../../test/support/event-account';
import { apiError, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '../pending/PendingPage';
import './ActHost';

afterEach(() => noteServerClock(0));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REGION = 'cn-hangzhou';
const NAMES = { 'i-web01': { name: 'web-01' }, 'i-web02': { name: 'web-02' } };

function open(account: EventAccount) {
  const rpc = eventRpc(account);
  return { rpc, account, ...renderPage([...routes], { rpc, at: `/${REGION}/events` }) };
}
const sent = (rpc: ReturnType<typeof eventRpc>, action: string) =>
  rpc.calls.filter((call) => call.action === action).map(({ params }) => params);
const field = (at: number) => writeFieldTime(at, machineZone());

describe('restart', () => {
  it('F7: says what will happen, shows the call, restarts, and the event is read anew', async () => {
    const { rpc, user, account } = open({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
      answers: { RebootInstance: {} },
    });
    await user.click(await screen.findByRole('button', { name: /^Restart now…\s*web-01$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Restart web-01 now?' });
    expect(dialog).toHaveTextContent('Its event becomes Avoided.');
    expect(dialog).toHaveTextContent('A restart inside the operating system does not count');
    expect(within(dialog).getByRole('group', { name: 'Command line' })).toHaveTextContent(
      'aliyun ecs RebootInstance --RegionId cn-hangzhou --InstanceId i-web01',
    );
    expect(sent(rpc, 'RebootInstance')).toEqual([]);
    account.events[REGION] = [];
    await user.click(within(dialog).getByRole('button', { name: 'Restart 1 instance' }));
    expect(await screen.findByText('Restart asked for on 1 instance')).toBeVisible();
    expect(sent(rpc, 'RebootInstance')).toEqual([{ RegionId: REGION, InstanceId: 'i-web01' }]);
    expect(await screen.findByRole('heading', { name: 'Nothing is pending' })).toBeVisible();
  });

  it('F13: several at once; each tells how it went, and only the refused one is tried again', async () => {
    const refused = apiError('IncorrectInstanceStatus', { httpStatus: 403 });
    let refusing = true;
    const { rpc, user } = open({
      events: { [REGION]: [wireEvent(), wireEvent({ id: 'e-2', instance: 'i-web02' })] },
      instances: NAMES,
      answers: {
        RebootInstance: ({ InstanceId }) => {
          if (InstanceId === 'i-web02' && refusing) throw refused;
          return {};
        },
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Select web-01' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select web-02' }));
    await user.click(screen.getByRole('button', { name: 'Restart now… (2)' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restart 2 instances now?' });
    await user.click(within(dialog).getByRole('button', { name: 'Restart 2 instances' }));
    expect(await within(dialog).findByText('1 done, 1 refused')).toBeVisible();
    const [worst] = within(dialog).getAllByRole('listitem');
    expect(worst).toHaveTextContent('web-02');
    expect(worst).toHaveTextContent('IncorrectInstanceStatus');
    refusing = false;
    await user.click(within(dialog).getByRole('button', { name: 'Try 1 again' }));
    expect(await screen.findByText('Restart asked for on 2 instances')).toBeVisible();
    expect(sent(rpc, 'RebootInstance').map(({ InstanceId }) => InstanceId)).toEqual([
      'i-web01',
      'i-web02',
      'i-web02',
    ]);
  });

  it.each([
    ['began to restart', 'IncorrectInstanceStatus', /does not allow it in the state it is in|state/i],
    ['was released', 'InvalidInstanceId.NotFound', /gone|not there|exist/i],
  ])('F7: an instance that %s in another tab is refused, told so, and read anew', async (_, code, text) => {
    const { user, account } = open({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
      answers: { RebootInstance: apiError(code, { httpStatus: code.startsWith('Invalid') ? 404 : 403 }) },
    });
    await user.click(await screen.findByRole('button', { name: /^Restart now…\s*web-01$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Restart web-01 now?' });
    account.events[REGION] = [];
    await user.click(within(dialog).getByRole('button', { name: 'Restart 1 instance' }));
    expect(await within(dialog).findByText('0 done, 1 refused')).toBeVisible();
    const [refused] = within(dialog).getAllByRole('listitem');
    expect(refused).toHaveTextContent(code);
    expect(refused).toHaveTextContent(text);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('heading', { name: 'Nothing is pending' })).toBeVisible();
  });

  it.each([
    [
      'already restarting',
      { 'i-web01': { name: 'web-01', status: 'Starting' } },
      'It is starting or stopping.',
    ],
    [
      'stopped',
      { 'i-web01': { name: 'web-01', status: 'Stopped' } },
      'It is stopped; only running instances restart.',
    ],
    ['released', {}, 'The instance is gone.'],
  ])('F7: an instance that is %s cannot be restarted, and why is said', async (_, instances, reason) => {
    const { user } = open({ events: { [REGION]: [wireEvent()] }, instances });
    const row = (await screen.findByText('SystemMaintenance.Reboot')).closest<HTMLElement>('tr')!;
    await within(row).findByText(/^(?:Starting|Stopped|Not listed)$/);
    await user.click(within(row).getByRole('button', { name: /^Actions for/ }));
    const restart = await screen.findByRole('menuitem', { name: /^Restart now/ });
    expect(restart).toHaveAttribute('aria-disabled', 'true');
    expect(restart).toHaveTextContent(reason);
  });

  it('F9: while the service recovers an instance nothing can be done, and why is said', async () => {
    const { user } = open({
      events: {
        [REGION]: [wireEvent({ type: 'SystemFailure.Reboot', state: 'Executing', planned: -MINUTE })],
      },
      instances: NAMES,
    });
    expect(await screen.findByText('Recovers by itself')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Actions for web-01' }));
    const menu = await screen.findByRole('menu');
    expect(within(menu).queryByRole('menuitem', { name: /^Restart now/ })).toBeNull();
    expect(within(menu).getByRole('menuitem', { name: /^Create snapshot/ })).toHaveTextContent(
      'The service is recovering it: it restarts by itself.',
    );
  });

  it('F9: what becomes of local disks is said while the service recovers the instance', async () => {
    const { user } = open({
      events: {
        [REGION]: [wireEvent({ type: 'SystemFailure.Reboot', state: 'Executing', planned: -MINUTE })],
      },
      instances: NAMES,
    });
    await user.click(await screen.findByText('SystemFailure.Reboot'));
    expect(await screen.findByRole('complementary', { name: 'Event of web-01' })).toHaveTextContent(
      'Local disks: the data are kept only if the host comes back; on another host they are gone.',
    );
  });
});

describe('reschedule', () => {
  async function openDialog(account: EventAccount) {
    const page = open(account);
    await page.user.click(await screen.findByRole('checkbox', { name: 'Select web-01' }));
    await page.user.click(screen.getByRole('button', { name: /^Reschedule… \(\d\)$/ }));
    const dialog = await screen.findByRole('dialog', { name: /at another time$/ });
    const input = within(dialog).queryByLabelText('Date and time');
    return { ...page, dialog, enter: (value: string) => fireEvent.change(input!, { target: { value } }) };
  }
  const confirm = (dialog: HTMLElement) =>
    within(dialog).getByRole('button', { name: 'Reschedule 1 restart' });

  it('F6: moves the restart to a time within the limits, told in both clocks, with its call', async () => {
    // The field has whole minutes: half a minute is left before the next one.
    noteServerClock(MINUTE / 2 - (Date.now() % MINUTE));
    const { rpc, user, dialog, enter } = await openDialog({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
      answers: { ModifySystemEventAttribute: {} },
    });
    const wanted = Math.floor((serverNow() + 3 * HOUR) / MINUTE) * MINUTE;
    enter(field(wanted));
    expect(dialog).toHaveTextContent(/That is .* UTC, in 2 h 59 min\./);
    expect(dialog).toHaveTextContent(`--NotBefore ${formatWireTime(wanted)}`);
    await user.click(confirm(dialog));
    expect(await screen.findByText(/^1 restart moved to/)).toBeVisible();
    expect(sent(rpc, 'ModifySystemEventAttribute')).toEqual([
      { RegionId: REGION, EventId: 'e-1', InstanceId: 'i-web01', NotBefore: formatWireTime(wanted) },
    ]);
  });

  it.each([
    ['into the past', () => field(Date.now() - HOUR), 'This time has passed. Choose a later one.'],
    [
      'later than the latest time',
      () => field(Date.now() + 12 * HOUR - 20 * MINUTE),
      /^Later than the latest time/,
    ],
    ['to no time', () => '', 'Enter a date and a time.'],
  ])('F6: refuses to move it %s, and says why', async (_, value, reason) => {
    const { rpc, user, dialog, enter } = await openDialog({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
    });
    enter(value());
    expect((await within(dialog).findAllByText(reason)).length).toBeGreaterThan(0);
    expect(confirm(dialog)).toHaveAttribute('aria-disabled', 'true');
    await user.click(confirm(dialog));
    expect(sent(rpc, 'ModifySystemEventAttribute')).toEqual([]);
  });

  it('F6: in the last half hour there is no time to choose, which is said in the menu', async () => {
    const { user } = open({
      events: { [REGION]: [wireEvent({ planned: 29 * MINUTE })] },
      instances: NAMES,
    });
    await user.click(await screen.findByRole('button', { name: 'Actions for web-01' }));
    const entry = await screen.findByRole('menuitem', { name: /^Reschedule/ });
    expect(entry).toHaveAttribute('aria-disabled', 'true');
    expect(entry).toHaveTextContent('Less than 30 min are left');
  });

  it('F6: a dialog that stood open until the event began sends nothing, and says why', async () => {
    const { rpc, user, dialog } = await openDialog({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
      answers: { ModifySystemEventAttribute: {} },
    });
    noteServerClock(12 * HOUR);
    await user.click(confirm(dialog));
    expect((await within(dialog).findAllByText(/It has begun/)).length).toBeGreaterThan(0);
    expect(sent(rpc, 'ModifySystemEventAttribute')).toEqual([]);
  });

  it('F6: an event that began in another tab is refused, told so, and shown as it is now', async () => {
    const { user, dialog, account } = await openDialog({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
      answers: { ModifySystemEventAttribute: apiError('IncorrectEventStatus', { httpStatus: 403 }) },
    });
    account.events[REGION] = [wireEvent({ state: 'Executing', planned: -1000 })];
    await user.click(confirm(dialog));
    expect(await within(dialog).findByText(/The event has changed meanwhile/)).toBeVisible();
    expect(dialog).toHaveTextContent('IncorrectEventStatus');
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(await screen.findByText('1 event under way')).toBeVisible();
  });

  it('F6: a server that does not know the action is told apart from one that refuses', async () => {
    const { user, dialog } = await openDialog({ events: { [REGION]: [wireEvent()] }, instances: NAMES });
    await user.click(confirm(dialog));
    expect(await within(dialog).findByText(/does not offer it by API yet/)).toBeVisible();
  });
});

describe('snapshot first', () => {
  const disks = {
    Disks: {
      Disk: [
        {
          DiskId: 'd-sys',
          InstanceId: 'i-web01',
          Type: 'system',
          Category: 'cloud_essd',
          Size: 40,
          Device: '/dev/xvda',
        },
        {
          DiskId: 'd-data',
          InstanceId: 'i-web01',
          Type: 'data',
          Category: 'cloud_ssd',
          Size: 200,
          Device: '/dev/xvdb',
        },
        { DiskId: 'd-local', InstanceId: 'i-web01', Type: 'data', Category: 'local_ssd_pro', Size: 800 },
      ],
    },
    TotalCount: 3,
  };

  async function openDialog(answers: EventAccount['answers']) {
    const page = open({
      events: { [REGION]: [wireEvent()] },
      instances: NAMES,
      answers: { DescribeDisks: disks, ...answers },
    });
    await page.user.click(await screen.findByRole('checkbox', { name: 'Select web-01' }));
    await page.user.click(screen.getByRole('button', { name: 'Create snapshot… (1)' }));
    const dialog = await screen.findByRole('dialog', { name: 'Snapshot of web-01' });
    await within(dialog).findByRole('checkbox', { name: /system disk/ });
    return { ...page, dialog };
  }

  it('B8, F8: disks are chosen, local ones cannot be; each is a call, and its progress is shown', async () => {
    const { rpc, user, dialog } = await openDialog({
      CreateSnapshot: ({ DiskId }) => ({ SnapshotId: `s-${String(DiskId)}` }),
      DescribeSnapshots: {
        Snapshots: { Snapshot: [{ SnapshotId: 's-d-sys', Status: 'progressing', Progress: '38%' }] },
        TotalCount: 1,
      },
    });
    expect(within(dialog).getByRole('checkbox', { name: /800 GiB/ })).toBeDisabled();
    await user.click(within(dialog).getByRole('checkbox', { name: /200 GiB/ }));
    expect(dialog).toHaveTextContent('aliyun ecs CreateSnapshot --RegionId cn-hangzhou --DiskId d-sys');
    await user.click(within(dialog).getByRole('button', { name: 'Create 1 snapshot' }));
    expect(await within(dialog).findByRole('progressbar', { name: 'Progress of s-d-sys' })).toBeVisible();
    expect(await within(dialog).findByText('38%')).toBeVisible();
    const [request] = sent(rpc, 'CreateSnapshot');
    expect(request).toMatchObject({ RegionId: REGION, DiskId: 'd-sys' });
    expect(request?.['ClientToken']).toEqual(expect.any(String));
    expect(sent(rpc, 'CreateSnapshot')).toHaveLength(1);
  });

  it('F8: while another snapshot of the disk runs, that one is refused and the others are made', async () => {
    const { user, dialog } = await openDialog({
      CreateSnapshot: ({ DiskId }) => {
        if (DiskId === 'd-sys') throw apiError('IncorrectDiskStatus.CreatingSnapshot', { httpStatus: 403 });
        return { SnapshotId: 's-data' };
      },
      DescribeSnapshots: {
        Snapshots: { Snapshot: [{ SnapshotId: 's-data', Status: 'accomplished', Progress: '100%' }] },
        TotalCount: 1,
      },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Create 2 snapshots' }));
    expect(await within(dialog).findByText(/Another snapshot of this disk is being made/)).toBeVisible();
    expect(await within(dialog).findByText('Made')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Create 1 snapshot' })).toBeVisible();
  });

  it('F8: disks that do not come are asked for again', async () => {
    const answers: EventAccount['answers'] = {
      DescribeDisks: apiError('InternalError', { httpStatus: 500 }),
    };
    const { user } = open({ events: { [REGION]: [wireEvent()] }, instances: NAMES, answers });
    await user.click(await screen.findByRole('checkbox', { name: 'Select web-01' }));
    await user.click(screen.getByRole('button', { name: 'Create snapshot… (1)' }));
    const dialog = await screen.findByRole('dialog', { name: 'Snapshot of web-01' });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('InternalError');
    expect(within(dialog).getByRole('button', { name: /retry|again/i })).toBeVisible();
  });
});

describe('creation failure', () => {
  it('B8, F10: the instance is gone from the lists, the event says why, and it can be released now', async () => {
    const { rpc, user } = open({
      events: {
        [REGION]: [
          wireEvent({
            instance: 'i-failed',
            type: 'SystemFailure.Delete',
            state: 'Executing',
            published: -MINUTE,
            planned: -MINUTE,
          }),
        ],
      },
      answers: { DeleteInstance: {} },
    });
    const row = (await screen.findByText('Creation failed')).closest<HTMLElement>('tr')!;
    expect(await within(row).findByText('Not listed')).toBeVisible();
    expect(row).toHaveTextContent(/\d min/);
    await user.click(within(row).getByRole('button', { name: /^Release now…\s*i-failed$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Release i-failed now?' });
    expect(dialog).toHaveTextContent('about five minutes after the failure');
    expect(dialog).toHaveTextContent(
      'aliyun ecs DeleteInstance --RegionId cn-hangzhou --InstanceId i-failed',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Release 1 instance' }));
    expect(await screen.findByText('1 instance is released')).toBeVisible();
    expect(sent(rpc, 'DeleteInstance')).toEqual([{ RegionId: REGION, InstanceId: 'i-failed', Force: true }]);
  });
});

describe('creation failure, too late', () => {
  it('F10: one that the service released meanwhile is refused, told so, and gone from the list', async () => {
    const failure = wireEvent({
      instance: 'i-failed',
      type: 'SystemFailure.Delete',
      state: 'Executing',
      published: -4 * MINUTE,
      planned: -4 * MINUTE,
    });
    const { user, account } = open({
      events: { [REGION]: [failure] },
      answers: { DeleteInstance: apiError('InvalidInstanceId.NotFound', { httpStatus: 404 }) },
    });
    await user.click(await screen.findByRole('button', { name: /^Release now…\s*i-failed$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Release i-failed now?' });
    account.events[REGION] = [];
    await user.click(within(dialog).getByRole('button', { name: 'Release 1 instance' }));
    expect(await within(dialog).findByText('0 done, 1 refused')).toBeVisible();
    expect(within(dialog).getByRole('listitem')).toHaveTextContent('InvalidInstanceId.NotFound');
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('heading', { name: 'Nothing is pending' })).toBeVisible();
  });
});

describe('renewal', () => {
  it('F8: is done on the vendor’s site, of which both are offered since the API does not tell whose the account is', async () => {
    const { user } = open({
      events: { [REGION]: [wireEvent({ type: 'InstanceExpiration.Stop' })] },
      instances: NAMES,
    });
    await user.click(await screen.findByRole('button', { name: /^Renew\s*web-01$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Renew web-01' });
    const links = within(dialog).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['International site', 'https://usercenter2-intl.aliyun.com/renew/manual'],
      ['Mainland China site', 'https://usercenter2.aliyun.com/renew/manual'],
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute('target', '_blank');
      expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    }
  });
});

describe('consent', () => {
  it('B8, F5: an event that waits for the user can be accepted, after its call was shown', async () => {
    const { rpc, user } = open({
      events: { [REGION]: [wireEvent({ state: 'Inquiring', type: 'SystemMaintenance.IsolateErrorDisk' })] },
      instances: NAMES,
      answers: { AcceptInquiredSystemEvent: {} },
    });
    await user.click(await screen.findByRole('button', { name: /^Accept…\s*web-01$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Let 1 event begin?' });
    expect(dialog).toHaveTextContent(
      'aliyun ecs AcceptInquiredSystemEvent --RegionId cn-hangzhou --EventId e-1',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Accept 1 event' }));
    expect(await screen.findByText('1 event accepted')).toBeVisible();
    expect(sent(rpc, 'AcceptInquiredSystemEvent')).toEqual([{ RegionId: REGION, EventId: 'e-1' }]);
  });
});
