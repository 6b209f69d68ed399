import http from 'k6/http';

/** What anybody would write: one fixed photo, `http.file`, nothing checked, nothing kept. */
const photo = open(__ENV.PHOTO, 'b');

export const options = {
  vus: Number(__ENV.VUS),
  iterations: Number(__ENV.UPLOADS),
};

export default function () {
  http.post(`${__ENV.TARGET}/upload`, { photo: http.file(photo, 'photo.jpg', 'image/jpeg') });
}
