import { formatCounted } from '../format.ts';

export const en = {
  title: 'Places and items',
  close: 'Close',
  closed: 'closed',
  closeLead: 'It disappears from new plans. What was recorded stays.',
  showClosed: (count: number) => `${formatCounted(count, 'en', { one: 'closed one', other: 'closed ones' })}`,
  phone: 'Telephone',
  phoneWrong: 'That is not a telephone number. Nothing was saved. Use digits, spaces and +.',
  landmark: 'Landmark',
  landmarkHint: 'How to find it in the dark.',
  nameMissing: 'There is no name yet. Nothing was saved. Type one.',

  items: {
    title: 'Items',
    add: 'New item',
    name: 'What is brought',
    nameHint: 'For instance: hot meal, tea, bread.',
    unit: 'Counted in',
    unitHint: 'For instance: portions, litres, boxes.',
    unitMissing: 'There is no unit yet. Nothing was saved. Type one.',
    unitSuggestions: ['portions', 'litres', 'pieces', 'kg', 'boxes'],
    emptyTitle: 'No items yet',
    emptyHint: 'What do you bring? Hot meals, tea, bread …',
  },

  windows: {
    title: 'Meal windows',
    add: 'New meal window',
    name: 'Name',
    nameHint: 'For instance: breakfast, night tea.',
    from: 'From',
    until: 'Until',
    nextDay: 'until the next day',
    timeMissing: 'A time is missing. Nothing was saved. Enter both.',
    emptyTitle: 'No meal windows yet',
    emptyHint: 'When is food brought? Breakfast, lunch, night tea …',
  },

  kitchens: {
    title: 'Kitchens',
    add: 'New kitchen',
    name: 'Name',
    emptyTitle: 'No kitchens yet',
    emptyHint: 'Where is food loaded?',
  },

  checkpoints: {
    title: 'Checkpoints',
    add: 'New checkpoint',
    name: 'Name',
    nameHint: 'As drivers call it.',
    code: 'Number',
    codeHint: 'One to five digits, to be said over the telephone.',
    codeWrong: 'The number needs one to five digits and no zero in front. Nothing was saved.',
    codeTaken: (name: string) => `${name} has this number already. Nothing was saved. Choose another.`,
    codeFree: (code: string) => `Next free number: ${code}`,
    district: 'District',
    position: 'Place on the map',
    positionHint: 'Latitude and longitude, as map apps copy them: 43.2380, 76.9452.',
    positionWrong: 'That is not a place on the map. Nothing was saved. Paste two numbers with a comma between them.',
    count: (count: number) => formatCounted(count, 'en', { one: 'checkpoint', other: 'checkpoints' }),
    emptyTitle: 'No checkpoints yet',
    emptyHint: 'Where is food needed? A roadblock, a clinic, a warming point …',
  },

  branch: {
    title: 'Branch',
    name: 'Name of the branch',
    utcOffset: 'Time of the branch',
  },
};

export type PlacesWords = typeof en;
