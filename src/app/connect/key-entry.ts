import { servedEndpoint } from './choice';
import type { KeySession } from './session';

/** What stands in the form. */
export interface KeyEntry {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken: string;
  endpoint: string;
  idleMinutes: number;
  keep: boolean;
}

export const IDLE_MINUTES = [15, 30, 60, 240, 720] as const;

export const EMPTY_KEY: KeyEntry = {
  accessKeyId: '',
  accessKeySecret: '',
  securityToken: '',
  endpoint: servedEndpoint() ?? '',
  idleMinutes: 30,
  keep: false,
};

export type KeyProblem = 'missing' | 'blanks' | 'endpointBad' | 'endpointMixed';
export type KeyProblems = Partial<
  Record<'accessKeyId' | 'accessKeySecret' | 'securityToken' | 'endpoint', KeyProblem>
>;

/**
 * The session that an entry asks for, or what is wrong with it. Blanks around a pasted text are dropped.
 * @param pageProtocol `https:` or `http:`, of the page that will call
 */
export function sessionOf(
  entry: KeyEntry,
  pageProtocol: string,
): { session: KeySession; problems: KeyProblems } | { session: null; problems: KeyProblems } {
  const problems: KeyProblems = {};
  const accessKeyId = entry.accessKeyId.trim();
  const accessKeySecret = entry.accessKeySecret.trim();
  const securityToken = entry.securityToken.trim();
  for (const [name, text] of Object.entries({ accessKeyId, accessKeySecret })) {
    if (text === '') problems[name as 'accessKeyId'] = 'missing';
  }
  for (const [name, text] of Object.entries({ accessKeyId, accessKeySecret, securityToken })) {
    if (/\s/.test(text)) problems[name as 'accessKeyId'] = 'blanks';
  }
  const endpoint = addressOf(entry.endpoint.trim(), pageProtocol);
  if (endpoint === 'endpointBad' || endpoint === 'endpointMixed') problems.endpoint = endpoint;
  if (Object.keys(problems).length > 0) return { session: null, problems };
  const credentials = { accessKeyId, accessKeySecret, ...(securityToken ? { securityToken } : {}) };
  return { session: { credentials, endpoint, idleMinutes: entry.idleMinutes }, problems };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function addressOf(text: string, pageProtocol: string): string | 'endpointBad' | 'endpointMixed' | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) return 'endpointBad';
  // Browsers let a secure page call an insecure address on this very machine only.
  if (pageProtocol === 'https:' && url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    return 'endpointMixed';
  return url.href.replace(/\/+$/, '');
}
