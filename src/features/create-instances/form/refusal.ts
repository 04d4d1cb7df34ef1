import type { CreationField } from '@/domain/instance-creation';

/** A refusal by the service that is about one field of the form, in words. */
export interface FieldRefusal {
  field: CreationField | null;
  words: string;
}
