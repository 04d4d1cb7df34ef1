import { Clock } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { profileInForce } from '@/api/limits-in-force';
import { parseCron, splitCron } from '@/domain/cron';
import type { Profile } from '@/domain/limits';
import { machineZone, type TimeZone } from '@/domain/time-zone';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import { HelpLink } from '@/features/help';
import { useNow } from '@/ui/use-now';
import { FireTimes } from '../FireTimes';
import { problemTexts } from '../problem-text';
import { useScheduleDates } from '../schedule-dates';
import { scheduleProblem } from '../schedule-problem';
import type { RestartWindow } from '../week-marks';
import { useWords } from '../use-schedule-words';
import { WeekStrip } from '../WeekStrip';
import { CronFieldBoxes } from './CronFieldBoxes';
import { type Plan, planOf, planText } from './plan';
import { PlanFields } from './PlanFields';
import { PRESETS } from './presets';
import { ScheduleSentence } from './ScheduleSentence';

export interface ScheduleEditorProps {
  /** The expression as typed, right or wrong; `scheduleProblem` says whether it can be sent. */
  value: string;
  onChange(text: string): void;
  /** When the chosen instances may restart. */
  windows?: readonly RestartWindow[] | undefined;
  /** Epoch ms; default: the machine's clock, going on. */
  now?: number | undefined;
  /** The local zone; default: the machine's. */
  zone?: TimeZone | undefined;
  /** What may be written; default: what the account behind the pages knows. */
  profile?: Profile | undefined;
}

/** Writes a schedule: by preset, as text or by form, each in step with the others, and shows what it means. */
export function ScheduleEditor({
  value,
  onChange,
  windows,
  now,
  zone,
  profile = profileInForce(),
}: ScheduleEditorProps) {
  const { t } = useTranslation('schedules');
  const dates = useScheduleDates();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const machineNow = useNow(0);
  const at = now ?? machineNow;
  const local = useMemo(() => zone ?? machineZone(), [zone]);
  const parsed = useMemo(() => parseCron(value), [value]);
  const problem = useMemo(() => scheduleProblem(value, at, profile), [value, at, profile]);
  // A form of today's has no fields of its own.
  const isOther = !parsed.ok && /^\s*(?:rate|at)\s*\(/i.test(value) && profile === 'today';
  const preset = PRESETS.findIndex((sample) => parsed.ok && sample.expression === parsed.cron.text);
  const errors = problem?.kind === 'cron' ? problem.errors : [];
  const mistakes = problem ? <Sentences texts={problemTexts(problem, at, { t, dates })} /> : undefined;
  // Nothing written yet is no mistake: the same sentence stands there as help.
  const untouched = value.trim() === '' ? mistakes : undefined;
  const choose = (from: number, to: number) => {
    input.current?.focus();
    input.current?.setSelectionRange(from, to);
    setCaret(from);
  };
  return (
    <div role="group" aria-label={t('editor.label')} className="flex flex-col gap-2.5">
      <div className="grid grid-cols-[2fr_3fr] items-start gap-3">
        <SelectField
          label={t('editor.preset')}
          value={preset < 0 ? null : String(preset)}
          placeholder={t('editor.presetNone')}
          options={PRESETS.map(({ key, expression }, index) => ({
            value: String(index),
            label: t('editor.presetOption', { meaning: t(`presets.${key}`), expression }),
          }))}
          onValueChange={(index) => onChange(PRESETS[Number(index)]!.expression)}
        />
        <TextField
          ref={input}
          label={t(profile === 'today' ? 'editor.frequency' : 'editor.cron')}
          hint="UTC"
          help={untouched ?? (profile === 'today' ? t('editor.forms') : undefined)}
          mono
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setCaret(null)}
          error={untouched ? undefined : mistakes}
        />
      </div>
      {isOther ? null : (
        <CronFieldBoxes
          expression={value}
          errors={errors}
          current={caret === null ? null : fieldAt(value, caret)}
          onChoose={choose}
        />
      )}
      <PlanFields
        plan={parsed.ok ? planOf(parsed.cron) : null}
        onChange={(plan: Plan) => onChange(planText(plan))}
      />
      {parsed.ok ? (
        <ScheduleSentence cron={parsed.cron} now={at} zone={local} />
      ) : problem ? null : (
        <p aria-live="polite">
          <b>{t('sentence', { words: words.ofText(value) })}</b>
        </p>
      )}
      {problem ? null : (
        <div>
          <FireTimes expression={value} now={at} zone={local} />
          <WeekStrip expression={value} now={at} windows={windows} zone={local} />
        </div>
      )}
      <p className="flex items-start gap-2 text-xs text-text-muted">
        <Clock className="mt-px size-3.5" aria-hidden />
        <span className="min-w-0 flex-1">{t('note.clock')}</span>
        <HelpLink topic="cron" />
      </p>
    </div>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className="block">
      {text}
    </span>
  ));
}

/** The field a place in an expression belongs to, counted from 0. */
function fieldAt(expression: string, place: number): number | null {
  const index = splitCron(expression).findIndex(
    ({ text, position }) => place >= position && place <= position + text.length,
  );
  return index < 0 ? null : index;
}
