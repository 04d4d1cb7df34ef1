import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Status } from '@/ui/Status';
import type { BulkOutcome } from './use-bulk';
import { useRefusalText } from './use-refusal-text';

/** One of the things an action is about to be done to, or not. */
export interface ActTarget {
  key: string;
  label: string;
  /** After the label, quietly: its region, a size. */
  detail?: string | undefined;
  /** Why it is left out. */
  leftOut?: string | undefined;
}

const MOST_SHOWN = 100;
const RANK = { failed: 0, running: 1, none: 2, done: 3, leftOut: 4 };

/** What an action is done to, one line each, failures first and what is left out last; afterwards what became of each. */
export function TargetList({
  targets,
  outcomes,
}: {
  targets: readonly ActTarget[];
  outcomes: ReadonlyMap<string, BulkOutcome>;
}) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const rank = ({ key, leftOut }: ActTarget) =>
    RANK[leftOut === undefined ? (outcomes.get(key)?.state ?? 'none') : 'leftOut'];
  const shown = targets.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN);
  return (
    <ul
      aria-label={t('act.targets')}
      tabIndex={0}
      className="max-h-56 min-h-0 overflow-auto rounded-sm bg-panel px-3 py-1.5"
    >
      {shown.map((target) => (
        <li key={target.key} className="flex min-h-7 items-start gap-3 py-1">
          <span className="flex min-w-0 flex-1 flex-wrap gap-x-2">
            <b className="break-words">{target.label}</b>
            {target.detail ? <span className="text-text-muted">{target.detail}</span> : null}
          </span>
          {target.leftOut ? (
            <span className="max-w-[60%] text-right text-text-muted">{target.leftOut}</span>
          ) : (
            <Outcome outcome={outcomes.get(target.key)} />
          )}
        </li>
      ))}
      {targets.length > MOST_SHOWN ? (
        <li className="py-1 text-text-muted">
          {t('act.more', {
            count: targets.length - MOST_SHOWN,
            number: format.number(targets.length - MOST_SHOWN),
          })}
        </li>
      ) : null}
    </ul>
  );
}

function Outcome({ outcome }: { outcome: BulkOutcome | undefined }) {
  const { t } = useTranslation('events');
  const refusal = useRefusalText();
  if (!outcome) return null;
  if (outcome.state === 'running')
    return (
      <Status tone="info" icon="running">
        {t('act.running')}
      </Status>
    );
  if (outcome.state === 'done')
    return (
      <Status tone="ok" icon="success">
        {t('act.done')}
      </Status>
    );
  const { text, code } = refusal(outcome.error);
  return (
    <span className="max-w-[65%] text-right">
      <Status tone="danger" icon="failed" className="whitespace-normal!">
        {text}
      </Status>
      {code ? <span className="code block text-xs break-all text-text-muted">{code}</span> : null}
    </span>
  );
}
