import { useState } from 'react';
import { TextField } from '@/ui/TextField';

export interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
  className?: string | undefined;
}

/** A whole number in bounds. What is typed on the way to one, also nothing, stays until the field is left. */
export function NumberField({ label, value, min, max, onChange, className }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const change = (text: string) => {
    setDraft(text);
    const next = Number(text);
    if (/^[0-9]+$/.test(text) && next >= min && next <= max) onChange(next);
  };
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={draft ?? String(value)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
      className={className}
    />
  );
}
