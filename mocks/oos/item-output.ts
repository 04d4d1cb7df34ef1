import type { ActionContext } from '../actions/action';
import type { ItemLife } from './life';

/** What an item printed, as text: bytes that are no UTF-8 become U+FFFD. Empty while there is nothing. */
export async function itemOutput(
  { item, attempts }: ItemLife,
  { ledger, readBlob }: Pick<ActionContext, 'ledger' | 'readBlob'>,
): Promise<string> {
  const invokeId = attempts.at(-1)?.invokeId;
  if (!invokeId) return '';
  const output = ledger.execution({ invokeId, instanceId: item, repeat: 1 })?.finished?.output;
  if (!output) return '';
  if ('text' in output) return output.text;
  return new TextDecoder().decode(await readBlob(output.blob));
}
