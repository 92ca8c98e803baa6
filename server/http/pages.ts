/** The built pages: the workspace, and the studio under /thiet-ke. */
import { join } from 'node:path';
import express, { type Router } from 'express';

const STUDIO = '/thiet-ke';
/** First path segment of every workspace page; any other address shows the same page as not found. */
const WORKSPACE = new Set([
  '',
  'tra-cuu',
  'dang-nhap',
  'doi-mat-khau',
  'ban-lam-viec',
  'ho-so',
  'cong-viec',
  'trinh-ky',
  'tiep-nhan',
  'nop-ho-so',
  'thu-tuc',
  'thong-ke',
  'lich-lam-viec',
  'quan-tri',
]);

const ONE_YEAR_MS = 365 * 24 * 3600 * 1000;

/** @param webFolder what `npm run build` writes: two index.html and assets whose names carry their hash */
export function pages(webFolder: string): Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(webFolder, 'assets'), { immutable: true, maxAge: ONE_YEAR_MS, fallthrough: true }),
  );
  router.use(express.static(webFolder, { index: false, redirect: false, maxAge: 0 }));
  router.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/api/') || request.path.startsWith('/assets/')) return next();
    if (!request.accepts('html')) return next();
    const isStudio = request.path === STUDIO || request.path.startsWith(`${STUDIO}/`);
    const isKnown = isStudio || WORKSPACE.has(request.path.split('/')[1] ?? '');
    response.status(isKnown ? 200 : 404);
    response.set('cache-control', 'no-cache');
    response.sendFile(isStudio ? 'designer/index.html' : 'workspace/index.html', { root: webFolder });
  });
  return router;
}
