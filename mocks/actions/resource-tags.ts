import { Fault } from '../fault';
import type { ParamReader } from './params';

const MAX_TAGS = 20;

/** Reads `Tag.N.Key` / `Tag.N.Value` of the Cloud Assistant actions (contract 5, codes common to the group). */
export function readTags(params: ParamReader): Record<string, string> {
  const tags = params.objects('Tag');
  if (tags.length > MAX_TAGS)
    throw new Fault('NumberExceed.Tags', 400, `At most ${MAX_TAGS} tags may be given.`);
  const read = new Map<string, string>();
  for (const { Key: key, Value: value = '' } of tags) {
    if (!key) throw new Fault('MissingParameter.TagKey', 400);
    if (read.has(key)) throw new Fault('Duplicate.TagKey', 400, 'The tag key is given more than once.');
    if (key.length > 128 || /^(acs:|aliyun)|https?:\/\//i.test(key)) {
      throw new Fault('InvalidTagKey.Malformed', 400, 'The specified tag key is not valid.');
    }
    if (value.length > 128 || /https?:\/\//i.test(value)) {
      throw new Fault('InvalidTagValue.Malformed', 400, 'The specified tag value is not valid.');
    }
    read.set(key, value);
  }
  return Object.fromEntries(read);
}

/** Whether something carries all of the tags asked for; an empty value asks for the key only. */
export function hasTags(
  tags: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => Object.hasOwn(tags, key) && (value === '' || tags[key] === value),
  );
}

export function tagRows(tags: Readonly<Record<string, string>>) {
  return { Tag: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) };
}
