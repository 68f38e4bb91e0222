import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { registerServiceWorker } from './service-worker-registration.ts';

const NAME = 'Dastarkhan';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root element');

createRoot(root).render(
  <StrictMode>
    <h1>{NAME}</h1>
  </StrictMode>,
);

// While developing, a worker would only show yesterday's code.
if (import.meta.env.PROD) {
  const nothing = () => undefined;
  void registerServiceWorker({ onHeld: nothing, onUpdateReady: nothing, onReplaced: () => window.location.reload() });
}
