/** Whether this browser has what a map is drawn with. Old phones do not, nor do some that save their battery. */
export function canDrawMaps(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
