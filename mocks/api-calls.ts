import { FetchInterceptor } from '@mswjs/interceptors/fetch';

/** The API's hosts (contract 1.10), and any other of the vendor's: a demo speaks to none of them. */
const API_REQUEST = /^https:\/\/(?:[a-z0-9-]+\.)*aliyuncs\.com(?:[:/?#]|$)/i;

/**
 * Answers what this page sends to the API's hosts with `fetch`, in the page itself: such a call never reaches a network, not
 * even while the page is being left. All other requests go their way.
 * @returns a way to stop
 */
export function answerApiCalls(answer: (request: Request) => Promise<Response>): () => void {
  const interceptor = new FetchInterceptor();
  interceptor.on('request', async ({ request, controller }) => {
    if (API_REQUEST.test(request.url)) await controller.respondWith(await answer(request));
  });
  interceptor.apply();
  return () => interceptor.dispose();
}
