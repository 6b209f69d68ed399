import { CLIENT_ACTIONS, clientActionOf } from '../../mock-server/contract/client-action.ts';
import { ERROR_CODES, type ErrorCode } from '../../mock-server/contract/error-codes.ts';
import { markdownTable } from './markdown-table.ts';
import type { OpenapiDocument } from './openapi-of-mock.ts';

/** docs/error-codes.md: every error of the recap API. */
export function errorCodesPage(document: OpenapiDocument): string {
  const routes = routesOf(document);
  const names = namesByCode(routes);
  const groups = groupsOf(routes, names.get('INTERNAL') ?? []);
  const answeredBy = (code: ErrorCode): string => {
    let left = names.get(code);
    if (left === undefined) return 'none';
    const texts: string[] = [];
    for (const { name, members } of groups) {
      if (!members.every((member) => left?.includes(member))) continue;
      texts.push(name);
      left = left.filter((each) => !members.includes(each));
      break;
    }
    return [...texts, ...left.map((each) => `\`${each}\``)].join(', ');
  };
  const rows = (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => {
    const { status, message } = ERROR_CODES[code];
    const { action, how } = clientActionOf(code);
    const client = how === undefined ? action : `${action}: ${how}`;
    return [`\`${code}\``, String(status), message, client, answeredBy(code)];
  });
  const actions = Object.entries(CLIENT_ACTIONS).map(([action, means]) => [action, means]);
  return `# Error codes of the recap API

<!-- Written by \`npm run contract-pages\` from mock-server/contract; changes belong there. -->

Every error of the mock's recap API is \`{"code": "…", "message": "…"}\`. The code is stable and for programs; the message is for people and may say
more than the table, such as which field is wrong. The codes of the command line are others: [exit-codes.md](exit-codes.md).

What a client does about it:

${markdownTable(['', 'means'], actions)}

The codes, in order of their HTTP status, and the routes that answer them. "any" is every route; "none" is answered before a route is found, or where there is none.

${markdownTable(['code', 'status', 'meaning', 'client', 'answered by'], rows)}
`;
}

/** Sets of routes that have a name, the largest first. */
function groupsOf(routes: Route[], internal: string[]): { name: string; members: string[] }[] {
  const named = (name: string, belongs: (route: Route) => boolean) => ({
    name,
    members: routes.filter(belongs).map((route) => route.name),
  });
  return [
    { name: 'any', members: internal },
    named('all of the API', ({ name }) => name.includes(' /api/')),
    named('what needs a token', ({ operation }) => operation.security !== undefined),
    named('what needs a right', ({ operation }) => operation['x-right'] !== undefined),
  ];
}

interface Route {
  name: string;
  operation: OpenapiDocument['paths'][string][string];
}

function routesOf({ paths }: OpenapiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
}

/** Names of routes by the codes their responses name. */
function namesByCode(routes: Route[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { name, operation } of routes)
    for (const { description } of Object.values(operation.responses))
      for (const code of description.match(/^[A-Z_]+(, [A-Z_]+)*$/)?.[0].split(', ') ?? [])
        names.set(code, [...(names.get(code) ?? []), name]);
  return names;
}
