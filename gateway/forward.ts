import { endpointFor } from '@/api/endpoints';
import { withoutStringToSign } from '@/api/reply';
import type { Credentials } from '@/api/rpc';
import { signedForm } from '@/api/signed-form';
import { formatWireTime } from '@/api/wire-times';
import type { GatewayCall } from './call';
import { Refusal } from './refusal';

const TIME_LIMIT_MS = 30_000;
/** Fifty outputs of 24 KB in Base64 are below 2 MB. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** What of the answer's headers the page may see. */
const PASSED_HEADERS = ['content-type', 'date', 'x-acs-request-id', 'x-acs-retry-after'] as const;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

interface ForwardConfig {
  credentials: Credentials;
  /** Takes the place of the vendor's addresses. */
  endpoint: string | null;
  /** Epoch milliseconds. */
  now?: () => number;
}

/**
 * Signs calls and sends them, each once: retries are the page's. Where a call goes is decided here by product and region,
 * never by the caller, and an answer that points elsewhere is not followed.
 * @throws Refusal when no answer comes, or one too large
 */
export function createForward({ credentials, endpoint, now = Date.now }: ForwardConfig) {
  return async function forward({ product, action, regionId, params }: GatewayCall): Promise<Answer> {
    const address = `${endpoint ?? endpointFor(product, regionId)}/`;
    const body = await signedForm(credentials, product, action, params, formatWireTime(now()));
    let response: Response;
    try {
      response = await fetch(address, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        redirect: 'error',
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      });
      const { status } = response;
      const answer = await readAll(response);
      return {
        status,
        headers: passed(response.headers),
        body: status < 400 ? answer : withoutSecrets(answer, credentials),
      };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // The cause may name addresses and proxies with passwords in them; the page learns only which of the two it was.
      if (error instanceof Error && error.name === 'TimeoutError')
        throw new Refusal(
          504,
          'Gateway.Timeout',
          `The cloud did not answer within ${TIME_LIMIT_MS / 1000} s.`,
        );
      throw new Refusal(502, 'Gateway.Unreachable', 'The gateway cannot reach the cloud.');
    }
  };
}

function passed(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    PASSED_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** A refused signature is answered with what the server signed, the token included; that is nothing for the page. */
function withoutSecrets(body: Buffer, { accessKeySecret, securityToken }: Credentials): Buffer {
  let text = body.toString('utf8');
  try {
    const answer = JSON.parse(text) as { Message?: unknown };
    if (typeof answer.Message === 'string') {
      text = JSON.stringify({ ...answer, Message: withoutStringToSign(answer.Message) });
    }
  } catch {
    return Buffer.from('');
  }
  for (const secret of [accessKeySecret, securityToken]) if (secret) text = text.replaceAll(secret, '***');
  return Buffer.from(text);
}

async function readAll(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER)
      throw new Refusal(502, 'Gateway.AnswerTooLarge', 'The answer is larger than the API can give.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
