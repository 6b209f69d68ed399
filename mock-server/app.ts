import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyBaseLogger } from 'fastify';
import type { App } from './app-types.ts';
import { ACTIVATION_SUBJECTS, createActivations } from './auth/activations.ts';
import { createAccountGate } from './auth/gate.ts';
import { DEFAULT_PASSWORD_COST } from './auth/password.ts';
import { type AccountRules, DEFAULT_ACCOUNT_RULES } from './auth/rules.ts';
import { createTokens } from './auth/tokens.ts';
import { createCapacityGate } from './capacity/gate.ts';
import type { Capacity } from './contract/capacity.ts';
import type { FaultTimeline } from './contract/faults.ts';
import { LIMITS } from './contract/limits.ts';
import { createCopyLinks } from './copies/copy-link.ts';
import { createProgress } from './directory/progress.ts';
import type { Directory } from './directory/types.ts';
import { forgetfulTokens } from './faults/forgetful-tokens.ts';
import { injectFaults } from './faults/inject.ts';
import { slowStore } from './faults/slow-store.ts';
import { createTimeline } from './faults/timeline.ts';
import { createFormDecisions } from './forms/confirm-form.ts';
import { createDocumentStatuses } from './forms/document-status.ts';
import { createFormBook } from './forms/form-book.ts';
import { FORM_SUBJECTS } from './forms/form-event.ts';
import { allowedMethods } from './http/allowed-methods.ts';
import { beforeRouter } from './http/before-router.ts';
import { answerClientError } from './http/client-error.ts';
import { docsPage } from './http/docs-page.ts';
import { answerError, answerUnknownRoute } from './http/error-handler.ts';
import { openapi } from './http/openapi.ts';
import { createLieChooser } from './lies/choose-lie.ts';
import { lyingStore } from './lies/lying-store.ts';
import type { Lie } from './lies/parse-lie.ts';
import { createToldLies } from './lies/told-lies.ts';
import { createMetrics, type Metrics } from './metrics/create.ts';
import { measureProcess } from './metrics/measure-process.ts';
import { measureRequests } from './metrics/measure-requests.ts';
import { gaugePlenos } from './metrics/pleno-gauge.ts';
import { gaugeState } from './metrics/state-gauges.ts';
import { putBoundaryApart } from './multipart/boundary-apart.ts';
import type { PhotoStore } from './photos/types.ts';
import { PLENO_SUBJECT } from './pleno/events.ts';
import { createPlenos } from './pleno/plenos.ts';
import { publicPages } from './public/answers-first.ts';
import { DEFAULT_PUBLISH_SECOND } from './public/publication-clock.ts';
import { createPublicSite } from './public/site.ts';
import { createRecognition, type RecognitionOptions } from './recognition/create.ts';
import { capacityRoutes } from './routes/capacity.ts';
import { faultRoutes } from './routes/faults.ts';
import { formRoutes } from './routes/forms.ts';
import { healthRoute } from './routes/health.ts';
import { historyRoute } from './routes/history.ts';
import { liesRoute } from './routes/lies.ts';
import { metricsRoute } from './routes/metrics.ts';
import { plenoRoutes } from './routes/pleno.ts';
import { readbackRoute } from './routes/readback.ts';
import { syncRoutes } from './routes/sync.ts';
import { tpsRoutes } from './routes/tps.ts';
import { uploadRoute } from './routes/upload.ts';
import { witnessCopyRoute } from './routes/witness-copy.ts';
import { replayEvents } from './store/replay-events.ts';
import type { UploadStore } from './store/types.ts';
import { createPhotoIntake } from './upload/photo-intake.ts';

export interface AppOptions {
  directory: Directory;
  /** Open, and closed by whoever opened it. */
  store: UploadStore;
  /** Where photos are kept; closed by whoever opened it. Default: they are hashed and dropped. */
  photos?: PhotoStore;
  metrics?: Metrics;
  /** scrypt's N of one login; 0 burns nothing. */
  passwordCost?: number;
  /** How strict it is with accounts, as far as it differs from the default. */
  accounts?: Partial<AccountRules>;
  /** Faults to play; can be replaced through /simulator/faults. */
  faults?: FaultTimeline;
  /** Seconds between publications of the public read API; 0: each request sees the newest. */
  publishEverySecond?: number;
  /** How much it can take; can be replaced through /simulator/capacity. */
  capacity?: Capacity;
  /** How C.Hasil is read. Without: at once, and as it is written. */
  recognition?: RecognitionOptions;
  /** What it lies about, and the seed of which uploads; for tests of an audit only. */
  lies?: { asked: readonly Lie[]; seed: number };
  logger?: FastifyBaseLogger;
}

/** The recap API, ready for `inject()` or `listen()`. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { directory, metrics = createMetrics(), passwordCost = DEFAULT_PASSWORD_COST } = options;
  const rules = { ...DEFAULT_ACCOUNT_RULES, ...options.accounts };
  const first = beforeRouter(putBoundaryApart);
  const app: App = fastify({
    serverFactory: first.serverFactory,
    ...(options.logger && { loggerInstance: options.logger, disableRequestLogging: true }),
    bodyLimit: LIMITS.jsonBytes,
    requestTimeout: LIMITS.requestTimeoutMs,
    routerOptions: { maxParamLength: LIMITS.parameterLength },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerError,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerUnknownRoute);
  app.removeContentTypeParser('text/plain');
  // The upload route reads the stream itself.
  app.addContentTypeParser('multipart/form-data', (_request, _body, done) => done(null));
  const refuseOtherMethods = allowedMethods(app);
  const meter = measureRequests(app, metrics);
  measureProcess(app, metrics);
  await openapi(app);

  const timeline = createTimeline(options.faults);
  const told = createToldLies();
  const asked = options.lies?.asked ?? [];
  const honest = slowStore(options.store, timeline);
  const store =
    asked.length === 0 ? honest : lyingStore(honest, createLieChooser(asked, options.lies?.seed ?? 0), told);
  if (asked.length > 0) app.log.warn({ lies: asked.map(({ text }) => text) }, 'this server lies');
  const tokens = forgetfulTokens(await createTokens(app, store.secret, rules), timeline);
  const activations = createActivations(store, rules.activation === 'required');
  const accounts = await createAccountGate(app, {
    directory,
    tokens,
    activations,
    metrics,
    rules,
    passwordCost,
  });
  const progress = createProgress(directory);
  for await (const { tps, document, page, ...photo } of store.storedPages()) {
    progress.markStored(tps, { type: document, page }, photo);
  }
  const recognition = createRecognition(app, directory, metrics, options.recognition ?? null);
  const book = createFormBook(directory, progress, recognition);
  const plenos = createPlenos(directory, store);
  await replayEvents(store, {
    [FORM_SUBJECTS]: book.apply,
    [ACTIVATION_SUBJECTS]: activations.apply,
    [PLENO_SUBJECT]: plenos.replay,
  });

  const statuses = createDocumentStatuses(directory, progress, book);
  gaugeState(metrics, directory, progress, statuses, timeline);
  gaugePlenos(metrics, plenos);
  const decisions = createFormDecisions({ directory, progress, book, store });
  const links = createCopyLinks(store.secret);
  const intake = createPhotoIntake({ progress, store, metrics, photos: options.photos ?? null });
  const capacity = createCapacityGate(app, metrics, options.capacity);

  const { publishEverySecond = DEFAULT_PUBLISH_SECOND } = options;
  const site = createPublicSite({ directory, book, plenos: plenos.published, publishEverySecond });
  first.use(publicPages(site, meter));
  witnessCopyRoute(app, { directory, book, store, links });
  healthRoute(app, {
    planSha256: directory.planSha256,
    storeId: store.id,
    lies: asked.map(({ text }) => text),
  });
  metricsRoute(app, metrics);
  faultRoutes(app, timeline);
  capacityRoutes(app, capacity);
  liesRoute(app, told);
  await app.register(
    async (api: App) => {
      injectFaults(api, timeline);
      accounts.limitAddresses(api);
      capacity.guard(api);
      accounts.routes(api);
      await api.register(async (own: App) => {
        accounts.guard(own);
        tpsRoutes(own, { directory, progress, statuses, store });
        uploadRoute(own, { directory, intake });
        formRoutes(own, { directory, book, statuses, decisions, links });
        historyRoute(own, { directory, book, store });
        syncRoutes(own, { directory, statuses, store, intake });
        readbackRoute(own, { store });
        plenoRoutes(own, { plenos, directory, forms: book, store, photos: options.photos ?? null, metrics });
      });
    },
    { prefix: '/api/v1' },
  );
  refuseOtherMethods();
  await docsPage(app);
  return app;
}
