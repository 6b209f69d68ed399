import swagger from '@fastify/swagger';
import type { FastifyContextConfig } from 'fastify';
import { Type } from 'typebox';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import type { App } from '../app-types.ts';
import { Sha256 } from '../contract/fields.ts';
import { KEY_MAX_LENGTH, KEY_PATTERN } from '../contract/idempotency-key.ts';
import { PUBLIC_PATHS } from '../contract/public-paths.ts';
import { type Right, rolesWith } from '../contract/rights.ts';
import { BatchBody } from '../contract/sync.ts';
import { UploadBody } from '../contract/upload.ts';

/** Documented, not validated by schema: the body streams, and each header has error codes of its own. */
const UPLOAD_HEADERS = Type.Object({
  'Idempotency-Key': Type.String({
    pattern: KEY_PATTERN,
    maxLength: KEY_MAX_LENGTH,
    description:
      '<run>.<take>.<tps>.<document>.<page>: the same for every attempt at this upload, used by no other.',
  }),
  'X-Content-SHA256': Type.Optional(Sha256),
});

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route that reads its body itself: what it wants, for the documentation only. */
    streams?: { consumes: string[]; body: object; headers?: object };
  }
}

type RouteConfig = { upload?: boolean; batch?: boolean; right?: Right } & Pick<
  FastifyContextConfig,
  'streams'
>;

/** Groups of operations, and the beginning of their paths; the first that fits counts. */
const TAGS = {
  api: { path: '/api/', description: 'The recap API: accounts, documents, progress.' },
  public: { path: '/pilkada/', description: 'Results as the real pages published them.' },
  simulator: { path: '/simulator/', description: 'The simulator’s own control; no part of a recap API.' },
  server: { path: '/', description: 'The server itself.' },
};

/** OpenAPI 3.1 at /openapi.json, made of the routes' schemas. Register before the routes. */
export async function openapi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Recap API, simulator',
        version: TOOLKIT.version,
        description:
          'The contract of sirekap-uji-beban’s mock server. The upload side of the real Sirekap is not public; this contract is the project’s own.',
      },
      tags: Object.entries(TAGS).map(([name, { description }]) => ({ name, description })),
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      const { openapiObject } = document;
      return { ...openapiObject, paths: { ...openapiObject.paths, ...PUBLIC_PATHS } };
    },
    transform: ({ schema, url, route }) => {
      const { upload = false, batch = false, right, streams } = (route.config ?? {}) as RouteConfig;
      const allowed = right && rightIn(schema as { description?: string }, right);
      const documented = { tags: [tagOf(url)], ...schema, ...allowed };
      if (batch) {
        const body = { consumes: ['multipart/form-data'], body: BatchBody };
        return { url, schema: { ...documented, ...body } };
      }
      if (!upload) return { url, schema: { ...documented, ...streams } };
      const body = { consumes: ['multipart/form-data'], body: UploadBody, headers: UPLOAD_HEADERS };
      return { url, schema: { ...documented, ...body } };
    },
  });
  app.get('/openapi.json', { schema: { summary: 'This document' } }, async () => app.swagger());
}

/** The right a route asks for, for programs and for readers. */
function rightIn({ description }: { description?: string } = {}, right: Right): object {
  const roles = rolesWith(right);
  const sentence = `Needs the right \`${right}\`, which these roles have: ${roles.join(', ')}.`;
  return {
    'x-right': right,
    'x-roles': roles,
    description: description === undefined ? sentence : `${description}\n\n${sentence}`,
  };
}

function tagOf(url: string): string {
  return Object.entries(TAGS).find(([, { path }]) => url.startsWith(path))?.[0] ?? 'server';
}
