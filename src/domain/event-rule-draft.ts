import { ECS_EVENT_NAMES, CMS_EVENT_LEVELS, CMS_EVENT_TYPES } from './cms-event-names';
import { ANY, type EventRule, MOST_IN_LIST, MOST_NAME_CHARACTERS, type MatchedEvent } from './event-rule';
import {
  channelsOf,
  type ContactTarget,
  type EventRuleTargets,
  webhookProblem,
  type WebhookTarget,
} from './event-rule-targets';

/** An event rule as it is being written: one pattern about ECS, and whom it tells. */
export interface EventRuleDraft {
  name: string;
  description: string;
  enabled: boolean;
  /** Empty: every type; the same for levels and names. */
  types: readonly string[];
  levels: readonly string[];
  names: readonly string[];
  silenceSeconds: number | null;
  contacts: readonly ContactTarget[];
  webhooks: readonly WebhookTarget[];
}

/** An event rule as it is in the account. */
export interface SavedRule {
  rule: EventRule;
  targets: EventRuleTargets;
}

export const EMPTY_RULE: EventRuleDraft = {
  name: '',
  description: '',
  enabled: true,
  types: [],
  levels: ['CRITICAL'],
  names: [],
  silenceSeconds: null,
  contacts: [],
  webhooks: [],
};

/** Why a rule that was read cannot be written back by a form of one plain ECS pattern without losing something. */
export type Unwritable = 'patterns' | 'product' | 'filter';

/** Null: `draftOfRule` holds all there is. */
export function unwritable({ patterns }: Pick<EventRule, 'patterns'>): Unwritable | null {
  const [pattern] = patterns;
  if (!pattern || patterns.length > 1) return 'patterns';
  if (pattern.product.toLowerCase() !== 'ecs') return 'product';
  return pattern.filter === '' && pattern.statuses.length === 0 ? null : 'filter';
}

const withoutAny = (list: readonly string[]) => (list.includes(ANY) ? [] : [...list]);

/** A rule and its targets as the form shows them. */
export function draftOfRule({ rule, targets }: SavedRule): EventRuleDraft {
  const [pattern] = rule.patterns;
  return {
    name: rule.name,
    description: rule.description,
    enabled: rule.enabled,
    types: withoutAny(pattern?.types ?? []),
    levels: withoutAny(pattern?.levels ?? []).map((level) => level.toUpperCase()),
    names: withoutAny(pattern?.names ?? []),
    silenceSeconds: rule.silenceSeconds,
    contacts: targets.contacts,
    webhooks: targets.webhooks,
  };
}

/** The rule the draft stands for. Types and levels always say something on the wire: `*` for all (contract 9.5). */
export function ruleOfDraft(draft: EventRuleDraft): EventRule {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    enabled: draft.enabled,
    silenceSeconds: draft.silenceSeconds,
    patterns: [
      {
        product: 'ECS',
        types: draft.types.length > 0 ? draft.types : [ANY],
        levels: draft.levels.length > 0 ? draft.levels : [ANY],
        names: draft.names,
        statuses: [],
        filter: '',
      },
    ],
  };
}

export type EventRuleField = 'name' | 'names' | 'contacts' | 'webhooks';
export type EventRuleProblem =
  | 'nameMissing'
  | 'nameTooLong'
  | 'tooManyNames'
  | 'matchesNothing'
  | 'noTarget'
  | 'groupMissing'
  | 'groupTwice'
  | 'urlMissing'
  | 'urlInvalid';

export interface FoundProblem {
  field: EventRuleField;
  problem: EventRuleProblem;
  /** The target it is about. */
  id?: string;
}

/** What keeps a draft from being sent, field by field. */
export function eventRuleProblems(draft: EventRuleDraft): FoundProblem[] {
  const found: FoundProblem[] = [];
  const name = draft.name.trim();
  if (name === '') found.push({ field: 'name', problem: 'nameMissing' });
  else if ([...name].length > MOST_NAME_CHARACTERS) found.push({ field: 'name', problem: 'nameTooLong' });
  if (draft.names.length > MOST_IN_LIST) found.push({ field: 'names', problem: 'tooManyNames' });
  else if (matchesNothing(draft)) found.push({ field: 'names', problem: 'matchesNothing' });
  if (draft.contacts.length + draft.webhooks.length === 0)
    found.push({ field: 'contacts', problem: 'noTarget' });
  const groups = new Set<string>();
  for (const { id, group, level } of draft.contacts) {
    if (group === '') found.push({ field: 'contacts', problem: 'groupMissing', id });
    else if (groups.has(group)) found.push({ field: 'contacts', problem: 'groupTwice', id });
    else if (channelsOf(level) === null) found.push({ field: 'contacts', problem: 'groupMissing', id });
    groups.add(group);
  }
  for (const { id, url } of draft.webhooks) {
    const problem = webhookProblem(url);
    if (problem)
      found.push({ field: 'webhooks', problem: problem === 'empty' ? 'urlMissing' : 'urlInvalid', id });
  }
  return found;
}

/** Names that no chosen type or level has: the rule would never fire. Names that are not known may match anything. */
function matchesNothing({ types, levels, names }: EventRuleDraft): boolean {
  if (names.length === 0) return false;
  const known = new Map(ECS_EVENT_NAMES.map((one) => [one.name, one]));
  return names.every((name) => {
    const one = known.get(name);
    if (!one) return false;
    return (
      (types.length > 0 && !types.includes(one.type)) || (levels.length > 0 && !levels.includes(one.level))
    );
  });
}

/** An event that stands for what a draft is about, for the preview of texts; null when none of the catalogue does. */
export function sampleEventOf(
  draft: Pick<EventRuleDraft, 'types' | 'levels' | 'names'>,
): MatchedEvent | null {
  const fitting = ECS_EVENT_NAMES.filter(
    (one) =>
      (draft.names.length === 0 || draft.names.includes(one.name)) &&
      (draft.types.length === 0 || draft.types.includes(one.type)) &&
      (draft.levels.length === 0 || draft.levels.includes(one.level)),
  );
  return fitting[0] ?? null;
}

/** Levels in the order of gravity, types in the catalogue's: as a form lists what is chosen. */
export const inLevelOrder = (levels: readonly string[]): string[] => inOrder(levels, CMS_EVENT_LEVELS);
export const inTypeOrder = (types: readonly string[]): string[] => inOrder(types, CMS_EVENT_TYPES);

function inOrder(values: readonly string[], order: readonly string[]): string[] {
  const place = (value: string) => {
    const index = order.indexOf(value);
    return index < 0 ? order.length : index;
  };
  return values.toSorted((a, b) => place(a) - place(b));
}
