import { describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { explainStart } from '#server/explain-start.ts';

/** The names with which the sentences begin. */
function mistakesIn(environment: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.error.map((sentence) => sentence.split(' ')[0] ?? '');
}

function configOf(environment: Readonly<Record<string, string>>) {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value;
}

describe('the environment is checked before anything is touched', () => {
  test.each([
    ['PORT', ['eighty', '65536', '-1', '80.5', '0x50', '1e3']],
    ['HOST', ['http://localhost', 'localhost:8787', 'a b', 'me@host']],
    [
      'PUBLIC_URL',
      [
        'http://food.example.org',
        'https://example.org/food',
        'https://example.org/?a',
        'example.org',
        'https://me:s@example.org',
      ],
    ],
    [
      'DATABASE_URL',
      [
        'mysql://localhost/a',
        'postgres://me:p/ss@localhost/a',
        'postgres://me:p@ss/word@localhost/a',
        'postgres://localhost',
        'data.sqlite',
      ],
    ],
    ['METRICS_TOKEN', ['short', 'with some spaces in it']],
    ['RETENTION_DAYS', ['0', '31', 'month', '7.5']],
    ['DASTARKHAN_PORT', ['80', '']],
  ])('%s: each of %j is a mistake of its own', (name, values) => {
    for (const value of values) expect(mistakesIn({ [name]: value }), value).toEqual([name]);
  });

  test('all mistakes are told at once, and a password is not repeated', () => {
    const environment = {
      PORT: 'x',
      HOST: 'a/b',
      PUBLIC_URL: 'y',
      DATABASE_URL: 'postgres://me:se:cr@et@h:x/d',
      RETENTION_DAYS: '99',
    };
    expect(mistakesIn(environment)).toEqual(['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'RETENTION_DAYS']);
    const read = readConfig(environment);
    expect(JSON.stringify(read)).not.toContain('cr@et');
  });

  test('what is empty counts as not given, and the tests’ own variables disturb nobody', () => {
    const plain = configOf({});
    const none = { PORT: '', HOST: ' ', PUBLIC_URL: '', DATABASE_URL: '', DATA_DIR: '', RETENTION_DAYS: '' };
    expect(configOf({ ...none, DASTARKHAN_BROWSER: '/usr/bin/chromium' })).toEqual(plain);
    expect(plain).toEqual({
      port: 8787,
      host: 'localhost',
      folder: 'data',
      publicUrl: null,
      databaseUrl: null,
      retentionDays: 30,
      metricsToken: null,
    });
  });

  test('what is right is taken as it is meant', () => {
    const right = {
      PORT: '0',
      HOST: '::1',
      PUBLIC_URL: 'https://food.example.org/',
      DATABASE_URL: 'postgres://me:p%40ss@db/food',
    };
    expect(configOf({ ...right, RETENTION_DAYS: '7', DATA_DIR: '/srv/food' })).toEqual({
      port: 0,
      host: '::1',
      folder: '/srv/food',
      publicUrl: 'https://food.example.org',
      databaseUrl: 'postgres://me:p%40ss@db/food',
      retentionDays: 7,
      metricsToken: null,
    });
  });
});

describe('what keeps a server from starting is told of the right thing', () => {
  const settings = configOf({
    HOST: 'here.example',
    DATABASE_URL: 'postgres://me@db.example/food',
    DATA_DIR: '/srv/food',
  });
  const failure = (facts: Readonly<Record<string, string>>) => Object.assign(new Error('it failed'), facts);
  const first = (facts: Readonly<Record<string, string>>) => explainStart(failure(facts), settings)?.[0];

  test.each([
    ['here.example', { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'here.example' }],
    ['DATABASE_URL', { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db.example' }],
    ['DATABASE_URL', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['/srv/food', { code: 'EACCES', syscall: 'access' }],
    ['/srv/food', { code: 'EROFS', syscall: 'mkdir' }],
    ['/srv/food', { code: 'ENOENT', syscall: 'mkdir' }],
  ])('of %s when the system says %j', (named, facts) => {
    expect(first(facts)).toContain(named);
  });

  test('and what nobody foresaw is left to be a bug', () => {
    const file = configOf({});
    expect(explainStart(failure({}), file)).toBeUndefined();
  });
});
