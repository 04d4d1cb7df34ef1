import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { TextField } from '@/ui/TextField';
import type { ClockTime } from './plan';

export interface TimeFieldProps {
  time: ClockTime;
  onChange(time: ClockTime): void;
}

const TIME = /^([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?$/;

/**
 * A time of day, `18:00` or `18:00:30`. The browser's own time field would show 12 hours where its language does, and the
 * clock of the console has 24. What is typed on the way to a time stays until the field is left.
 */
export function TimeField({ time, onChange }: TimeFieldProps) {
  const { t } = useTranslation('schedules');
  const [draft, setDraft] = useState<string | null>(null);
  const change = (text: string) => {
    setDraft(text);
    const match = TIME.exec(text.trim());
    if (match) onChange({ hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0) });
  };
  const isWrong = draft !== null && !TIME.test(draft.trim());
  return (
    <TextField
      label={t('plan.time')}
      value={draft ?? timeText(time)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
      error={isWrong ? t('plan.timeError') : undefined}
      className="flex-1"
    />
  );
}

function timeText({ hour, minute, second }: ClockTime): string {
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
