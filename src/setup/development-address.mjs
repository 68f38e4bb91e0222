/** Where `npm run dev` puts the server; Vite passes /api and /healthz on to it. */
export const DEVELOPMENT_SERVER_PORT = 8788;
export const DEVELOPMENT_SERVER_ADDRESS = `http://127.0.0.1:${DEVELOPMENT_SERVER_PORT}`;
