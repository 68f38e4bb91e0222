import type { Args, MutationName } from '#domain/mutators.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';

const DAY = '2026-01-15' as Day;
const [item, other, window, kitchen, post, clinic, run, delivery] = [3, 4, 5, 6, 7, 8, 9, 10].map(
  (number) => `dana000000000000.${number}` as RowId,
) as [RowId, RowId, RowId, RowId, RowId, RowId, RowId, RowId];
const member = 'aigul00000000000.1' as RowId;
const invite = '7h9k2m4n6p8q0r1s3t5v7w9x1y' as RowId;
const expiresAt = Date.UTC(2026, 0, 16);
const lines = [
  { item, count: 20_000 as Count },
  { item: other, count: 2_500 as Count },
];
const stops = [
  { checkpoint: post, lines },
  { checkpoint: clinic, lines: [] },
];
const perHead = [{ item, count: 500 as Count }];
const place = {
  name: 'Пост «Восток»',
  code: '17',
  otherNames: { kk: '«Шығыс» бекеті', ru: null, en: 'East Post' },
  landmark: 'за мельницей,\nсиняя палатка',
  district: 'Зеренді',
  phone: '+7 (716) 200-00-02',
  position: { lat: 53_283_333, lon: -69_383_333 },
};
const keys = { signKey: 'A'.repeat(87), agreeKey: `${'_-'.repeat(43)}z` };

/** One of every mutation: what its golden bytes are made from. A new mutation does not compile without one. */
export const exampleMutations: { readonly [N in MutationName]: Args<N> } = {
  enrol: { invite, name: 'Айгүл', phone: '+7 701 000 00 01', label: 'Android, Chrome', ...keys },
  inviteCreate: { id: invite, role: 'driver', label: '', expiresAt, member: null },
  inviteRevoke: { id: invite },
  memberAdd: { name: 'Серик ата', phone: null },
  memberConfirm: { member },
  deviceRevoke: { device: 'aigul00000000000' as RowId },
  branchAmend: { name: 'Көкшетау', utcOffsetMinutes: 300 },
  itemCreate: { fields: { name: 'Чай', unit: 'л' } },
  itemAmend: { id: item, fields: { name: 'Шай', unit: 'л' } },
  itemClose: { id: item },
  mealWindowCreate: { fields: { name: 'Ночной чай', startMinute: 1_380, endMinute: 1_500 } },
  mealWindowAmend: { id: window, fields: { name: 'Завтрак', startMinute: 0, endMinute: 23 } },
  mealWindowClose: { id: window },
  kitchenCreate: { fields: { name: 'School 3', otherNames: null, landmark: '', phone: null, position: null } },
  kitchenAmend: {
    id: kitchen,
    fields: { name: 'School 3', otherNames: null, landmark: 'back door', phone: '102', position: place.position },
  },
  kitchenClose: { id: kitchen },
  checkpointCreate: { fields: place },
  checkpointAmend: { id: post, fields: { ...place, district: '', position: { lat: 0, lon: 180_000_000 } } },
  checkpointClose: { id: post },
  runPlan: { label: 'Восток', on: DAY, window, kitchen, driver: member, stops },
  runAssign: { run, driver: null },
  runCancel: { run, reason: 'буран' },
  runAccept: { run },
  runDecline: { run },
  runDepart: { run, loaded: lines },
  runComplete: { run },
  runAbandon: { run, reason: '' },
  runImport: { source: '2026-01-10~0123456789abcdef~1', label: 'MISSION 29/4 *01', on: DAY, window: null, stops },
  deliveryRecord: {
    run,
    stop: 0,
    checkpoint: post,
    on: DAY,
    window,
    lines,
    reason: null,
    note: 'оставил у 🍵',
    how: 'atStop',
  },
  deliveryCorrect: { delivery, lines: [], reason: 'notEnough', note: '' },
  deliveryWithdraw: { delivery, note: '' },
  reviewDecide: { about: delivery, decision: 'kept', seen: ['runClosed', 'twice'] },
  asideTakeIn: {
    aside: invite,
    run,
    stop: null,
    checkpoint: post,
    on: DAY,
    window: null,
    lines,
    reason: null,
    note: '',
  },
  returnableCreate: { fields: { name: 'Термос' } },
  returnableAmend: { id: item, fields: { name: 'Үлкен термос' } },
  returnableClose: { id: item },
  returnablesCount: { run, stop: 0, checkpoint: post, on: DAY, step: 'left', lines, insteadOf: null },
  requirementSet: {
    checkpoint: post,
    window,
    was: null,
    now: { headcounts: [20, 20, 20, 20, 20, 0, 10_000], perHead, priority: 'first', from: DAY, until: null },
  },
  dayRequirementSet: {
    checkpoint: post,
    window,
    on: DAY,
    was: { headcount: 20, perHead, priority: 'usual' },
    now: { headcount: 0, perHead: [], priority: 'last' },
  },
  cancellationSet: { checkpoint: post, window, on: DAY, was: null, now: { reason: 'пост снят' } },
  itemTraitsSet: {
    item,
    was: null,
    now: { halal: 'yes', allergens: ['gluten', 'milk'], hotHoldMinutes: 240, coolingMinutes: null },
  },
  batchSet: { kitchen, window, on: null, was: null, now: { lines, readyMinute: 390 } },
  vehicleCreate: {
    fields: {
      name: 'Газель',
      registration: '123 ABC 03',
      capacity: { count: 120_000 as Count, unit: 'порция' },
      keepsHot: true,
      driver: member,
    },
  },
  vehicleAmend: {
    id: run,
    was: {
      name: 'Нива',
      registration: '',
      capacity: { count: 30_000 as Count, unit: 'порция' },
      keepsHot: false,
      driver: member,
      status: 'open',
    },
    now: {
      name: 'Нива',
      registration: '',
      capacity: { count: 40_000 as Count, unit: 'порция' },
      keepsHot: false,
      driver: null,
    },
  },
  vehicleClose: { id: run },
  vehicleReceive: {
    id: run,
    fields: {
      name: 'Газель (Щучинск)',
      registration: '123 ABC 03',
      capacity: { count: 120_000 as Count, unit: 'порция' },
      keepsHot: true,
      driver: null,
    },
  },
  availabilitySet: {
    member,
    was: null,
    now: {
      kitchen,
      checkpoint: null,
      weekly: [{ window, weekdays: [0, 2, 4] }],
      days: [{ on: DAY, windows: [] }],
    },
  },
  runAmend: {
    run,
    was: { label: 'Восток', window, kitchen, driver: member, stops: '0123456789abcdef' },
    now: { label: 'Восток', window, kitchen, driver: null, stops },
  },
  stopsMove: {
    from: run,
    stops,
    into: null,
    label: 'Юг',
    driver: null,
    reason: '',
  },
  sponsorCreate: { fields: { name: 'Наубайхана «Дән»', language: 'kk' } },
  sponsorAmend: { id: item, fields: { name: 'Пекарня «Дән»', language: 'ru' } },
  sponsorClose: { id: item },
  sponsorLinkCreate: { id: invite, sponsor: item, expiresAt },
  sponsorLinkRevoke: { id: invite },
  pledgeMake: {
    fields: {
      sponsor: other,
      item,
      count: 40_000 as Count,
      from: DAY,
      until: null,
      window,
      district: 'Зеренді',
      need: null,
    },
  },
  pledgeConfirm: { pledge: run },
  pledgeClose: { pledge: run },
  needRelease: { fields: { item, count: 12_500 as Count, on: DAY, window: null, district: '' } },
  needWithdraw: { id: run },
  runLoad: { run, lines: [{ pledge: delivery, count: 20_000 as Count }] },
  noticeCreate: {
    fields: {
      topic: 'hotline',
      texts: [{ language: 'kk', title: 'Жедел желі', text: 'тәулік бойы' }],
      phone: '+7 716 200 00 09',
      chats: ['whatsapp'],
      until: null,
      isPinned: true,
      affects: null,
    },
  },
  noticeAmend: {
    id: item,
    fields: {
      topic: 'road',
      texts: [
        { language: 'ru', title: 'Трасса закрыта', text: '' },
        { language: 'en', title: 'Road closed', text: 'until noon' },
      ],
      phone: null,
      chats: [],
      until: DAY,
      isPinned: false,
      affects: [post, clinic],
    },
  },
  noticeClose: { id: item },
  requestRaise: { checkpoint: post, what: 'fuel', count: 20, note: 'литр, 92' },
  requestPromise: { request: run, was: { status: 'open', promisedBy: null }, by: 'Қуат сервис' },
  requestSettle: { request: run, was: { status: 'promised', promisedBy: 'Қуат сервис' }, status: 'done' },
  shiftTakeOver: {
    counts: { gaps: 3, overdue: 1, silent: 0, open: 2, promised: 1, review: 4 },
    note: 'термос на посту 17',
  },
  photoAdd: { delivery, run, on: DAY, hash: 'k'.repeat(52), byteCount: 96_400 },
  photoRelease: { photo: other },
  photoWithdraw: { photo: other },
};
