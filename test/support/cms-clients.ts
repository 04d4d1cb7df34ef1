import OpenApiClient, { $OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import type { EmulatorProcess } from './emulator-process';
import { type Answer, type Call, TEST_KEY } from './vendor-clients';

const VERSION = '2019-01-01';

/** Time limits and proxies; none is the default of each. */
type Runtime = Parameters<OpenApiClient['callApi']>[2];

/** CloudMonitor through the vendor's older SDK: signature version 1. It fails on every Code that is no success. */
export function cmsV1Call(emulator: Pick<EmulatorProcess, 'url'>, method: 'GET' | 'POST'): Call {
  const client = new RpcClient({ ...TEST_KEY, endpoint: emulator.url, apiVersion: VERSION });
  return (action, params) => client.request<Answer>(action, params, { method });
}

/** CloudMonitor through what the vendor's SDKs of today are made of: signature version 3, parameters in the query. */
export function cmsV3Call(emulator: Pick<EmulatorProcess, 'host'>): Call {
  const client = new OpenApiClient(
    new $OpenApiUtil.Config({
      ...TEST_KEY,
      endpoint: emulator.host,
      protocol: 'http',
      regionId: 'cn-hangzhou',
    }),
  );
  return async (action, query) => {
    const params = new $OpenApiUtil.Params({
      action,
      version: VERSION,
      protocol: 'HTTP',
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    });
    const request = new $OpenApiUtil.OpenApiRequest({ query });
    const answer = (await client.callApi(params, request, {} as Runtime)) as { body: Answer };
    return answer.body;
  };
}
