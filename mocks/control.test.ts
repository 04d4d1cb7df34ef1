import { describe, expect, it } from 'vitest';
import { createFakeRunner } from '../test/support/fake-runner';
import { createControl } from './control';
import { createTestEmulator } from './node';

const NOW = Date.parse('2026-11-22T00:00:00Z');

async function open() {
  const test = await createTestEmulator({ now: NOW, runner: createFakeRunner() });
  const control = createControl(test.emulator, test.clock, () => NOW);
  const send = async (path: string, init: RequestInit & { host?: string } = {}) => {
    const request = new Request(`http://${init.host ?? '127.0.0.1:4010'}/__emulator/${path}`, init);
    const response = await control(request);
    return { status: response?.status, body: (await response?.json()) as Record<string, unknown> };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { ...test, control, send, post };
}

describe('the control over HTTP', () => {
  it("K3: sets and advances the world's clock", async () => {
    const { post, clock } = await open();
    expect((await post('clock', { now: '2030-01-01T00:00:00Z' })).status).toBe(200);
    expect(new Date(clock.now()).getUTCFullYear()).toBe(2030);
    await post('clock', { advance: 86_400 });
    expect(new Date(clock.now()).toISOString()).toMatch(/^2030-01-02T00:00:0/);
  });

  it('K3: sets faults, shows the state, and a reset takes everything back', async () => {
    const { post, send } = await open();
    const faults = [
      { action: 'DescribeCommands', code: 'Throttling.User', status: 400, times: 2, latencyMs: 5 },
    ];
    await post('faults', faults);
    await post('clock', { advance: 3600 });
    expect((await send('state')).body).toMatchObject({ faults, profile: 'manual', fleetSize: 60 });
    expect((await post('reset', {})).status).toBe(200);
    expect((await send('state')).body).toMatchObject({
      faults: [],
      now: expect.stringMatching(/^2026-11-22T00:00:0/),
    });
  });

  it.each<
    [string, (test: Awaited<ReturnType<typeof open>>) => Promise<{ status: number | undefined }>, number]
  >([
    ['a text body', ({ send }) => send('clock', { method: 'POST', body: '{"advance":1}' }), 415],
    ['a web page', ({ post }) => post('clock', { advance: 1 }, { origin: 'http://evil.example' }), 403],
    ['a web page that only looks', ({ send }) => send('state', { headers: { origin: 'null' } }), 403],
    ['another host', ({ send }) => send('state', { host: 'evil.example' }), 403],
    [
      'a host that begins like this one',
      ({ send }) => send('state', { host: '127.0.0.1.evil.example' }),
      403,
    ],
    [
      'broken JSON',
      ({ send }) =>
        send('clock', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }),
      400,
    ],
    ['a clock without a time', ({ post }) => post('clock', {}), 400],
    ['a time that is none', ({ post }) => post('clock', { now: 'tomorrow' }), 400],
    ['faults that are no list', ({ post }) => post('faults', {}), 400],
    ['a fault without an action', ({ post }) => post('faults', [{ code: 'X' }]), 400],
    ['a fault with an unknown member', ({ post }) => post('faults', [{ action: 'X', cod: 'X' }]), 400],
    ['a status that is none', ({ post }) => post('faults', [{ action: 'X', status: 99 }]), 400],
    ['an unknown control', ({ post }) => post('explode', {}), 404],
    ['a GET where a POST belongs', ({ send }) => send('reset'), 405],
  ])('K3: refuses %s', async (_what, act, status) => {
    expect((await act(await open())).status).toBe(status);
  });

  it('K3: leaves every other path to the API', async () => {
    const { control } = await open();
    expect(await control(new Request('http://127.0.0.1:4010/'))).toBeNull();
  });
});
