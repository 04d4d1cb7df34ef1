import type { BatchRules, SplitOptions } from '@/domain/batch-plan';
import type { CommandType } from '@/domain/command-type';
import { uniqueId } from '@/api/unique-id';
import { makePlan, type RunTemplate, type SecretPart } from './plan';
import { planStore } from './plan-store';
import { keepSecrets } from './secret-part';

export interface StartOptions {
  account: string;
  region: string;
  /** The command's name; empty for a script that is not saved. */
  name: string;
  commandType: CommandType;
  template: RunTemplate;
  secrets: SecretPart;
  /** In the order they shall go. */
  instances: readonly { instanceId: string; name: string }[];
  rules: BatchRules;
  split: SplitOptions;
}

/** Enough that no two runs of one browser are alike. */
const ID_LENGTH = 16;

/**
 * Begins a run in batches: from here on the frame's BatchRunner sends them one by one. Answers the run's ID, by which its page
 * is found. Rejects when this browser keeps nothing, and then nothing is sent.
 */
export async function startBatches({ instances, secrets, ...plan }: StartOptions): Promise<string> {
  const id = `r-${uniqueId().replaceAll('-', '').slice(0, ID_LENGTH)}`;
  const hasSecrets = Object.keys(secrets).length > 0;
  if (hasSecrets) keepSecrets(id, secrets);
  const names = Object.fromEntries(instances.map(({ instanceId, name }) => [instanceId, name]));
  const instanceIds = instances.map(({ instanceId }) => instanceId);
  await planStore.add(makePlan({ ...plan, id, hasSecrets, names, instanceIds }, Date.now()));
  return id;
}
