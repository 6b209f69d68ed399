const BOUNDARY = '----sirekap-uji-beban-SIMULASI';

/** The header of a photo's form. */
export const FORM_CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/**
 * What stands before a photo in its form, ASCII.
 * @param field name of the part that carries the photo
 */
export function formHead(field: string): string {
  return (
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="simulasi.jpg"\r\n` +
    'content-type: image/jpeg\r\n\r\n'
  );
}

/** What stands behind it, ASCII. */
export const FORM_FOOT = `\r\n--${BOUNDARY}--\r\n`;
