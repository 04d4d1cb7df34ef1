import { describe, expect, it } from 'vitest';
import { BORN_AT, callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import { createLedger } from '../ledger';
import { HOME_REGION } from '../world/world';
import { describeTags, listTagResources } from './tags';

const RegionId = HOME_REGION;
const home = demoWorld.instances(RegionId);

interface TagResources {
  NextToken: string;
  TagResources: {
    TagResource: { ResourceId: string; ResourceType: string; TagKey: string; TagValue: string }[];
  };
}

const list = async (params: Record<string, string>, context = {}) =>
  (await callAction(
    listTagResources,
    { RegionId, ResourceType: 'instance', ...params },
    context,
  )) as unknown as TagResources;

describe('DescribeTags', () => {
  it('B2: counts the instances of each tag, 50 to a page', async () => {
    const answer = (await callAction(describeTags, { RegionId, 'Tag.1.Key': 'env' })) as {
      PageSize: number;
      Tags: { Tag: { TagKey: string; TagValue: string; ResourceTypeCount: { Instance: number } }[] };
    };
    expect(answer.PageSize).toBe(50);
    expect(answer.Tags.Tag.map((tag) => tag.TagValue)).toEqual(['dev', 'prod', 'stage']);
    const production = home.filter((instance) => instance.tags['env'] === 'prod').length;
    expect(answer.Tags.Tag[1]).toEqual({
      TagKey: 'env',
      TagValue: 'prod',
      ResourceTypeCount: { Instance: production },
    });
  });

  it('B2: finds nothing on kinds of resource the account has none of', async () => {
    expect(await callAction(describeTags, { RegionId, ResourceType: 'disk' })).toMatchObject({
      TotalCount: 0,
      Tags: { Tag: [] },
    });
  });
});

describe('ListTagResources', () => {
  it('B2: continues by token until every tag of every instance was sent once', async () => {
    const rows: string[] = [];
    let token = '';
    do {
      const answer: TagResources = await list(token === '' ? {} : { NextToken: token });
      rows.push(...answer.TagResources.TagResource.map((row) => `${row.ResourceId} ${row.TagKey}`));
      expect(answer.TagResources.TagResource.length).toBeLessThanOrEqual(50);
      token = answer.NextToken;
    } while (token !== '');
    expect(rows).toEqual(
      home.flatMap((instance) => Object.keys(instance.tags).map((key) => `${instance.instanceId} ${key}`)),
    );
  });

  it('B2: finds resources by tag and by id', async () => {
    const crm = await list({ 'Tag.1.Key': 'app', 'Tag.1.Value': 'crm' });
    expect(crm.TagResources.TagResource.map((row) => [row.TagKey, row.TagValue])).toEqual([
      ['app', 'crm'],
      ['app', 'crm'],
    ]);
    const one = await list({ 'ResourceId.1': home[4]!.instanceId });
    expect(new Set(one.TagResources.TagResource.map((row) => row.ResourceId))).toEqual(
      new Set([home[4]!.instanceId]),
    );
  });

  it('B2: knows the tags of commands', async () => {
    const ledger = createLedger();
    const tags = { stage: 'canary' };
    ledger.reduce({
      kind: 'CommandCreated', at: BORN_AT, regionId: RegionId, commandId: 'c-1', name: 'n', description: '', type: 'RunShellScript',
      content: 'true', workingDir: '', timeoutSeconds: 60, enableParameter: false, tags,
    }); // prettier-ignore
    const answer = await list({ ResourceType: 'command' }, { ledger });
    expect(answer.TagResources.TagResource).toEqual([
      { ResourceId: 'c-1', ResourceType: 'command', TagKey: 'stage', TagValue: 'canary' },
    ]);
  });

  it('K4: refuses with the documented codes', async () => {
    const refusal = (params: Record<string, string>) => refusalOf(callAction(listTagResources, params));
    const base = { RegionId, ResourceType: 'instance' };
    const many = (name: string, count: number, suffix = '') =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`${name}.${index + 1}${suffix}`, `x${index}`]),
      );
    expect(await refusal({ ResourceType: 'instance' })).toBe('MissingParameter.RegionId 404');
    expect(await refusal({ RegionId })).toBe('MissingParameter.ResourceType 404');
    expect(await refusal({ RegionId, ResourceType: 'moon' })).toBe('InvalidResourceType.NotFound 404');
    expect(await refusal({ ...base, 'ResourceId.1': 'i-nowhere' })).toBe('InvalidResourceId.NotFound 404');
    expect(await refusal({ ...base, ...many('ResourceId', 51) })).toBe('NumberExceed.ResourceIds 400');
    expect(await refusal({ ...base, ...many('Tag', 21, '.Key') })).toBe('NumberExceed.Tags 400');
    expect(await refusal({ ...base, 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' })).toBe('Duplicate.TagKey 400');
    expect(await refusal({ ...base, 'Tag.1.Key': 'acs:x' })).toBe('InvalidTagKey.Malformed 400');
    expect(await refusal({ ...base, 'Tag.1.Key': 'a', 'Tag.1.Value': 'http://x' })).toBe(
      'InvalidParameter.TagValue 400',
    );
  });
});
