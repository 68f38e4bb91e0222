/** By this word a page asks the browser to wake the worker when a network is there, and the worker knows what for. */
export const UNSENT_TAG = 'dastarkhan-unsent';
