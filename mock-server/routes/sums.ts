import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { SumsAnswer, SumsParams } from '../contract/sums.ts';
import type { Directory } from '../directory/types.ts';
import type { Plenos } from '../pleno/plenos.ts';
import { sumsOf } from '../pleno/sums.ts';

/** D.Hasil summed up over a kab/kota or a kecamatan. */
export function sumsRoute(app: App, { plenos, directory }: { plenos: Plenos; directory: Directory }): void {
  const schema = {
    summary: 'D.Hasil summed up: a kab/kota by its kecamatan, a kecamatan by its kelurahan',
    description: 'TPS that are not saved are not in it; `complete` once every plenary in it is finalised.',
    security: [{ bearer: [] }],
    params: SumsParams,
    response: { 200: SumsAnswer, ...errorResponses(...TOKEN_ERRORS, 'AREA_UNKNOWN', 'AREA_NOT_YOURS') },
  };
  app.get('/sums/:code', { schema, config: { right: 'sums.read' } }, async (request) => {
    const { code } = request.params;
    if (!directory.kecamatan.some((each) => each.code.startsWith(code))) throw new ApiError('AREA_UNKNOWN');
    if (!code.startsWith(accountOf(request).scope)) throw new ApiError('AREA_NOT_YOURS');
    return sumsOf(code, plenos, directory);
  });
}
