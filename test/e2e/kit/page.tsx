import '#ui/tokens.css';
import '#ui/base.css';

import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

import { checkFormats } from '#i18n/format-check.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import { Banner } from '#ui/banner.tsx';
import { BottomBar } from '#ui/bottom-bar.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Chips } from '#ui/chips.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { Numeral } from '#ui/numeral.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';
import { Screen } from '#ui/screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Section } from '#ui/section.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { StateMark } from '#ui/state-mark.tsx';
import { Table } from '#ui/table.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Tiles } from '#ui/tiles.tsx';
import { UndoBar } from '#ui/undo-bar.tsx';
import { Wordmark } from '#ui/wordmark.tsx';

/** Everything in the kit at once, in long Russian words, for the tests beside this file. */
function Kit(): ReactElement {
  return (
    <Screen
      header={<Header />}
      action={<Button look="primary" size="big" width="full" icon="tick" children="Доставлено 20" />}
      bottomBar={<Places />}
    >
      <NextStop />
      <Amounts />
      <Records />
      <Forms />
      <Erase />
      <Undo />
    </Screen>
  );
}

const stay = (): void => {};

function Header(): ReactElement {
  return (
    <ScreenHeader
      title="Рейс «Север, утро»"
      subtitle="Сервер отвечал в 04:52"
      back={{ label: 'Назад', href: '/runs', onGo: stay }}
      actions={<IconButton icon="settings" label="Телефон" onPress={stay} />}
    />
  );
}

function Places(): ReactElement {
  return (
    <BottomBar
      appName="Dastarkhan"
      label="Разделы"
      onGo={stay}
      items={[
        { href: '/run', label: 'Рейс', icon: 'truck', isCurrent: true },
        {
          href: '/unsent',
          label: 'Не отправлено',
          icon: 'clock',
          isCurrent: false,
          badge: { text: '3', label: '3 записи ещё не на сервере', tone: 'needsYou' },
        },
      ]}
    />
  );
}

function NextStop(): ReactElement {
  return (
    <Card tone="now" labelledBy="next">
      <h2 id="next">Блокпост «Северный»</h2>
      <Numeral value="20" unit="порций" detail="по плану 20" />
      <Stack direction="even" gap="small">
        <Button icon="exclamation" children="Проблема" />
        <Button children="Другое количество" />
      </Stack>
      <Stack direction="even" gap="small">
        <ButtonLink href="tel:112" look="quiet" icon="call" children="Позвонить" />
        <Button look="danger" children="Стереть" />
        <Button isDisabled children="Отправляем" />
      </Stack>
    </Card>
  );
}

function Amounts(): ReactElement {
  const [count, setCount] = useState(17_500);
  return (
    <Section heading="Сколько">
      <NumberStepper
        size="big"
        label="Горячий обед"
        unit="порций"
        value={count}
        onChange={setCount}
        step={500}
        min={0}
        max={99_000}
        format={(value) => formatCount(value, 'ru')}
        parse={parseCount}
        decreaseLabel="Меньше"
        increaseLabel="Больше"
      />
      <Chips
        label="Быстрый выбор"
        options={[
          { value: 20_000, label: 'По плану' },
          { value: 10_000, label: 'Половина' },
        ]}
        value={20_000}
        onChange={setCount}
      />
      <Tiles
        label="Что случилось?"
        chosen="road"
        onChoose={stay}
        options={[
          { value: 'nobody', label: 'Никого нет', icon: 'nobody' },
          { value: 'road', label: 'Дорога перекрыта', icon: 'road' },
        ]}
      />
    </Section>
  );
}

function Records(): ReactElement {
  return (
    <Section heading="Не отправлено" aside="3 записи">
      <Banner tone="warn" title="Неизвестно, сохранилось ли" action={<Button children="Сохранить ещё раз" />}>
        Введённое осталось на экране.
      </Banner>
      <Banner tone="info" title="Сервер недоступен">
        Всё, что вы записываете, остаётся на телефоне.
      </Banner>
      <List label="Записи">
        <ListRow title="Больница" href="/1" end={<StateMark state="server" word="На сервере" />} tone="past" />
        <ListRow
          title="Школа № 12"
          onPress={stay}
          end={<StateMark state="phone" word="На телефоне" detail="3 мин" />}
        />
        <ListRow title="Штаб" end={<StateMark state="needsYou" word="Нужно решение" />} tone="needsYou" />
        <ListRow title="Вокзал" end={<StateMark state="handed" word="Передано: Айгуль" />} />
        <ListRow title="Рынок" end={<StateMark state="checking" word="Проверяем" />} />
      </List>
      <ProgressBar label="Отправляем" value={3} max={8} text="3 из 8" />
      <Table
        caption="Рейсы дня"
        rows={['Север', 'Юг']}
        rowKey={(row) => row}
        rowTone={(row) => (row === 'Юг' ? 'needsYou' : 'plain')}
        columns={[
          { id: 'run', header: 'Рейс', cell: (row) => row, isRowHeader: true },
          { id: 'driver', header: 'Водитель', cell: () => 'Айгуль' },
          { id: 'count', header: 'Доставлено', cell: () => '12 из 20', align: 'end' },
        ]}
      />
      <EmptyState icon="tick" title="Всё на сервере" children="Ваши записи видны здесь, пока их не получил сервер." />
    </Section>
  );
}

function Forms(): ReactElement {
  const [name, setName] = useState('');
  return (
    <Section heading="Подключение">
      <Wordmark name="Дастархан" />
      <TextInput
        label="Как вас называть?"
        hint="Достаточно имени."
        error="Имени пока нет. Напишите, как вас зовут."
        value={name}
        onChange={setName}
      />
      <TextInput label="Короткий код" kind="code" value="qk7m2pwxyz34" onChange={stay} />
      <Select
        label="Кухня"
        placeholder="Выберите"
        value={undefined}
        onChange={stay}
        options={[{ value: 'k', label: 'Столовая школы № 12' }]}
      />
      <FilePick label="Выбрать файл" hint="CSV, до 10 МБ" onPick={stay} />
      <Disclosure summary="Что хранится" starts="open">
        <p>Имя, номер и ваши записи.</p>
      </Disclosure>
      <QrPicture
        label="Приглашение"
        modules={Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (__, x) => (x * y) % 3 === 0))}
      />
    </Section>
  );
}

function Erase(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Стереть с этого телефона</Button>
      <Dialog
        isOpen={isOpen}
        title="Стереть с телефона?"
        closeLabel="Закрыть"
        onClose={close}
        actions={<Button onPress={close}>Оставить</Button>}
      >
        <p>Ещё не на сервере: 3 записи.</p>
      </Dialog>
    </>
  );
}

/** Long enough to be looked at; the time itself is tested elsewhere, with a clock that obeys. */
const anHourMs = 3_600_000;

function Undo(): ReactElement {
  const offer = { id: '1', message: 'Доставлено 20', undoLabel: 'Отменить', totalMs: anHourMs };
  return <UndoBar offer={offer} onUndo={stay} onEnd={stay} />;
}

Object.assign(globalThis, { checkFormats });

const root = document.getElementById('root');
if (root === null) throw new Error('page.html has no #root element');
createRoot(root).render(<Kit />);
