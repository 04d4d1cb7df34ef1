import { useState } from 'react';
import type { ScalarField } from '@/api/catalog/field';
import { newClientToken } from '@/api/rpc';
import { decodeBase64, encodeBase64, isBase64 } from '@/domain/base64';
import { jsonFault } from '@/domain/json-syntax';
import { useTranslation } from '@/i18n/use-translation';
import { decodeOutput, isUtf8 } from '@/ui/output/decode-output';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import type { FieldInputProps } from './field-input-props';
import { useFieldWords } from './use-field-words';

const NOT_SENT = '';
const OTHER = '\0other';
const FLAGS = ['true', 'false'] as const;
const MOST_ROWS = 14;

/** One text: a choice where the contract lists the values, else a field with the tools its kind deserves. */
export function ScalarInput(props: FieldInputProps<ScalarField>) {
  const { field, name, form } = props;
  const text = form.values[name];
  const values = field.type === 'boolean' ? FLAGS : field.values;
  const [isFree, setFree] = useState(false);
  if (values && !isFree && (text === undefined || text === '' || values.includes(text)))
    return <ChoiceInput {...props} values={values} onOther={() => setFree(true)} />;
  return <TextInput {...props} />;
}

function ChoiceInput({
  field,
  name,
  form,
  faults,
  inList,
  hiddenLabel,
  values,
  onOther,
}: FieldInputProps<ScalarField> & { values: readonly string[]; onOther(): void }) {
  const { t } = useTranslation('explorer');
  const words = useFieldWords();
  const fault = faults.get(name);
  return (
    <SelectField
      label={<Name name={name} />}
      hiddenLabel={hiddenLabel}
      hint={hiddenLabel ? undefined : words.kind(field)}
      help={words.help(field) || undefined}
      error={fault ? words.fault(fault) : undefined}
      value={form.values[name] ?? NOT_SENT}
      options={[
        { value: NOT_SENT, label: t('form.notSent') },
        ...values.map((value) => ({ value, label: value })),
        { value: OTHER, label: t('form.other') },
      ]}
      onValueChange={(value) => {
        if (value === OTHER) onOther();
        else form.change(name, value === NOT_SENT && !inList ? undefined : value);
      }}
    />
  );
}

function TextInput({ field, name, form, faults, inList, hiddenLabel }: FieldInputProps<ScalarField>) {
  const { t } = useTranslation('explorer');
  const words = useFieldWords();
  const text = form.values[name];
  const fault = faults.get(name);
  const isLong = field.multiline === true || field.type === 'json';
  const isEmpty = text === undefined || text === '';
  const rows = Math.min(MOST_ROWS, Math.max(field.multiline ? 4 : 2, (text ?? '').split('\n').length));
  const set = (value: string | undefined) => form.change(name, value);
  const tools: { id: string; label: string; run(): void }[] = [];
  if (isEmpty && field.type === 'text' && !field.secret && form.opened.includes(name))
    tools.push(
      text === undefined
        ? { id: 'empty', label: t('form.sendEmpty'), run: () => set('') }
        : { id: 'empty', label: t('form.leaveOut'), run: () => set(undefined) },
    );
  if (name === 'ClientToken')
    tools.push({ id: 'token', label: t('form.newToken'), run: () => set(newClientToken()) });
  if (field.type === 'json' && !isEmpty && jsonFault(text) === null)
    tools.push({ id: 'format', label: t('form.format'), run: () => set(formatted(text)) });
  if (field.base64 && !isEmpty) {
    tools.push({ id: 'encode', label: t('form.encode'), run: () => set(encodeBase64(text)) });
    const decoded = decodedText(text);
    if (decoded !== null) tools.push({ id: 'decode', label: t('form.decode'), run: () => set(decoded) });
  }
  const help = words.help(field);
  return (
    <TextField
      label={<Name name={name} />}
      hiddenLabel={hiddenLabel}
      hint={hiddenLabel ? undefined : words.kind(field)}
      mono
      multiline={isLong}
      rows={rows}
      type={field.secret ? 'password' : undefined}
      autoComplete={field.secret ? 'new-password' : 'off'}
      spellCheck={false}
      value={text ?? ''}
      placeholder={text === '' && !inList ? t('form.sentEmpty') : undefined}
      error={fault ? words.fault(fault) : undefined}
      help={
        help || tools.length > 0 ? (
          <span className="flex flex-wrap items-baseline gap-x-2.5">
            {help ? <span>{help}</span> : null}
            {tools.map(({ id, label, run }) => (
              <button
                key={id}
                type="button"
                className="inline-link text-text-muted hover:text-text"
                onClick={run}
              >
                {label}
                <span className="sr-only">: {name}</span>
              </button>
            ))}
          </span>
        ) : undefined
      }
      onChange={(event) => {
        const { value } = event.currentTarget;
        set(value === '' && !inList ? undefined : value);
      }}
    />
  );
}

function Name({ name }: { name: string }) {
  return <span className="code">{name}</span>;
}

function formatted(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2);
}

/** What a Base64 text stands for; null if it is none, or stands for something else than text. */
function decodedText(text: string): string | null {
  if (!isBase64(text)) return null;
  const bytes = decodeBase64(text);
  return isUtf8(bytes) ? decodeOutput(bytes, 'utf-8') : null;
}
