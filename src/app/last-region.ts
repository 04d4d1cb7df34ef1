import { useEffect } from 'react';
import { useParams } from 'react-router-dom';

/** Where a first visit begins. */
const HOME_REGION = 'cn-hangzhou';
const KEY = 'last-region';

export function lastRegion(): string {
  try {
    return localStorage.getItem(KEY) ?? HOME_REGION;
  } catch {
    return HOME_REGION; // storage is blocked
  }
}

function remember(region: string): void {
  try {
    localStorage.setItem(KEY, region);
  } catch {
    // Storage is blocked: the next visit begins at home.
  }
}

/** The region in the address, or on pages without one (settings) the region last looked at. */
export function useFrameRegion(): string {
  return useParams()['region'] ?? lastRegion();
}

/** Remembers a region once it is known to exist. */
export function useRememberRegion(region: string | null): void {
  useEffect(() => {
    if (region) remember(region);
  }, [region]);
}
