import { withoutPasswords, withoutSecrets } from '@/domain/secrets';
import { flatten, type Params } from './params';
import type { Product } from './rpc';

/**
 * Sent by the console, but no part of what the call means: the CLI signs for itself, and a copied ClientToken would make
 * the pasted line answer with the console's own result instead of doing anything.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'AccessKeyId',
  'Action',
  'ClientToken',
  'Format',
  'SecurityToken',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureVersion',
  'Timestamp',
  'Version',
]);

export interface CliOptions {
  /** Leaves the tokens of webhooks readable, for who asked to see them. */
  showsTokens?: boolean;
}

/**
 * The same call as one `aliyun …` line for a POSIX shell, RegionId first, secrets masked:
 * `aliyun ecs InvokeCommand --RegionId … --InstanceId.1 …`
 */
export function toCli(
  product: Product,
  action: string,
  params: Params,
  { showsTokens = false }: CliOptions = {},
): string {
  const { RegionId, ...rest } = showsTokens ? withoutPasswords(params) : withoutSecrets(params);
  const options = Object.entries(flatten({ RegionId, ...rest }))
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => option(name, value));
  return ['aliyun', product, action, ...options].join(' ');
}

function option(name: string, value: string): string {
  const flag = quote(`--${name}`);
  // The CLI takes a following word that starts with a dash for the next option; only `--Name=-x` gets it through.
  return value.startsWith('-') ? `${flag}=${quote(value)}` : `${flag} ${quote(value)}`;
}

/** One word of a POSIX shell. A NUL cannot be part of any argument and becomes U+FFFD. */
function quote(word: string): string {
  if (/^[A-Za-z0-9_@%+:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll('\0', '\uFFFD').replaceAll("'", `'\\''`)}'`;
}
