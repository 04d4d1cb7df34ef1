import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { routes } from '@/app/routes';
import { type Api, createApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { createTestEmulator, type TestEmulator } from '@mocks/node';
import { drifted, randomOf } from './drifted';
import { createFakeRunner } from './fake-runner';
import { emulatorRpc, renderRoutes } from './render';

/** Where the account of these tests is looked at. */
export const ANY_REGION = 'cn-hangzhou';
/** A run reads a page whole; a few runs of each page find what a change of a reader breaks. */
const RUNS = 6;

/** Pages by what they are called: the address below the region, with the button of the top bar that opens what is meant. */
export type AnyPages = Readonly<Record<string, () => string | { at: string; opens: RegExp }>>;

let emulator: TestEmulator;

/**
 * Proves of each page that it neither crashes nor turns text into HTML, whatever the account answers.
 * @param prepare does in the account what the pages show; called before the first of them
 */
export function itTakesAnyAnswer(pages: AnyPages, prepare: (api: Api) => Promise<void>): void {
  beforeAll(async () => {
    // React and the query cache complain of rows that come twice without names; that is what is asked for here.
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    emulator = await createTestEmulator({ runner: createFakeRunner() });
    await prepare(createApi(emulatorRpc(emulator.fetch)));
  });

  it.each(Object.keys(pages))('K4: %s neither crashes nor lets the answer become HTML', async (name) => {
    const page = pages[name]?.() ?? '';
    const { at, opens } = typeof page === 'string' ? { at: page, opens: null } : page;
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(0.02, 0.1, 0.3), async (seed, likelihood) => {
        expect(await problemsOf(at, opens, seed, likelihood)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
}

/** Shows a page whose every answer has drifted until it has asked all it asks; what went wrong. */
async function problemsOf(
  address: string,
  opens: RegExp | null,
  seed: number,
  likelihood: number,
): Promise<string[]> {
  const random = randomOf(seed);
  const rpc = createRpc({
    credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
    sleep: async () => undefined,
    fetch: async (url, init) => {
      const answer = await emulator.fetch(url, init);
      const body = drifted(await answer.json(), likelihood, random);
      return new Response(JSON.stringify(body), { status: answer.status });
    },
  });
  const { unmount, queryClient } = renderRoutes(routes, { at: `/${ANY_REGION}/${address}`, rpc });
  const isRead = () => {
    expect(document.querySelector('h1')?.textContent).toBeTruthy();
    expect(queryClient.isFetching()).toBe(0);
  };
  try {
    await waitFor(isRead);
    // What is loaded only now may ask in its turn.
    await vi.dynamicImportSettled();
    await waitFor(isRead);
    if (opens) {
      fireEvent.click(await within(screen.getByRole('banner')).findByRole('button', { name: opens }));
      await screen.findByRole('dialog');
    }
    return [
      screen.queryByText('This page stopped working') && 'it crashed',
      document.querySelector('img, script, [onerror]') && 'the answer became HTML',
      'injected' in window && 'a script of the answer ran',
      'polluted' in {} && 'a prototype was changed',
    ].filter((problem) => typeof problem === 'string');
  } finally {
    unmount();
    await queryClient.cancelQueries();
    queryClient.clear();
  }
}
