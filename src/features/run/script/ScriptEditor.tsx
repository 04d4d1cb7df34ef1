import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { CommandType } from '@/domain/command-type';
import { scanParameters } from '@/domain/parameters';
import { parameterProblemText } from '@/domain/problem-texts';
import { CodeEditor } from '@/ui/code-editor/CodeEditor';
import type { ScriptDraft } from './script-draft';

export interface ScriptEditorProps {
  draft: ScriptDraft;
  onChange(content: string): void;
  error: string | undefined;
}

const LANGUAGE = {
  RunShellScript: 'shell',
  RunBatScript: 'bat',
  RunPowerShellScript: 'powershell',
} as const satisfies Record<CommandType, string>;

/** The script, with its parameters marked where they stand. */
export function ScriptEditor({ draft, onChange, error }: ScriptEditorProps) {
  const { t } = useTranslation('run');
  const { t: word } = useTranslation('domain');
  const { type, content, enableParameter } = draft;
  const lines = useEditorLines();
  const scan = useMemo(() => (enableParameter ? scanParameters(content) : null), [content, enableParameter]);
  const marks = useMemo(
    () => scan?.uses.map(({ from, to }) => ({ from, to, className: 'param' })) ?? [],
    [scan],
  );
  const problems = useMemo(
    () =>
      scan?.problems.map((problem) => {
        const { key, values } = parameterProblemText(problem);
        return { from: problem.from, to: problem.to, message: word(key, values) };
      }) ?? [],
    [scan, word],
  );
  return (
    <CodeEditor
      label={t('script.content')}
      value={content}
      onChange={onChange}
      language={LANGUAGE[type]}
      marks={marks}
      problems={problems}
      error={error}
      minLines={lines}
      maxLines={lines}
    />
  );
}

const LINE_HEIGHT = 18;
/** Head, foot and label of the sheet, and what is above and below the editor's lines. */
const AROUND = 214;
/** The editor's share of the height; the instances below take the rest. */
const SHARE = 0.45;

function useEditorLines(): number {
  return useSyncExternalStore(onResize, () =>
    Math.max(8, Math.floor(((window.innerHeight - AROUND) * SHARE) / LINE_HEIGHT)),
  );
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
