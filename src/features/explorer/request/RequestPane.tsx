import { useState } from 'react';
import type { CatalogAction } from '@/api/catalog';
import { toCli } from '@/api/cli';
import type { Params } from '@/api/rpc';
import { useTranslation } from '@/i18n/use-translation';
import { CodeBlock } from '@/ui/CodeBlock';
import { CopyButton } from '@/ui/CopyButton';
import { Segmented } from '@/ui/Segmented';
import { formRequest, writtenCall } from './request-forms';
import { snippet, SNIPPET_LANGUAGES, SNIPPET_NAMES, type SnippetLanguage } from './snippets';

const FORMS = ['parameters', 'cli', 'body', 'code'] as const;
type RequestForm = (typeof FORMS)[number];

export interface RequestPaneProps {
  action: CatalogAction;
  /** Without secrets. */
  shown: Params;
}

/** What is going to be sent, in the form one needs it in. */
export function RequestPane({ action, shown }: RequestPaneProps) {
  const { t } = useTranslation('explorer');
  const [form, setForm] = useState<RequestForm>('parameters');
  const [language, setLanguage] = useState<SnippetLanguage>('typescript');
  const call = writtenCall(action.product, action.name, shown);
  const text = {
    parameters: () =>
      Object.entries(call.params)
        .map(([name, value]) => `${name} = ${value}`)
        .join('\n'),
    cli: () => toCli(action.product, action.name, shown),
    body: () => formRequest(call),
    code: () => snippet(language, call),
  }[form]();
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5 pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={t('request.form')}
          value={form}
          onValueChange={setForm}
          options={FORMS.map((value) => ({ value, label: t(`request.${value}`) }))}
        />
        <span className="flex-1" />
        <CopyButton text={text} label={t('request.copy')} />
      </div>
      {form === 'code' ? (
        <Segmented
          label={t('request.language')}
          value={language}
          onValueChange={setLanguage}
          options={SNIPPET_LANGUAGES.map((value) => ({ value, label: SNIPPET_NAMES[value] }))}
          className="self-start"
        />
      ) : null}
      <CodeBlock
        label={t(`request.${form}`)}
        code={text}
        // What travels is read as one text; a program has lines of its own.
        wrap={form !== 'code'}
        lineNumbers={false}
        className="min-h-0 flex-initial"
      />
      {form === 'body' ? <p className="text-xs text-text-muted">{t('request.unsigned')}</p> : null}
    </div>
  );
}
