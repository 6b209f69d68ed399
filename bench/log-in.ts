/** The token of an account of the mock. */
export async function logIn(
  url: string,
  { username, password }: { username: string; password: string },
): Promise<string> {
  const answer = await fetch(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return ((await answer.json()) as { token: string }).token;
}
