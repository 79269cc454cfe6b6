import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { container } from '../../contract/paths';
import { ProblemError, sendProblem } from './problems';

/** The built pages: hashed files for a year, index.html is always revalidated, and answers every page's address. */
export async function servePages(app: FastifyInstance, directory: string): Promise<void> {
  const built = existsSync(directory);
  if (built) {
    await app.register(fastifyStatic, {
      root: directory,
      wildcard: true,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes(container.assetsPath);
        void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    // Not through URL, which refuses addresses that a client may well send, such as `//`.
    const [path = '/'] = request.url.split('?');
    const page = ['GET', 'HEAD'].includes(request.method) && isPage(path);
    if (page && built) return reply.sendFile('index.html');
    return sendProblem(request, reply, new ProblemError(404, 'Nothing was found at this address.'));
  });
}

/** A missing file or API route must not answer with a page. */
function isPage(path: string): boolean {
  return !path.startsWith('/api/') && !path.startsWith(`${container.assetsPath}/`) && !/\.\w+$/.test(path);
}
