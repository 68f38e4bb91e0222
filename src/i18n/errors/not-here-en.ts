import type { Trouble } from '../trouble.ts';

/** What is said of a piece of the app that this phone does not have yet. */
export const notHere = {
  screen: {
    title: 'This screen is not on this phone yet',
    safe: 'Everything you recorded is kept. Your run and its next stop work.',
    next: 'It comes by itself when there is a network, and then stays.',
  },
  organiserScreens: {
    title: 'The organiser’s screens are not on this phone yet',
    safe: 'Everything recorded is kept. What drivers use works without a network.',
    next: 'Until these screens are here they need the network. They come by themselves when there is one.',
  },
  scanner: {
    title: 'The scanner is not on this phone yet',
    safe: 'Nothing is lost.',
    next: 'Type the code instead, or try again when there is a network.',
  },
} satisfies Record<string, Trouble>;
