/** Makes the server speak the language of the editor, as far as we have it. */
import { speak, type Translations } from '../core/l10n.js';
import type { Environment } from './environment.js';

/**
 * To be done before the first message is made. `locale` is what the client says of itself: `de`, `de-AT`, `en`. Where there
 * are no translations, or where they cannot be read, English is spoken.
 */
export async function speakLanguageOf(
  locale: string | undefined,
  environment: Environment,
  log: (message: string) => void,
): Promise<void> {
  const language = /^[a-z]{2,3}(?=$|[-_])/.exec(locale?.toLowerCase() ?? '')?.[0] ?? 'en';
  speak(language, language === 'en' ? null : await read(language, environment, log));
}

async function read(
  language: string,
  environment: Environment,
  log: (message: string) => void,
): Promise<Translations | null> {
  try {
    const text = await environment.readTranslations(language);
    return text === null ? null : (JSON.parse(text) as Translations);
  } catch (error) {
    log(`The translations (${language}) cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
