import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const NAME = 'Dastarkhan';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root element');

createRoot(root).render(
  <StrictMode>
    <h1>{NAME}</h1>
  </StrictMode>,
);
