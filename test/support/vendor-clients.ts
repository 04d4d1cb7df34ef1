import Ecs from '@alicloud/ecs20140526';
import OpenApiClient, { $OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import type { EmulatorProcess } from './emulator-process';

export const TEST_KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** The version of each product's API, by which the SDKs tell products apart. */
const VERSIONS = { ecs: '2014-05-26', cms: '2019-01-01', oos: '2019-06-01' } as const;
type VendorProduct = keyof typeof VERSIONS;

export type Answer = Record<string, unknown>;
export type Call = (action: string, params: Record<string, unknown>) => Promise<Answer>;

const configOf = (emulator: Pick<EmulatorProcess, 'host'>, key: typeof TEST_KEY) =>
  new $OpenApiUtil.Config({ ...key, endpoint: emulator.host, protocol: 'http', regionId: 'cn-hangzhou' });

/** The vendor's SDK of today: signature version 3. */
export function v3Client(emulator: Pick<EmulatorProcess, 'host'>, key = TEST_KEY): Ecs {
  return new Ecs(configOf(emulator, key));
}

/** The vendor's older SDK: signature version 1, as GET or POST. That of CloudMonitor fails on every Code that is no success. */
export function v1Call(
  emulator: Pick<EmulatorProcess, 'url'>,
  method: 'GET' | 'POST',
  { key = TEST_KEY, product = 'ecs' }: { key?: typeof TEST_KEY; product?: VendorProduct } = {},
): Call {
  const client = new RpcClient({ ...key, endpoint: emulator.url, apiVersion: VERSIONS[product] });
  return (action, params) => client.request<Answer>(action, params, { method });
}

/** Time limits and proxies; none is the default of each. */
type Runtime = Parameters<OpenApiClient['callApi']>[2];

/** What the vendor's SDKs of today are made of: signature version 3, parameters in the query. */
export function v3Call(emulator: Pick<EmulatorProcess, 'host'>, product: VendorProduct): Call {
  const client = new OpenApiClient(configOf(emulator, TEST_KEY));
  return async (action, query) => {
    const params = new $OpenApiUtil.Params({
      action,
      version: VERSIONS[product],
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

interface SdkError {
  code: unknown;
  statusCode?: unknown;
  entry?: { response: { statusCode: unknown } };
}

/** How either SDK was refused, as `Code status`. An answer is a failed test. */
export async function refusal(answer: Promise<unknown>): Promise<string> {
  let answered: unknown;
  try {
    answered = await answer;
  } catch (error) {
    const { code, statusCode, entry } = error as SdkError;
    if (code === undefined) throw error;
    return `${String(code)} ${String(statusCode ?? entry?.response.statusCode)}`;
  }
  throw new Error(`Not refused: ${JSON.stringify(answered)}`);
}
