import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { policyFor } from '@/api/actions';
import { CodeBlock } from '@/ui/CodeBlock';
import { Segmented } from '@/ui/Segmented';

/** The policy for a RAM user of the console's own, to copy. */
export function PolicyFacts() {
  const { t } = useTranslation('connect');
  const [kinds, setKinds] = useState<'all' | 'reads'>('all');
  return (
    <details>
      <summary className="font-semibold">{t('policy.title')}</summary>
      <div className="mt-2 flex flex-col items-start gap-3">
        <p className="text-text-muted">{t('policy.lede')}</p>
        <Segmented
          label={t('policy.name')}
          value={kinds}
          onValueChange={setKinds}
          options={[
            { value: 'all', label: t('policy.all') },
            { value: 'reads', label: t('policy.reads') },
          ]}
        />
        <CodeBlock
          className="max-h-[320px] w-full"
          label={t('policy.name')}
          language="json"
          code={policyFor(kinds === 'all' ? ['read', 'write'] : ['read'])}
        />
      </div>
    </details>
  );
}
