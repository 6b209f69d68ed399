import { errorCodesPage } from './error-codes-page.ts';
import { openapiOfMock } from './openapi-of-mock.ts';
import { rightsPage } from './rights-page.ts';
import { validationCodesPage } from './validation-codes-page.ts';

/** Every page of docs that is written from the contract: file name and content. */
export async function contractPages(): Promise<{ file: string; content: string }[]> {
  const document = await openapiOfMock();
  return [
    { file: 'error-codes.md', content: errorCodesPage(document) },
    { file: 'rights.md', content: rightsPage(document) },
    { file: 'validation-codes.md', content: validationCodesPage() },
  ];
}
