import type { Request } from 'express';
import { problem } from './problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that a browser sends on behalf of another site. Browsers say where a request
 * comes from (`Sec-Fetch-Site`, or `Origin` in older ones); a program that sends neither is no
 * browser and carries no ambient cookie.
 * @throws Problem 403
 */
export function refuseCrossSite(request: Request, publicUrl: string | undefined): void {
  if (READS.has(request.method)) return;
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isOurs =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || isOwnOrigin(origin, request, publicUrl);
  if (!isOurs) throw problem('request.cross-site', 403);
}

function isOwnOrigin(origin: string, request: Request, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.get('host') || (publicUrl !== undefined && host === new URL(publicUrl).host);
}
