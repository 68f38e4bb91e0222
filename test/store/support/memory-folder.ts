/** A folder for files as browsers give one to a site, in memory, with room for so many bytes. */
export function memoryFolder(room = Infinity) {
  const files = new Map<string, File>();
  const handleOf = (name: string) => ({
    getFile: async () => files.get(name),
    createWritable: async () => {
      const pieces: ArrayBuffer[] = [];
      return {
        write: async (piece: ArrayBuffer) => {
          pieces.push(piece);
          const written = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
          if (written > room) throw new DOMException('full', 'QuotaExceededError');
        },
        close: async () => void files.set(name, new File(pieces, name)),
        abort: async () => undefined,
      };
    },
  });
  const folder = {
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw new DOMException('none', 'NotFoundError');
      if (!files.has(name)) files.set(name, new File([], name));
      return handleOf(name);
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw new DOMException('none', 'NotFoundError');
    },
  };
  return { names: () => [...files.keys()], open: async () => folder as unknown as FileSystemDirectoryHandle };
}
