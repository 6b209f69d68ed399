/** Under this name k6's options say what our tools want to know of a script beside k6's own: k6 carries `ext` for others and leaves it alone. */
export const TOLD_TO_TOOLS = 'sirekap-uji-beban';

export interface ToldToTools {
  /** Name of the multipart field in which the target wants photos. */
  photoField: string;
}
