import { parseArgs } from 'node:util';
import type { Credentials } from '@/api/rpc';

export interface GatewayOptions {
  /** 0: any free one. */
  port: number;
  /** Where every call goes, without a slash at its end; null: to the vendor's own addresses. */
  endpoint: string | null;
  readOnly: boolean;
  /** An origin under which a proxy shows this server, besides the loop-back ones. */
  origin: string | null;
  /** Null: the keys are entered in the browser, and this server only serves the app. */
  credentials: Credentials | null;
}

export const USAGE = `Usage: npm run live -- [--port 4200] [--endpoint URL] [--read-only] [--origin URL] [--browser-keys]

Serves the built console on http://127.0.0.1:<port> and signs its calls with the key from the environment:
ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, with temporary credentials,
ALIBABA_CLOUD_SECURITY_TOKEN. The key never reaches the browser.

  --endpoint URL   send every call there, for example to the emulator: http://127.0.0.1:4010
  --read-only      refuse every action that changes something
  --origin URL     also answer under this origin, which a proxy of yours serves: https://console.example.com
  --browser-keys   hold no key: it is entered in the browser, which calls the cloud itself`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads command line and environment; throws a RangeError that says what is wrong. Null: help was asked for. */
export function readGatewayOptions(argv: readonly string[], environment: Environment): GatewayOptions | null {
  const values = parse(argv);
  if (values.help) return null;
  const port = values.port ?? '4200';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new RangeError(`--port must be a whole number from 0 to 65535, not "${port}"`);
  return {
    port: Number(port),
    endpoint: values.endpoint === undefined ? null : webAddress('--endpoint', values.endpoint),
    readOnly: values['read-only'] === true,
    origin: values.origin === undefined ? null : new URL(webAddress('--origin', values.origin)).origin,
    credentials: values['browser-keys'] ? null : credentialsOf(environment),
  };
}

function credentialsOf(environment: Environment): Credentials {
  const text = (name: string) => environment[name]?.trim() ?? '';
  const accessKeyId = text('ALIBABA_CLOUD_ACCESS_KEY_ID');
  const accessKeySecret = text('ALIBABA_CLOUD_ACCESS_KEY_SECRET');
  const securityToken = text('ALIBABA_CLOUD_SECURITY_TOKEN');
  if (!accessKeyId || !accessKeySecret) {
    throw new RangeError(
      'No key: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or use --browser-keys',
    );
  }
  return { accessKeyId, accessKeySecret, ...(securityToken ? { securityToken } : {}) };
}

function webAddress(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new RangeError(`${option} must be an http or https address without user, query and fragment`);
  return url.href.replace(/\/+$/, '');
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        endpoint: { type: 'string' },
        'read-only': { type: 'boolean' },
        origin: { type: 'string' },
        'browser-keys': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
