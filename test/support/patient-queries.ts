import { configure } from '@testing-library/react';

/** A machine that does much else at the same time draws late, and nothing else is wrong with it. */
configure({ asyncUtilTimeout: 15_000 });
