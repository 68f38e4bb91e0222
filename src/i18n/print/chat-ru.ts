import type { ChatWords } from './chat-en.ts';

export const chat: ChatWords = {
  open: 'Текст для чата',
  title: 'Текст для чата',
  lead: 'Отправьте его любым способом или скопируйте. Ответа здесь ничто не ждёт.',
  language: 'Язык',
  all: 'Все три',
  text: 'Текст',

  needed: 'Ещё нужна еда',
  missing: (amounts) => `Не хватает: ${amounts}`,
  whoCan: 'Кто может привезти? Ответьте, пожалуйста, здесь.',

  run: (label) => (label === '' ? 'Ваш рейс' : `Ваш рейс: ${label}`),
  loadAt: (kitchen) => `Загрузка: ${kitchen}`,
  load: (amounts) => `Загрузить: ${amounts}`,
  writeBack: 'После каждой остановки напишите сюда номер поста и сколько вы передали.',

  code: (code) => `№ ${code}`,
};
