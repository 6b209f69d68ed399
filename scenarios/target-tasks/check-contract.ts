import { WITHOUT_PART } from '../targets/parts.ts';
import type { Answer, Target, Upload } from '../targets/target.ts';
import { checkConfirm } from './check-confirm.ts';
import type { CheckMaterial } from './check-material.ts';
import { checkManifestBefore, checkOffline, checkRefresh } from './check-offline.ts';
import { checkPleno } from './check-pleno.ts';
import { checkPublicRead } from './check-public-read.ts';
import { checkReadBack } from './check-read-back.ts';
import { type CheckStep, madeStep, omittedStep, type PlannedStep } from './check-step.ts';

const NO_TOKEN = 'uji-beban-no-such-token';
const NOT_REACHED = 'a step that this one needs was broken';

/**
 * Goes through a target's contract with one TPS, step by step, and goes on after a broken step where the next one can still be
 * made.
 * @param onStep gets each step when it is done
 */
export function checkContract(
  target: Target,
  material: CheckMaterial,
  onStep: (step: CheckStep) => void,
): void {
  const { account, tps, uploads } = material;

  function step<A extends Answer>(planned: PlannedStep, answer: A, kept: boolean, remark = ''): A {
    onStep(madeStep(planned, answer, kept, remark));
    return answer;
  }
  const succeeded = ({ errorClass }: Answer) => errorClass === null;
  const refused = ({ errorClass }: Answer) => errorClass === 'unauthorised' || errorClass === 'http-4xx';

  onStep(checkHealth(target));

  const wrong = target.login({ ...account, password: `${account.password}-wrong` });
  step(
    {
      name: 'login with a wrong password',
      call: 'login',
      expected: 'refused (401, 403 or another 4xx), no token',
    },
    wrong,
    refused(wrong) && wrong.token === null,
    wrong.token === null ? '' : 'a token',
  );

  const login = target.login(account);
  step(
    { name: 'login', call: 'login', expected: 'a token' },
    login,
    succeeded(login) && login.token !== null,
    login.token === null ? 'no token' : '',
  );
  const { token } = login;

  const afterLogin = (planned: PlannedStep, make: (token: string) => void) => {
    if (token === null) onStep(omittedStep(planned, 'not-reached', NOT_REACHED));
    else make(token);
  };

  const listing = { name: 'list', call: 'list', expected: 'what the account is to upload' };
  afterLogin(listing, (given) => {
    const list = target.list(given);
    step(listing, list, succeeded(list));
  });

  const stranger = target.status(NO_TOKEN, tps);
  step(
    { name: 'status without a login', call: 'status', expected: 'refused (401, 403 or another 4xx)' },
    stranger,
    refused(stranger),
  );

  const before = { name: 'status before the first upload', call: 'status', expected: 'this TPS' };
  let completeBefore = false;
  afterLogin(before, (given) => {
    const status = target.status(given, tps);
    completeBefore = status.complete;
    step(before, status, succeeded(status), status.complete ? 'complete already' : 'not complete');
  });

  onStep(checkManifestBefore(target, token, material));

  const first = { name: 'upload a page', call: 'upload', expected: 'acknowledged: its key, digest and size' };
  const again = {
    name: 'upload the same page again under the same key',
    call: 'upload',
    expected: 'acknowledged as the first time, and stored once',
  };
  const partial = {
    name: 'status while pages are missing',
    call: 'status',
    expected: 'this TPS, not complete',
  };
  const rest = {
    name: `upload the other ${uploads.length - 1} pages`,
    call: 'upload',
    expected: 'each acknowledged',
  };
  const whole = { name: 'status when all is there', call: 'status', expected: 'this TPS, complete' };

  const upload = (given: string, place: number) =>
    target.upload(given, uploads[place] as Upload, material.bodyOf(place), material.contentType);
  for (const planned of [first, again]) {
    afterLogin(planned, (given) => {
      const answer = upload(given, 0);
      step(planned, answer, succeeded(answer));
    });
  }
  const twice = {
    name: 'upload the same page twice at once',
    call: 'uploadTwice',
    expected: 'both acknowledged, and stored once',
  };
  const { uploadTwice } = target;
  if (uploadTwice === undefined) onStep(omittedStep(twice, 'skipped', WITHOUT_PART.uploadTwice.en));
  else {
    afterLogin(twice, (given) => {
      const answers = uploadTwice.call(
        target,
        given,
        uploads[0] as Upload,
        material.bodyOf(0),
        material.contentType,
      );
      const worse = answers.find(({ errorClass }) => errorClass !== null) ?? answers[0];
      step(twice, worse, answers.every(succeeded));
    });
  }
  if (uploads.length > 1) {
    if (completeBefore) onStep(omittedStep(partial, 'skipped', 'the TPS was complete before this check'));
    else
      afterLogin(partial, (given) => {
        const status = target.status(given, tps);
        step(
          partial,
          status,
          succeeded(status) && !status.complete,
          status.complete ? 'complete' : 'not complete',
        );
      });
    afterLogin(rest, (given) => {
      let answer = upload(given, 1);
      for (let place = 2; place < uploads.length && succeeded(answer); place++) answer = upload(given, place);
      step(rest, answer, succeeded(answer));
    });
  }
  afterLogin(whole, (given) => {
    const status = target.status(given, tps);
    step(whole, status, succeeded(status) && status.complete, status.complete ? 'complete' : 'not complete');
  });

  for (const done of checkOffline(target, token, material)) onStep(done);
  for (const done of checkConfirm(target, token, material)) onStep(done);
  for (const done of checkReadBack(target, material)) onStep(done);
  for (const done of checkPublicRead(target)) onStep(done);
  onStep(checkRefresh(target, login.refreshToken ?? null));

  for (const done of checkPleno(target, material)) onStep(done);
}

function checkHealth(target: Target): CheckStep {
  const planned = { name: 'health', call: 'health', expected: 'who the target is' };
  if (target.health === undefined) return omittedStep(planned, 'skipped', WITHOUT_PART.health.en);
  const health = target.health();
  const said = `${health.software ?? 'no name'}${health.simulator ? ', a simulator' : ''}`;
  return madeStep(planned, health, health.errorClass === null, said);
}
