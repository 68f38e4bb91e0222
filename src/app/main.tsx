import '#ui/tokens.css';
import '#ui/base.css';
import { watchInstall } from '#screens/common/install.ts';
import { startApp } from './start-app.tsx';
import { followVersions } from './versions.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root element');

watchInstall();
startApp(root);

// While developing, a worker would only show yesterday's code.
if (import.meta.env.PROD) void followVersions().catch(() => undefined);
