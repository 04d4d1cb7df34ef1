/** Status colours, never decoration: always beside an icon or a word. */
export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'neutral';

export const TEXT: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
  info: 'text-info',
  neutral: 'text-text-subtle',
};

export const SOLID: Record<Tone, string> = {
  ok: 'bg-ok-solid',
  warn: 'bg-warn-solid',
  danger: 'bg-danger-solid',
  info: 'bg-info-solid',
  neutral: 'bg-neutral-solid',
};
