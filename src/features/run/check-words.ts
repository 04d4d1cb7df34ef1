import { useTranslation } from '@/i18n/use-translation';
import { draftProblemText, runProblemText } from '@/domain/problem-texts';
import { useFormat } from '@/i18n/format';
import type { Check, Unfit } from './preflight';
import type { ScheduleFacts } from './schedule-facts';

export interface CheckWords {
  /** What is so: also the reason of a button that cannot be used. */
  title: string;
  /** What it means, or what to do. */
  body?: string;
}

/** The lines of the preflight in words. */
export function useCheckWords(): (check: Check) => CheckWords {
  const { t } = useTranslation('run');
  const { t: word } = useTranslation('domain');
  const format = useFormat();
  const braces = (names: readonly string[]) => format.list(names.map((name) => `{{${name}}}`));
  const sizes = (bytes: number, limit: number) => {
    const rounded = { used: format.bytes(bytes), limit: format.bytes(limit) };
    // Two sizes that round to the same words would read as a contradiction.
    return rounded.used === rounded.limit
      ? { used: `${format.number(bytes)} B`, limit: `${format.number(limit)} B` }
      : rounded;
  };
  return (check) => {
    switch (check.kind) {
      case 'commandGone':
        return { title: t('check.gone'), body: t('check.goneBody') };
      case 'script': {
        if (check.problem.field === 'content' && check.problem.kind === 'required') {
          return { title: t('check.noScript'), body: t('check.noScriptBody') };
        }
        const { key, values } = draftProblemText(check.problem);
        return { title: word(key, values) };
      }
      case 'commandQuota':
        return {
          title: t('check.commandQuota', { limit: format.number(check.limit) }),
          body: t('check.commandQuotaBody'),
        };
      case 'noInstances':
        return { title: t('check.noInstances'), body: t('check.noInstancesBody') };
      case 'checking':
        return { title: t('check.checking', figure(check.count)) };
      case 'unfit':
        return {
          title:
            check.of === 1
              ? t('check.unfitOnly')
              : t('check.unfit', { ...figure(check.instances.length), total: format.number(check.of) }),
        };
      case 'fit':
        return { title: t('check.fit', figure(check.count)), body: t('check.fitBody', figure(check.count)) };
      case 'calls':
        return check.blocks
          ? {
              title: t('check.tooMany', { limit: format.number(check.limit) }),
              body: t('check.tooManyBody', figure(check.count - check.limit)),
            }
          : {
              title: t('check.oneCall'),
              body: t('check.oneCallBody', { ...figure(check.count), limit: format.number(check.limit) }),
            };
      case 'batches':
        return {
          title: t('check.calls', { count: check.calls, number: format.number(check.calls) }),
          body:
            check.canary > 0
              ? t('check.callsCanary', { ...figure(check.canary), limit: format.number(check.limit) })
              : t('check.callsBody', { ...figure(check.count), limit: format.number(check.limit) }),
        };
      case 'engine':
        return {
          title: t('check.engine', figure(check.count)),
          body: [
            t('check.engineBatches', { count: check.batches, number: format.number(check.batches) }),
            t('check.engineAtOnce', figure(check.atOnce)),
            ...(check.pauses > 0 ? [t('check.enginePauses', figure(check.pauses))] : []),
            t('check.engineGoesOn'),
          ].join(format.gap),
        };
      case 'engineTooMany':
        return {
          title: t('check.engineTooMany', { limit: format.number(check.limit) }),
          body: t('check.engineTooManyBody', figure(check.count - check.limit)),
        };
      case 'engineScript':
        return {
          title: t('check.engineScript', { limit: format.number(check.limit) }),
          body: t('check.engineScriptBody', { number: format.number(check.characters) }),
        };
      case 'engineBraces':
        return { title: t('check.engineBraces'), body: t('check.engineBracesBody') };
      case 'engineKeep':
        return { title: t('check.engineKeep'), body: t('check.engineKeepBody') };
      case 'engineRights':
        return { title: t('check.engineRights'), body: format.list(check.missing) };
      case 'badBatches':
        return { title: t('check.badBatches'), body: t('check.badBatchesBody') };
      case 'size':
        return check.blocks
          ? { title: t('check.tooLarge'), body: t('check.tooLargeBody', sizes(check.bytes, check.limit)) }
          : { title: t('check.size'), body: t('check.sizeBody', sizes(check.bytes, check.limit)) };
      case 'parameters': {
        const { key, values } = runProblemText(check.problem);
        return { title: word(key, values) };
      }
      case 'unquoted':
        return {
          title: t('check.unquoted', { count: check.names.length, names: braces(check.names) }),
          body:
            check.harmful.length > 0
              ? t('check.unquotedHarmful', { names: format.list(check.harmful) })
              : t('check.unquotedBody'),
        };
      case 'schedule':
        return scheduleWords(check.schedule);
      case 'fires':
        return {
          title: t('check.fires'),
          body:
            check.shortestSeconds === null
              ? t('check.firesOnce')
              : t('check.firesBody', { interval: format.duration(check.shortestSeconds * 1000) }),
        };
      case 'overlap':
        return {
          title: t('check.overlap'),
          body: t('check.overlapBody', {
            timeout: format.duration(check.timeoutSeconds * 1000),
            interval: format.duration(check.shortestSeconds * 1000),
          }),
        };
      case 'quota': {
        const values = {
          count: check.left,
          left: format.number(check.left),
          limit: format.number(check.limit),
          calls: format.number(check.calls),
        };
        if (check.blocks) return { title: t('check.quotaUsedUp', values), body: t('check.quotaUsedUpBody') };
        return {
          title:
            check.calls > check.left
              ? t('check.quotaTooShort')
              : check.tone === 'warn'
                ? t('check.quotaShort')
                : t('check.quota'),
          body:
            check.fires === undefined
              ? t('check.quotaBody', values)
              : t('check.quotaFires', { ...values, ...figure(check.fires) }),
        };
      }
      case 'quotaUnknown':
        return { title: t('check.quotaUnknown') };
      case 'restarts': {
        const [first] = check.restarts;
        return {
          title: t('check.restarts', figure(check.restarts.length)),
          body:
            first?.at === null || first === undefined
              ? t('check.restartsNow')
              : t('check.restartsAt', { time: format.dateTime(first.at) }),
        };
      }
      case 'sameRun':
        return {
          title: t(check.run.scheduled ? 'check.sameSchedule' : 'check.sameRun', figure(check.run.instances)),
          body:
            check.others > 0
              ? t('check.sameRunOthers', figure(check.others))
              : t(check.run.scheduled ? 'check.sameScheduleBody' : 'check.sameRunBody'),
        };
      case 'unanswered':
        return {
          title: t('check.unanswered'),
          body: check.changed ? t('check.unansweredChanged') : t('check.unansweredSame'),
        };
    }
  };

  function scheduleWords({ empty, problem }: ScheduleFacts): CheckWords {
    if (empty) return { title: t('check.noSchedule'), body: t('check.noScheduleBody') };
    switch (problem?.kind) {
      case 'cron':
      case 'form':
        return { title: t('check.cronWrong'), body: t('check.cronWrongBody') };
      case 'tooOften':
        return { title: t('check.tooOften'), body: t('check.tooOftenBody') };
      case 'past':
        return { title: t('check.past', { year: problem.lastYear }), body: t('check.neverBody') };
      case 'over':
        return { title: t('check.never'), body: t('check.overBody') };
      default:
        return { title: t('check.never'), body: t('check.neverBody') };
    }
  }

  function figure(count: number) {
    return { count, number: format.number(count) };
  }
}

/** Why an instance cannot run the command, in two or three words. */
export function useUnfitWords(): (reason: Unfit) => string {
  const { t } = useTranslation('run');
  const { t: word } = useTranslation('domain');
  return (reason) => (reason === 'gone' ? t('check.released') : word(`ineligibility.${reason}.short`));
}
