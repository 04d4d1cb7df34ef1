import type { TFunction } from 'i18next';
import type { CronError } from '@/domain/cron';
import { BOUNDS } from '@/domain/cron-fields';
import { type ScheduleDates, UTC } from './schedule-dates';
import type { ScheduleProblem } from './schedule-problem';

/** A sentence that names the field and the reason. */
export function cronErrorText(error: CronError, t: TFunction<'schedules'>): string {
  const { field, text, actual = 0 } = error;
  const bounds = field === 'expression' ? null : BOUNDS[field];
  const names = bounds?.names ?? [];
  const hasNames = error.reason === 'character' && names.length > 0;
  const reason = t(hasNames ? 'error.characterNamed' : `error.${error.reason}`, {
    text,
    actual,
    min: bounds?.min,
    max: bounds?.max,
    example: names[1],
    first: names[0],
    last: names.at(-1),
  });
  return t('error.sentence', { field: t(`fieldName.${field}`), reason });
}

/** What is wrong with a schedule: a sentence for each thing. */
export function problemTexts(
  problem: ScheduleProblem,
  now: number,
  { t, dates }: { t: TFunction<'schedules'>; dates: ScheduleDates },
): string[] {
  switch (problem.kind) {
    case 'cron':
      return problem.errors.map((error) => cronErrorText(error, t));
    case 'form':
      return [t(`problem.${problem.reason}`)];
    case 'over':
      return [t('problem.over')];
    case 'never':
      return [t('problem.never')];
    case 'past':
      return [t('problem.past', { year: String(problem.lastYear) })];
    case 'tooOften': {
      const { first, second } = problem;
      if (first === null || second === null) return [t('problem.tooOften')];
      const moment = (at: number) => `${dates.day(at, UTC, now)} ${dates.time(at, UTC)}`;
      return [t('problem.tooOftenAt', { first: moment(first), second: dates.time(second, UTC) })];
    }
  }
}
