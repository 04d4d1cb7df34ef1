import { Fault, messageFor } from './fault';

/** CORS headers as captured from the service, and those version 3 would need (contract 1.8, 10.1). */
const PREFLIGHT_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, GET, OPTIONS, PUT, DELETE',
  'access-control-expose-headers': '*',
  'access-control-max-age': '172800',
  'access-control-allow-headers':
    'X-Requested-With, X-Sequence, _aop_secret, _aop_signature, x-acs-action, x-acs-version, x-acs-date, Content-Type, ' +
    'Authorization, x-acs-signature-nonce, x-acs-content-sha256, x-acs-security-token, x-acs-accesskey-id, x-acs-credentials-provider',
};

/** Answer to a CORS preflight. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: { ...PREFLIGHT_HEADERS, 'x-acs-request-id': newRequestId() },
  });
}

/** Upper-case UUID, as in every body and in `x-acs-request-id` (contract 10.12). */
export function newRequestId(): string {
  return crypto.randomUUID().toUpperCase();
}

/**
 * An answer in the envelope of contract 1.4. XML is the service's default format but is not offered here: whoever did
 * not ask for JSON is told so in `x-emulator-format`.
 */
export function jsonReply(
  body: Record<string, unknown>,
  requestId: string,
  status: number,
  askedForJson: boolean,
): Response {
  const text = JSON.stringify({ RequestId: requestId, ...body });
  const note = askedForJson ? undefined : { 'x-emulator-format': 'JSON; XML is not offered' };
  return rawReply(text, 'application/json;charset=utf-8', requestId, status, note);
}

export function rawReply(
  body: string,
  contentType: string,
  requestId: string,
  status: number,
  extra: Record<string, string> = {},
): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : body, {
    status,
    headers: {
      'content-type': contentType,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': '*',
      'cache-control': 'no-store',
      'x-acs-request-id': requestId,
      'x-acs-trace-id': requestId.replaceAll('-', '').toLowerCase(),
      ...extra,
    },
  });
}

/**
 * The error body of contract 1.7, and CloudMonitor's `Success` of 1.4. Anything but a Fault is a defect: InternalError 500
 * without its details.
 */
export function errorReply(
  error: unknown,
  requestId: string,
  { host, product }: { host: string; product: 'Ecs' | 'Cms' | 'Oos' },
  askedForJson: boolean,
): Response {
  const fault = error instanceof Fault ? error : new Fault('InternalError', 500, messageFor('InternalError'));
  return jsonReply(
    {
      ...(product === 'Cms' && { Success: false }),
      HostId: host,
      Code: fault.code,
      Message: fault.message,
      Recommend: `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(fault.code)}&product=${product}&requestId=${requestId}`,
    },
    requestId,
    fault.status,
    askedForJson,
  );
}
