import { type Attempt, isAttempt } from '@/api/attempt';
import { PERIODS } from '@/domain/creation-limits';
import { type CreationDraft, emptyCreation } from '@/domain/instance-creation';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';

/** What is typed for new instances, kept in this tab. Passwords are not among it. */
export interface KeptCreation {
  draft: CreationDraft;
  /** Present while it was sent and no answer is known. */
  attempt?: Attempt;
}

const draftKey = (region: string) => `creation-draft:${region}`;
const sentKey = (region: string, firstId: string) => `sent-creation-draft:${region}:${firstId}`;

export function keepCreation(region: string, kept: KeptCreation): void {
  keepInSession(draftKey(region), kept);
}

export function forgetCreation(region: string): void {
  dropFromSession(draftKey(region));
}

/** The kept form, or null if there is none or it cannot be read. */
export function readCreation(region: string): KeptCreation | null {
  const kept = readFromSession(draftKey(region));
  if (!isRecord(kept)) return null;
  const draft = draftFrom(kept['draft']);
  if (draft === null) return null;
  const { attempt } = kept;
  return isAttempt(attempt) ? { draft, attempt } : { draft };
}

/** What instances were made from, so that what is missing of them can be asked for again. */
export function keepSent(region: string, firstId: string, draft: CreationDraft): void {
  keepInSession(sentKey(region, firstId), draft);
}

export function readSent(region: string, firstId: string): CreationDraft | null {
  return draftFrom(readFromSession(sentKey(region, firstId)));
}

/** One that an older console kept may lack fields that have come since. */
function draftFrom(value: unknown): CreationDraft | null {
  const draft = isRecord(value) ? { ...emptyCreation(), ...value } : null;
  return isDraft(draft) ? draft : null;
}

function isDraft(value: unknown): value is CreationDraft {
  if (!isRecord(value)) return false;
  const { dataDisks, tags, autoReleaseAt } = value;
  const same = Object.entries(emptyCreation()).every(
    ([field, usual]) => field === 'autoReleaseAt' || typeof value[field] === typeof usual,
  );
  return (
    same &&
    isListOf(dataDisks, ['category', 'size']) &&
    isListOf(tags, ['key', 'value']) &&
    (autoReleaseAt === null || typeof autoReleaseAt === 'number') &&
    ['image', 'keyPair', 'password'].includes(String(value['signIn'])) &&
    ['PostPaid', 'PrePaid'].includes(String(value['chargeType'])) &&
    Object.hasOwn(PERIODS, String(value['periodUnit']))
  );
}

function isListOf(value: unknown, members: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => isRecord(item) && members.every((member) => typeof item[member] === 'string'))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
