/** What is used of adm-zip, which comes without types. */
declare module 'adm-zip' {
  namespace AdmZip {
    interface Entry {
      readonly entryName: string;
      readonly isDirectory: boolean;
      /** The upper 16 bits are the mode of a Unix file. */
      readonly attr: number;
      readonly header: {
        /** Bytes, as the zip claims. */
        readonly size: number;
        /** 0 for bytes as they are, 8 for deflated ones. */
        method: number;
      };
      /** @throws Error where the bytes are not those that were put in. */
      getData(): Buffer;
    }
  }

  class AdmZip {
    constructor(bytes?: Buffer);
    addFile(name: string, bytes: Buffer): AdmZip.Entry;
    getEntries(): AdmZip.Entry[];
    toBuffer(): Buffer;
  }

  export = AdmZip;
}
