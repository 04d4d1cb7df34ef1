import type { GroupField } from '@/api/catalog/field';
import type { FieldInputProps } from './field-input-props';
import { ListInput } from './ListInput';
import { ScalarInput } from './ScalarInput';
import { useFieldWords } from './use-field-words';

/** The control of any field. */
export function FieldInput({ field, ...rest }: FieldInputProps) {
  if (field.kind === 'scalar') return <ScalarInput field={field} {...rest} />;
  if (field.kind === 'list')
    return (
      <ListInput
        field={field}
        {...rest}
        item={(name) => (
          <FieldInput
            {...rest}
            field={field.item}
            name={name}
            inList
            hiddenLabel={field.item.kind === 'scalar'}
          />
        )}
      />
    );
  return <GroupInput {...rest} field={field} />;
}

function GroupInput({ field, name, hiddenLabel = false, ...rest }: FieldInputProps<GroupField>) {
  const words = useFieldWords();
  const help = words.help(field);
  const fault = rest.faults.get(name);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className={hiddenLabel ? 'sr-only' : 'mb-1 code font-semibold'}>{name}</legend>
      {help && !hiddenLabel ? <p className="-mt-2 text-xs text-text-muted">{help}</p> : null}
      <div className="flex flex-col gap-2.5 border-l-2 border-border pl-3">
        {field.fields.map((member) => (
          <FieldInput key={member.name} field={member} name={`${name}.${member.name}`} {...rest} />
        ))}
      </div>
      {fault ? <p className="text-xs text-danger">{words.fault(fault)}</p> : null}
    </fieldset>
  );
}
