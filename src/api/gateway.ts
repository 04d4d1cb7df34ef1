/**
 * The way to a signing gateway at the page's own origin: `POST /gateway/<product>/<Action>` with the business parameters
 * as a form. The gateway holds the key, signs, and passes the cloud's answer on as it came.
 */
export const GATEWAY_PATH = '/gateway/';

/** `GET` answers a {@link GatewayStatus}: how a page finds out that there is a gateway. */
export const GATEWAY_STATUS_PATH = `${GATEWAY_PATH}status`;

/**
 * Every call carries it. No form and no image can send a header of its own, and a script of another site must ask
 * first, which the gateway never grants.
 */
export const GATEWAY_HEADER = 'x-console-gateway';

/** What a gateway says of itself; nothing of it is secret. */
export interface GatewayStatus {
  gateway: 'ecs-operations-console';
  /** The key's ID with its middle left out. */
  account: string;
  /** Tells its account apart from others, as account-key makes it. */
  accountKey: string;
  /** Whether it refuses every write. */
  readOnly: boolean;
  /** Where it sends everything; null: to the vendor's own addresses. */
  endpoint: string | null;
}

/** A key's ID in a form that tells keys apart and serves nobody else: first and last four characters. */
export function maskedKeyId(accessKeyId: string): string {
  if (accessKeyId.length < 12) return `${accessKeyId.slice(0, 2)}…`;
  return `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}
