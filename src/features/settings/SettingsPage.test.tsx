import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DemoControl } from '@/api/demo-control';
import { planStore } from '@/features/batches/plan-store';
import { noteInstalls } from '@/features/instances/asked/asked-store';
import { usePreferences } from '@/ui/preferences';
import { keepBatchedRun } from '../../../test/support/batched-run';
import { renderPage } from '../../../test/support/render';
import { Component as SettingsPage } from './SettingsPage';

function fakeDemo(change: Partial<DemoControl> = {}): DemoControl {
  return {
    fleetSize: 60,
    setFleetSize: vi.fn(async () => undefined),
    reset: vi.fn(async () => undefined),
    exportData: vi.fn(async () => new Blob(['{}'])),
    importData: vi.fn(async () => undefined),
    faults: [],
    latencyMs: 0,
    ...change,
  };
}

const renderSettings = (demo: DemoControl | null) =>
  renderPage(<SettingsPage />, { at: '/settings', path: '/settings', demo });

beforeEach(() => usePreferences.setState({ theme: 'system', language: 'en', zone: 'local' }));

describe('appearance', () => {
  it('J2: language, theme and zone are chosen at once', async () => {
    const { user } = renderSettings(null);
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await user.click(screen.getByRole('radio', { name: '繁體中文' }));
    await user.click(screen.getByRole('radio', { name: 'UTC' }));
    expect(usePreferences.getState()).toMatchObject({ theme: 'dark', language: 'zh-Hant', zone: 'utc' });
    await user.click(screen.getByRole('radio', { name: 'As the browser' }));
    expect(usePreferences.getState().language).toBeNull();
  });

  it('K2: without the demo there is nothing to reset', () => {
    renderSettings(null);
    expect(screen.queryByRole('button', { name: 'Reset…' })).not.toBeInTheDocument();
  });
});

describe('fleet', () => {
  it('K1: changes only after the question', async () => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    await user.click(screen.getByRole('radio', { name: '10,000' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change the fleet to 10,000 instances?' });
    expect(demo.setFleetSize).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: 'Change fleet' }));
    expect(demo.setFleetSize).toHaveBeenCalledWith(10_000);
    expect(await screen.findByText('The fleet has 10,000 instances')).toBeVisible();
  });

  it('K1: keeping leaves it as it is', async () => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    await user.click(screen.getByRole('radio', { name: '1,000' }));
    await user.click(await screen.findByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(demo.setFleetSize).not.toHaveBeenCalled();
    expect(screen.getByRole('radio', { name: '60' })).toBeChecked();
  });
});

describe('data', () => {
  const fileOf = (content: unknown, name = 'demo.json') =>
    new File([typeof content === 'string' ? content : JSON.stringify(content)], name, {
      type: 'application/json',
    });
  const exported = {
    format: 'ecs-operations-console-demo',
    schemaVersion: 1,
    meta: { fleetSize: 60 },
    acts: [{ kind: 'CommandCreated' }, { kind: 'CommandCreated' }, { kind: 'InvocationCreated' }],
  };

  it('K1: an import is counted before it replaces anything', async () => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    const file = fileOf(exported);
    await user.upload(screen.getByLabelText('Export file to import'), file);
    const dialog = await screen.findByRole('dialog', { name: 'Replace the demo data?' });
    expect(dialog).toHaveTextContent('2 commands created');
    expect(dialog).toHaveTextContent('1 run');
    expect(demo.importData).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: 'Replace data' }));
    expect(demo.importData).toHaveBeenCalledWith(file);
    expect(await screen.findByText('The demo data was replaced')).toBeVisible();
  });

  it.each([
    ['{"cut', 'demo.json is not a JSON file.'],
    ['{"format":"else"}', 'demo.json is not an export of this demo.'],
  ])('K1: %s is refused with its reason, and nothing is lost', async (content, reason) => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    await user.upload(screen.getByLabelText('Export file to import'), fileOf(content));
    expect(await screen.findByRole('alert')).toHaveTextContent(reason);
    expect(demo.importData).not.toHaveBeenCalled();
  });

  it('K1: a refusal of the emulator is told in its own words', async () => {
    const demo = fakeDemo({ importData: () => Promise.reject(new Error('act 3 cannot be read')) });
    const { user } = renderSettings(demo);
    await user.upload(screen.getByLabelText('Export file to import'), fileOf(exported));
    await user.click(await screen.findByRole('button', { name: 'Replace data' }));
    expect(await screen.findByText('act 3 cannot be read')).toBeVisible();
  });

  it('K1: a reset asks first, with the focus on keeping', async () => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    await user.click(screen.getByRole('button', { name: 'Reset…' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Reset data' }));
    await waitFor(() => expect(demo.reset).toHaveBeenCalledOnce());
  });

  /** Forms that are kept while they are typed, or sent. */
  const DRAFTS = [
    'command-draft',
    'run-draft',
    'script-draft',
    'creation-draft',
    'sent-creation-draft',
    'contact-draft',
    'contact-group-draft',
    'event-rule-draft',
    'metric-rule-draft',
    'explorer-draft',
  ];

  /** Everything this browser notes by the names of things that the demo's account has. */
  async function noteSomething() {
    await planStore.forget('demo');
    await planStore.forget('a1b2c3d4e5f60718');
    sessionStorage.clear();
    localStorage.clear();
    for (const form of DRAFTS) sessionStorage.setItem(`${form}:cn-hangzhou:i-1`, '{}');
    sessionStorage.setItem('recent-scripts', '[]');
    sessionStorage.setItem('demo-faults', '{}');
    localStorage.setItem('calendar-written', '{}');
    localStorage.setItem('preferences', '{}');
    noteInstalls('cn-hangzhou', ['i-1'], Date.now());
    for (const account of ['demo', 'a1b2c3d4e5f60718'])
      await keepBatchedRun({ account, instanceIds: ['i-1'], secrets: { Parameters: { word: 'secret' } } });
  }
  const plansOf = async () => (await planStore.list()).map(({ account }) => account);
  function expectForgotten() {
    expect(Object.keys(sessionStorage).toSorted()).toEqual([
      expect.stringMatching(/^batched-run-values:/),
      'demo-faults',
    ]);
    expect(JSON.stringify({ ...localStorage })).not.toContain('i-1');
    expect(Object.keys(localStorage).toSorted()).toEqual([
      'asked-of-instances',
      expect.stringMatching(/^batched-run:a1b2c3d4e5f60718:/),
      'preferences',
    ]);
  }

  it('K1, B3: a reset forgets the notes of the demo first, and those of no other account', async () => {
    await noteSomething();
    const plansAtReset: string[][] = [];
    const demo = fakeDemo({ reset: async () => void plansAtReset.push(await plansOf()) });
    const { user } = renderSettings(demo);
    await user.click(screen.getByRole('button', { name: 'Reset…' }));
    await user.click(await screen.findByRole('button', { name: 'Reset data' }));
    await waitFor(() => expect(plansAtReset).toEqual([['a1b2c3d4e5f60718']]));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expectForgotten();
  });

  it('K1, B3: an import forgets the notes of what it replaced, but not when it is refused', async () => {
    await noteSomething();
    let refused = true;
    const demo = fakeDemo({
      importData: () => (refused ? Promise.reject(new Error('act 4 is not known')) : Promise.resolve()),
    });
    const { user } = renderSettings(demo);
    const imported = async () => {
      await user.upload(screen.getByLabelText('Export file to import'), fileOf(exported));
      await user.click(await screen.findByRole('button', { name: 'Replace data' }));
    };
    await imported();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await plansOf()).toContain('demo');
    refused = false;
    await imported();
    await waitFor(async () => expect(await plansOf()).toEqual(['a1b2c3d4e5f60718']));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expectForgotten();
  });
});

describe('failures', () => {
  async function choose(user: ReturnType<typeof renderSettings>['user'], field: string, option: string) {
    await user.click(screen.getByRole('combobox', { name: field }));
    await user.click(await screen.findByRole('option', { name: option }));
  }

  it('J5: sets a failure for one action and takes it away again', async () => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    await choose(user, 'Action', 'DescribeCommands');
    await choose(user, 'Answers with', 'An HTML page');
    await user.click(screen.getByRole('button', { name: 'Add failure' }));
    expect(demo.faults).toMatchObject([
      {
        action: 'DescribeCommands',
        status: 200,
        times: 5,
        body: expect.stringContaining('<h1>'),
        contentType: expect.stringContaining('html'),
      },
    ]);
    expect(screen.getByRole('list', { name: 'Failures set' })).toHaveTextContent('5 calls left');
    await user.click(screen.getByRole('button', { name: 'Remove An HTML page for DescribeCommands' }));
    expect(demo.faults).toEqual([]);
  });

  it('J5: adding one failure keeps the others whole', async () => {
    const demo = fakeDemo({ faults: [{ action: '*', code: 'network', status: 200, times: Infinity }] });
    const { user } = renderSettings(demo);
    await user.click(screen.getByRole('button', { name: 'Add failure' }));
    expect(demo.faults).toMatchObject([
      { action: '*', network: true, times: Infinity },
      { action: '*', code: 'InternalError', status: 500, times: 5 },
    ]);
  });

  it('J5: delays every call', async () => {
    const demo = fakeDemo();
    const { user } = renderSettings(demo);
    await user.click(screen.getByRole('radio', { name: '1 s' }));
    expect(demo.latencyMs).toBe(1000);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('every call 1 s slower');
  });
});
