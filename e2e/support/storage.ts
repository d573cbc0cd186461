// Everything a page can have left on the device or in its own document, as one text to search.
import type { Page } from '@playwright/test';

export function readStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const request = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(String(asked.error)));
      });
    const parts = [localStorage, sessionStorage].map((storage) =>
      JSON.stringify(Object.entries(storage)),
    );
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        parts.push(JSON.stringify(await request(records.getAllKeys())));
        parts.push(JSON.stringify(await request(records.getAll())));
      }
      database.close();
    }
    const readFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of folder.values())
        if (entry.kind === 'directory') await readFolder(entry);
        else parts.push(await (await entry.getFile()).text());
    };
    await readFolder(await navigator.storage.getDirectory());
    return parts.join('\n');
  });
}

/** The page itself: every attribute and text, and what stands in its fields. */
export function readDocument(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    );
    const values = [...fields].map(({ value }) => value);
    return [document.documentElement.outerHTML, document.cookie, ...values].join('\n');
  });
}
