import type { EventPattern } from '@/domain/event-rule';
import type { EventRuleTargets } from '@/domain/event-rule-targets';
import type { Reader } from '../decode';

/** A pattern as it is told: inner lists repeat the wrapper's name, or are bare (contract 9.5). */
export function eventPatternOf(row: Reader): EventPattern {
  return {
    product: row.text('Product'),
    types: row.texts('EventTypeList', 'EventTypeList'),
    levels: row.texts('LevelList', 'LevelList'),
    names: row.texts('NameList', 'NameList'),
    statuses: row.texts('StatusList', 'StatusList'),
    filter: filterOf(row),
  };
}

/** Conditions that only the service judges, as one text. */
function filterOf(row: Reader): string {
  const keywords = row.object('KeywordFilter');
  const words = keywords.texts('Keywords', 'Keywords');
  return [
    row.text('CustomFilters'),
    row.text('SQLFilter'),
    ...(words.length > 0 ? [`${keywords.text('Relation')} ${words.join(', ')}`.trim()] : []),
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** Where each kind of target that this console does not write has what, and what says where it leads. */
const OTHERS = [
  { kind: 'MNS', wrapper: 'MnsParameters', item: 'MnsParameter', where: ['Region', 'Queue', 'Topic'] },
  {
    kind: 'FC',
    wrapper: 'FcParameters',
    item: 'FCParameter',
    where: ['Region', 'ServiceName', 'FunctionName'],
  },
  { kind: 'SLS', wrapper: 'SlsParameters', item: 'SlsParameter', where: ['Region', 'Project', 'LogStore'] },
  {
    kind: 'OpenAPI',
    wrapper: 'OpenApiParameters',
    item: 'OpenApiParameters',
    where: ['Region', 'Product', 'Action'],
  },
] as const;

/** Targets of other kinds, in words. */
export function otherTargets(reply: Reader): EventRuleTargets['others'] {
  return OTHERS.flatMap(({ kind, wrapper, item, where }) =>
    reply.list(wrapper, item, (row) => ({
      kind,
      id: row.text('Id'),
      where: where.flatMap((name) => row.text(name) || []).join(' / '),
    })),
  );
}
