import { CREATION_LIMITS } from '@/domain/creation-limits';
import { Fault } from '../fault';
import { type DiskCategory, diskCategoriesFor, isDiskCategory } from '../world/disks';
import type { ParamReader } from './params';

export interface AskedDisks {
  systemGiB: number;
  extras: { systemCategory: DiskCategory; dataDisks: { category: DiskCategory; sizeGiB: number }[] };
}

/** `SystemDisk` and `DataDisk.N` of RunInstances (contract 6): kinds that go with the type, sizes within their limits. */
export function readDisks(params: ParamReader, instanceType: string): AskedDisks {
  const offered = diskCategoriesFor(instanceType);
  const usual = offered[0]!;
  const category = (name: string | undefined, code: string): DiskCategory => {
    if (!name) return usual;
    if (!isDiskCategory(name)) {
      throw new Fault(`Invalid${code}.ValueNotSupported`, 400, 'The specified disk category is not offered.');
    }
    if (!offered.includes(name)) {
      const why = 'The disk category is not available for the instance type in this zone.';
      throw new Fault('ResourceNotAvailable', 400, why);
    }
    return name;
  };
  const disks = params.objects('DataDisk');
  if (disks.length > CREATION_LIMITS.dataDisks) {
    throw new Fault(
      'InvalidParameter.DataDisk',
      400,
      `At most ${CREATION_LIMITS.dataDisks} data disks may be given.`,
    );
  }
  const systemCode = 'InvalidSystemDiskSize.ValueNotSupported';
  const dataCode = 'InvalidDataDiskSize.ValueNotSupported';
  return {
    systemGiB: size(params.text('SystemDisk.Size'), CREATION_LIMITS.systemDisk, systemCode),
    extras: {
      systemCategory: category(params.text('SystemDisk.Category'), 'SystemDiskCategory'),
      dataDisks: disks.map((disk) => ({
        category: category(disk['Category'], 'DataDiskCategory'),
        sizeGiB: size(disk['Size'], CREATION_LIMITS.dataDisk, dataCode),
      })),
    },
  };
}

function size(
  text: string | undefined,
  range: { min: number; max: number; usual: number },
  code: string,
): number {
  if (!text) return range.usual;
  const gib = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (!(gib >= range.min && gib <= range.max)) {
    throw new Fault(code, 400, `A size is ${range.min} to ${range.max} GiB.`);
  }
  return gib;
}
