import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerApiCalls } from './api-calls';

/** What left the page; nothing of it is really sent. */
const network = vi.fn<typeof fetch>(async () => new Response('from the network'));
let stop: (() => void) | null = null;

function demo(answer: (request: Request) => Promise<Response>) {
  vi.stubGlobal('fetch', network);
  stop = answerApiCalls(answer);
}

afterEach(() => {
  stop?.();
  vi.unstubAllGlobals();
  network.mockClear();
});

const call = (url: string, init?: RequestInit) => fetch(url, { method: 'POST', body: 'Action=X', ...init });

describe('the calls of a demo', () => {
  it.each([
    'https://ecs.aliyuncs.com/',
    'https://ecs-cn-hangzhou.aliyuncs.com/?Action=X',
    'https://ecs.cn-beijing.aliyuncs.com',
    'https://metrics.cn-shanghai.aliyuncs.com/',
    'https://oos.cn-hangzhou.aliyuncs.com/',
    'https://ECS.aliyuncs.com:443/',
    'https://anything.else.aliyuncs.com/',
  ])('K1: %s is answered in the page and never sent', async (url) => {
    demo(async (request) => Response.json({ body: await request.text() }, { status: 404 }));
    const answer = await call(url);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ body: 'Action=X' });
    expect(network).not.toHaveBeenCalled();
  });

  it.each([
    'https://console.example/words.json',
    'https://aliyuncs.com.example/',
    'https://notaliyuncs.com/',
  ])('K1: %s goes its way', async (url) => {
    const answered = vi.fn<(request: Request) => Promise<Response>>();
    demo(answered);
    expect(await (await call(url)).text()).toBe('from the network');
    expect(answered).not.toHaveBeenCalled();
  });

  it('J5: an answer that is lost on its way is a network error', async () => {
    demo(async () => Response.error());
    await expect(call('https://ecs.aliyuncs.com/')).rejects.toThrow(TypeError);
    expect(network).not.toHaveBeenCalled();
  });

  it('J5: a call that is given up ends at once, whatever the answer does', async () => {
    const leaving = new AbortController();
    demo(() => {
      leaving.abort();
      return new Promise(() => undefined);
    });
    const given = call('https://ecs.aliyuncs.com/', { signal: leaving.signal });
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    await expect(call('https://ecs.aliyuncs.com/', { signal: leaving.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(network).not.toHaveBeenCalled();
  });
});
