import { COMMAND_TYPES } from '@/domain/command-type';
import { choice, type Field, group, integer, objects, text } from './field';

/** Parameters that many actions take alike (contract 1.6, 1.9, 3). */
export const TYPE = choice('Type', COMMAND_TYPES);
export const CLIENT_TOKEN = text('ClientToken', { maxLength: 64, note: 'idempotent' });
export const RESOURCE_GROUP = text('ResourceGroupId');
export const CONTENT_ENCODINGS = ['Base64', 'PlainText'] as const;

export const pages = (max: number, byDefault = 10): readonly Field[] => [
  integer('PageNumber', { min: 1, default: '1' }),
  integer('PageSize', { min: 1, max, default: String(byDefault) }),
];

export const tokens = (max: number, min = 1): readonly Field[] => [
  integer('MaxResults', { min, max }),
  text('NextToken'),
];

export const tags = (max = 20): Field => objects('Tag', [text('Key'), text('Value')], { max });

/** `NotBefore.Start`, `NotBefore.End`. */
export const timeSpan = (name: string): Field => group(name, [text('Start'), text('End')], 'utcTime');
