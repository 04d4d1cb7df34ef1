import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { MenuButton } from '@/ui/MenuButton';
import { forgetScripts, recentScripts } from './recent-scripts';
import type { ScriptDraft } from './script-draft';

export interface RecentMenuProps {
  /** A script was chosen to stand in the place of the one being written. */
  onRecall(script: ScriptDraft): void;
}

/** The scripts last run in this tab, to be used again. */
export function RecentMenu({ onRecall }: RecentMenuProps) {
  const { t } = useTranslation('run');
  const format = useFormat();
  const [, setForgotten] = useState(0);
  const recent = recentScripts();
  if (recent.length === 0) return null;
  return (
    <MenuButton
      label={t('script.recent')}
      trigger={t('script.recent')}
      header={<span className="text-xs text-text-muted">{t('script.recentHelp')}</span>}
      entries={[
        ...recent.map(({ script, at }) => ({
          label: t('script.recentOne', { line: lineOf(script.content), time: format.clock(at) }),
          onSelect: () => onRecall(script),
        })),
        'separator' as const,
        {
          label: t('script.forget'),
          icon: Eraser,
          onSelect: () => {
            forgetScripts();
            setForgotten((count) => count + 1);
          },
        },
      ]}
    />
  );
}

const LONGEST = 32;

/** The line by which a script is known again: the first that does something. */
function lineOf(content: string): string {
  const lines = content.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => line !== '' && !/^(?:#|rem\b|::|@echo off|set -)/i.test(line));
  const line = telling ?? lines.find(Boolean) ?? '';
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
