import { CircleX, Lock } from 'lucide-react';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { useId } from 'react';
import { FieldFrame, describedBy } from './FieldFrame';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'ref'> {
  label: ReactNode;
  hint?: ReactNode;
  help?: ReactNode;
  /** A sentence that names the field and what is wrong. */
  error?: ReactNode;
  mono?: boolean | undefined;
  multiline?: boolean | undefined;
  /** Rows of a multiline field. */
  rows?: number | undefined;
  /** Why the value is fixed, and the way out: the field turns read-only with a lock. */
  fixedReason?: ReactNode;
  hiddenLabel?: boolean | undefined;
  ref?: Ref<HTMLInputElement | HTMLTextAreaElement> | undefined;
}

export function TextField({
  label,
  hint,
  help,
  error,
  mono = false,
  multiline = false,
  rows = 3,
  fixedReason,
  hiddenLabel,
  className,
  id,
  ref,
  ...input
}: TextFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const fixed = Boolean(fixedReason);
  const below = fixedReason ?? help;
  const shared = {
    id: fieldId,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': describedBy(fieldId, { hint, error, help: below }),
    'aria-disabled': fixed || undefined,
    readOnly: fixed || input.readOnly,
  };
  return (
    <FieldFrame
      id={fieldId}
      label={label}
      hint={hint}
      help={below}
      error={error}
      hiddenLabel={hiddenLabel}
      className={className}
    >
      <span
        className="field-box"
        data-invalid={error ? '' : undefined}
        data-fixed={fixed || input.disabled ? '' : undefined}
        data-mono={mono ? '' : undefined}
        data-multiline={multiline ? '' : undefined}
      >
        {multiline ? (
          <textarea
            rows={rows}
            {...(input as ComponentProps<'textarea'>)}
            {...shared}
            ref={ref as Ref<HTMLTextAreaElement>}
          />
        ) : (
          <input autoComplete="off" {...input} {...shared} ref={ref as Ref<HTMLInputElement>} />
        )}
        {error && !multiline ? <CircleX data-tone="danger" className="text-danger" aria-hidden /> : null}
        {fixed ? <Lock className="size-3.5" aria-hidden /> : null}
      </span>
    </FieldFrame>
  );
}
