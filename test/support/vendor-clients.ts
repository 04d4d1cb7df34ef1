import Ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import type { EmulatorProcess } from './emulator-process';

export const TEST_KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** The vendor's SDK of today: signature version 3. */
export function v3Client(emulator: Pick<EmulatorProcess, 'host'>, key = TEST_KEY): Ecs {
  return new Ecs(
    new $OpenApiUtil.Config({ ...key, endpoint: emulator.host, protocol: 'http', regionId: 'cn-hangzhou' }),
  );
}

export type Answer = Record<string, unknown>;
export type Call = (action: string, params: Record<string, unknown>) => Promise<Answer>;

/** The vendor's older SDK: signature version 1, as GET or POST. */
export function v1Call(emulator: Pick<EmulatorProcess, 'url'>, method: 'GET' | 'POST', key = TEST_KEY): Call {
  const client = new RpcClient({ ...key, endpoint: emulator.url, apiVersion: '2014-05-26' });
  return (action, params) => client.request<Answer>(action, params, { method });
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
