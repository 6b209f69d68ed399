import exec from 'k6/execution';
import http from 'k6/http';

/** A closed loop of fixed photos: the same requests, headers included, to the sink and to the mock. */
const photo = open(__ENV.PHOTO, 'b');
const { tps, document, page } = { tps: __ENV.TPS, document: __ENV.DOCUMENT, page: 1 };
const url = `${__ENV.TARGET}/api/v1/tps/${tps}/documents/${document}/pages/${page}`;
const authorization = `Bearer ${__ENV.TOKEN}`;

export const options = {
  vus: Number(__ENV.VUS),
  duration: `${__ENV.SECONDS}s`,
  thresholds: { http_req_failed: ['rate==0'], http_reqs: ['count>=1'] },
};

export default function upload() {
  const key = `${__ENV.RUN}-${exec.scenario.iterationInTest}.round-1.${tps}.${document}.${page}`;
  http.post(
    url,
    { photo: http.file(photo, 'photo.jpg', 'image/jpeg') },
    {
      headers: { authorization, 'idempotency-key': key },
      tags: { name: 'upload' },
    },
  );
}

export function handleSummary({ metrics }) {
  const { count, rate } = metrics.http_reqs.values;
  const p95Ms = metrics.http_req_duration.values['p(95)'];
  return { stdout: JSON.stringify({ uploads: count, perSecond: rate, p95Ms }) };
}
