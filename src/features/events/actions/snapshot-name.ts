/**
 * A name the API takes (contract 6, CreateSnapshot): 2 to 128 characters, a letter first, not `auto…`. It says of which
 * disk the snapshot is and when it was asked for (epoch ms, UTC in the name).
 */
export function snapshotName(disk: string, at: number): string {
  const plain = disk.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);
  const stamp = new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `before-event-${plain}-${stamp}`;
}
