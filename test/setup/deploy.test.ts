import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { PROJECT_NODE } from '../../src/setup/paths.mjs';

const FOLDER = 'src/setup/deploy';
const lines = (name: string): readonly string[] =>
  readFileSync(join(FOLDER, name), 'utf8')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

function portUnlessGiven(): string {
  const read = readConfig({});
  return read.ok ? String(read.value.port) : 'none';
}

describe('the container file', () => {
  const file = lines('dastarkhan.dockerfile');
  const stages = file.filter((line) => line.startsWith('FROM '));
  const last = file.slice(file.lastIndexOf(stages.at(-1) ?? ''));
  const argumentOf = (word: string) => last.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
  const settings = Object.fromEntries(
    argumentOf('ENV')
      .split(' ')
      .map((pair) => pair.split('=') as [string, string]),
  );

  test('brings the Node that the program runs on, and builds in stages that are not shipped', () => {
    expect(stages.length).toBeGreaterThan(2);
    for (const stage of stages)
      expect(stage).toMatch(new RegExp(`^FROM (tools|docker.io/library/node:${PROJECT_NODE}-)`));
    expect(last.filter((line) => line.startsWith('COPY')).every((line) => line.includes('--from='))).toBe(true);
  });

  test('serves where the program serves unless told otherwise, keeps its data in the volume, and is nobody of the system', () => {
    expect(readConfig(settings)).toMatchObject({ ok: true, value: { host: '0.0.0.0', folder: '/data' } });
    expect(settings['PORT']).toBe(portUnlessGiven());
    expect([argumentOf('EXPOSE'), argumentOf('VOLUME')]).toEqual([settings['PORT'], settings['DATA_DIR']]);
    expect(argumentOf('USER')).toBe('node');
    expect(argumentOf('HEALTHCHECK')).toContain(`http://127.0.0.1:${settings['PORT']}/healthz`);
    const [program, script] = JSON.parse(argumentOf('CMD')) as readonly string[];
    expect([program, existsSync(script ?? '')]).toEqual(['node', true]);
  });

  test('takes only lines that a builder knows, and everything that it copies is there', () => {
    const words = new Set(file.map((line) => line.split(' ')[0]));
    const known = [
      'FROM',
      'WORKDIR',
      'COPY',
      'RUN',
      'ENV',
      'USER',
      'VOLUME',
      'EXPOSE',
      'STOPSIGNAL',
      'HEALTHCHECK',
      'CMD',
    ];
    expect([...words].filter((word) => !known.includes(word ?? ''))).toEqual([]);
    const left = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const secret of ['data', '.git', '*.env', 'node_modules']) expect(left).toContain(secret);
    for (const needed of ['src', 'public', 'index.html', 'sponsor.html', 'vite.config.ts', 'package-lock.json'])
      expect([existsSync(needed), left.includes(needed)]).toEqual([true, false]);
  });
});

describe('the systemd unit', () => {
  const unit = lines('dastarkhan.service');
  const valueOf = (key: string) => unit.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);

  test('serves where the program serves unless told otherwise, and keeps its data where it alone may write', () => {
    const pairs = (valueOf('Environment') ?? '').split(' ').map((pair) => pair.split('=') as [string, string]);
    const environment = Object.fromEntries(pairs);
    expect(readConfig(environment)).toMatchObject({ ok: true, value: { host: 'localhost' } });
    expect(environment['PORT']).toBe(portUnlessGiven());
    expect(environment['DATA_DIR']).toBe(`/var/lib/${valueOf('StateDirectory')}`);
    expect([valueOf('ProtectSystem'), valueOf('NoNewPrivileges'), valueOf('CapabilityBoundingSet')]).toEqual([
      'strict',
      'yes',
      '',
    ]);
    expect(valueOf('User')).not.toBe('root');
    expect(valueOf('MemoryDenyWriteExecute')).toBeUndefined();
  });

  test('starts the program of this folder with its own Node', () => {
    const [node, script] = (valueOf('ExecStart') ?? '').split(' ');
    const folder = valueOf('WorkingDirectory') ?? 'none';
    expect(node).toBe(`${folder}/node_modules/.bin/node`);
    expect(existsSync(script ?? '')).toBe(true);
    expect(existsSync('node_modules/.bin/node')).toBe(true);
  });

  const verifier = spawnSync('systemd-analyze', ['--version']).status === 0;
  test(
    verifier ? 'is one that systemd itself finds nothing wrong with' : 'has only sections that systemd knows',
    async () => {
      expect(unit.filter((line) => line.startsWith('['))).toEqual(['[Unit]', '[Service]', '[Install]']);
      if (!verifier) return;
      const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-unit-'));
      // The program need not lie in /opt here: the rest is as it is.
      const text = (await readFile(join(FOLDER, 'dastarkhan.service'), 'utf8'))
        .replaceAll('/opt/dastarkhan/node_modules/.bin/node', process.execPath)
        .replaceAll('file:///opt/dastarkhan/README.md', 'https://example.org');
      await writeFile(join(folder, 'dastarkhan.service'), text);
      const verified = spawnSync('systemd-analyze', ['verify', join(folder, 'dastarkhan.service')], {
        encoding: 'utf8',
      });
      expect([verified.status, verified.stdout + verified.stderr]).toEqual([0, '']);
      await rm(folder, { recursive: true });
    },
  );
});
