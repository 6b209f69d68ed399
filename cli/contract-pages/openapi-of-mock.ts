import { startTestServer } from '../../mock-server/testing/test-server.ts';

/** What the pages read of an OpenAPI document. */
export interface OpenapiDocument {
  paths: Record<string, Record<string, OpenapiOperation>>;
}

interface OpenapiOperation {
  responses: Record<string, { description: string }>;
  security?: object[];
  'x-right'?: string;
}

/** The contract as a running mock gives it. */
export async function openapiOfMock(): Promise<OpenapiDocument> {
  const server = await startTestServer();
  try {
    return (await server.get('/openapi.json')).body;
  } finally {
    await server.dispose();
  }
}
