import { CircleX, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { CommandType } from '@/domain/command-type';
import { type ParameterScan, unquotedUses } from '@/domain/parameters';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { Switch } from '@/ui/Switch';
import { FORM_LIMITS } from './command-form';
import { useProblemWords } from './problem-text';

export interface ParametersPanelProps {
  type: CommandType;
  content: string;
  /** The parameters of the content, whether they are used or not. */
  scan: ParameterScan;
  on: boolean;
  onToggle(on: boolean): void;
}

const EXAMPLE = '{{name}}';

/** The switch, what the script asks for on every run, and what is wrong with it (contract 4.7). */
export function ParametersPanel({ type, content, scan, on, onToggle }: ParametersPanelProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const count = scan.names.length;
  return (
    <section className="flex min-w-0 flex-col gap-3" aria-label={t('form.parametersHeading')}>
      <h2 className="flex min-h-[26px] items-center">{t('form.parametersHeading')}</h2>
      <Switch
        label={t('form.useParameters')}
        checked={on}
        onCheckedChange={onToggle}
        help={
          !on
            ? t('form.parametersOff', { example: EXAMPLE })
            : count === 0
              ? t('form.parametersNone', { example: EXAMPLE })
              : t('form.parametersFound', {
                  count,
                  number: format.number(count),
                  limit: FORM_LIMITS.parametersPerCommand,
                })
        }
      />
      {!on && count > 0 ? (
        <Note
          tone="info"
          role="status"
          action={
            <Button size="sm" onClick={() => onToggle(true)}>
              {t('form.turnOn')}
            </Button>
          }
        >
          {t('form.parametersOffered', { count, number: format.number(count) })}
        </Note>
      ) : null}
      {on ? <Found scan={scan} /> : null}
      {on && type === 'RunShellScript' ? <Unquoted content={content} /> : null}
    </section>
  );
}

function Found({ scan }: { scan: ParameterScan }) {
  const { t } = useTranslation('commands');
  const words = useProblemWords();
  const format = useFormat();
  const tooMany = scan.tooMany
    ? words.draft({
        field: 'content',
        kind: 'tooManyParameters',
        limit: FORM_LIMITS.parametersPerCommand,
        actual: scan.names.length,
      })
    : null;
  return (
    <>
      {scan.names.length > 0 ? (
        <ul aria-label={t('form.parametersHeading')} className="flex flex-wrap gap-1.5">
          {scan.names.map((name) => (
            <li key={name} className="code max-w-full break-all">
              <span className="param">{name}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {tooMany !== null || scan.problems.length > 0 ? (
        <ul role="status" className="flex flex-col gap-2">
          {tooMany === null ? null : <Wrong>{tooMany}</Wrong>}
          {scan.problems.slice(0, MOST_PROBLEMS).map((problem) => (
            <Wrong key={problem.from}>{words.parameter(problem)}</Wrong>
          ))}
          {scan.problems.length > MOST_PROBLEMS ? (
            <li className="text-text-muted">+{format.number(scan.problems.length - MOST_PROBLEMS)}</li>
          ) : null}
        </ul>
      ) : null}
    </>
  );
}

/** A pasted page of another template language may hold hundreds; the editor underlines them all. */
const MOST_PROBLEMS = 8;

function Wrong({ children }: { children: React.ReactNode }) {
  return (
    <li className="flex gap-2">
      <CircleX className="mt-px text-danger" aria-hidden />
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}

/** A value put into a shell script without quotes is split and expanded by the shell. */
function Unquoted({ content }: { content: string }) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const names = useMemo(
    () => [...new Set(unquotedUses(content).map(({ name }) => `{{${name}}}`))],
    [content],
  );
  if (names.length === 0) return null;
  return (
    <div role="status" className="flex gap-2">
      <TriangleAlert className="mt-px text-warn" aria-hidden />
      <p className="min-w-0 break-words">
        <b>{t('form.unquoted', { count: names.length, names: format.list(names) })}</b>
        <span className="block text-text-muted">{t('form.unquotedHelp')}</span>
      </p>
    </div>
  );
}
