/** Speaks HTTP to a server under test, keeping its cookie as a browser would. */
export interface TestAnswer {
  status: number;
  headers: Headers;
  /** parsed when it is JSON, the text otherwise */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

export interface TestClient {
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  delete(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  /** the bare request below the API's base, for uploads and downloads */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** `name=value`, empty before a sign-in */
  cookie(): string;
}

/** @param options.bearer an API key instead of a session */
export function testClient(url: string, { bearer }: { bearer?: string } = {}): TestClient {
  let cookie = '';
  const fetchApi = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(init.headers as Record<string, string>),
      },
    });
    const set = answer.headers.getSetCookie()[0];
    if (set) cookie = set.split(';')[0]!;
    return answer;
  };
  const send =
    (method: string) =>
    async (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> => {
      const answer = await fetchApi(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
    };
  return {
    get: (path, headers) => send('GET')(path, undefined, headers),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: (path, headers) => send('DELETE')(path, undefined, headers),
    fetch: fetchApi,
    cookie: () => cookie,
  };
}

/** @throws Error when the sign-in is refused */
export async function signedIn(
  url: string,
  credentials: { username: string; password: string },
): Promise<TestClient> {
  const client = testClient(url);
  const { status, body } = await client.post('/session', credentials);
  if (status !== 200) throw new Error(`${credentials.username} cannot sign in: ${JSON.stringify(body)}`);
  return client;
}
