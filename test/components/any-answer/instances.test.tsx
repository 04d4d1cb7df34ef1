import { describe } from 'vitest';
import type { Api } from '@/api/api';
import { ANY_REGION as RegionId, itTakesAnyAnswer } from '../../support/any-answer';

let ids: string[];

async function prepare({ ecs }: Api): Promise<void> {
  const { items } = await ecs.describeInstances({ RegionId, Status: 'Running', PageSize: 10 });
  ids = items.map(({ InstanceId }) => InstanceId);
}

describe('instances, whatever the account answers', () => {
  itTakesAnyAnswer(
    {
      'the overview': () => 'overview',
      'the instances': () => 'instances',
      'an instance': () => `instances/${ids[0]}`,
      'the charts of an instance': () => `instances/${ids[0]}/monitoring`,
      'the values of an instance': () => `instances/${ids[0]}/monitoring?view=table`,
      'the disks of an instance': () => `instances/${ids[0]}/disks`,
      'the events of an instance': () => `instances/${ids[0]}/events`,
      'the records of an instance': () => `instances/${ids[0]}/invocations`,
      'the form for new instances': () => 'instances/create',
      'the form for instances like one that is there': () => `instances/create?like=${ids[0]}`,
      'the instances being created': () => `instances/create/progress?ids=${ids.join(',')}`,
      'the load of the fleet': () => 'monitoring',
      'the comparison of instances': () => `monitoring/compare?instances=${ids.slice(0, 3).join(',')}`,
      'the health of the fleet': () => 'health',
    },
    prepare,
  );
});
