import { useParams } from 'react-router-dom';

/** The region of the page, from the address (`/:region/…`). Only for pages below that path. */
export function useRegion(): string {
  const { region } = useParams();
  if (!region) throw new Error('useRegion is for pages below /:region');
  return region;
}
