import { useId } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { encodeBase64 } from '@/domain/base64';
import { CREATION_LIMITS } from '@/domain/creation-limits';
import { utf8Length } from '@/domain/size';
import { useFormat } from '@/i18n/format';
import { CodeEditor } from '@/ui/code-editor/CodeEditor';
import { CopyButton } from '@/ui/CopyButton';
import { Meter } from '@/ui/Meter';
import type { FieldsProps } from './FieldsColumn';

/** The script that runs when they first start, and how it is sent. */
export function StartFields({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const sizeId = useId();
  const { userData } = form.draft;
  const base64 = userData === '' ? '' : encodeBase64(userData);
  return (
    <>
      <CodeEditor
        label={t('field.userData')}
        value={userData}
        onChange={(next) => form.change({ userData: next })}
        onBlur={() => form.leave('userData')}
        language={userData.startsWith('[powershell]') ? 'powershell' : 'shell'}
        hint={t('hint.optional')}
        help={t('help.userData')}
        error={errorOf('userData')}
        describedBy={sizeId}
        minLines={5}
        maxLines={14}
      />
      <div id={sizeId}>
        <Meter
          label={t('userData.size')}
          used={utf8Length(userData)}
          total={CREATION_LIMITS.userDataBytes}
          format={format.bytes}
          className="w-full"
        />
      </div>
      {base64 === '' ? null : (
        <details>
          <summary className="cursor-pointer text-text-muted">{t('userData.base64')}</summary>
          <div className="mt-1 flex items-start gap-2 rounded-sm bg-panel p-2">
            <code className="code max-h-28 min-w-0 flex-1 overflow-auto break-all">{base64}</code>
            <CopyButton text={base64} label={t('userData.copy')} />
          </div>
        </details>
      )}
    </>
  );
}
