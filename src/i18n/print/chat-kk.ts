import type { ChatWords } from './chat-en.ts';

export const chat: ChatWords = {
  open: 'Чатқа мәтін',
  title: 'Чатқа мәтін',
  lead: 'Өзіңізге ыңғайлы жолмен жіберіңіз немесе көшіріп алыңыз. Мұнда жауап күтілмейді.',
  language: 'Тілі',
  all: 'Үшеуі де',
  text: 'Мәтін',

  needed: 'Әлі де тамақ керек',
  missing: (amounts) => `Жетпейді: ${amounts}`,
  whoCan: 'Кім апара алады? Осында жауап беріңізші.',

  run: (label) => (label === '' ? 'Сіздің рейсіңіз' : `Сіздің рейсіңіз: ${label}`),
  loadAt: (kitchen) => `Жүктейтін жер: ${kitchen}`,
  load: (amounts) => `Жүктеу: ${amounts}`,
  writeBack: 'Әр аялдамадан кейін осында бекеттің нөмірін және қанша бергеніңізді жазыңыз.',

  code: (code) => `№ ${code}`,
};
