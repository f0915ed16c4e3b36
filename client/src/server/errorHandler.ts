/** What happens when the server crashes: it is started again, and after too many crashes the user is told. */
import { l10n, window } from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { type CrashLimit, mostCrashes } from './crashLimit.js';

export interface CrashChoices {
  restart(): void;
  showOutput(): void;
}

export function createErrorHandler(limit: CrashLimit, choices: CrashChoices): ErrorHandler {
  return {
    // A message that could not be written or read is logged; the connection's end is what decides.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: (): CloseHandlerResult => {
      if (limit.noteCrash()) {
        return {
          action: CloseAction.Restart,
          handled: true,
          message: l10n.t('The server ended unexpectedly and is started again.'),
        };
      }
      void tellThatItStays(choices);
      return {
        action: CloseAction.DoNotRestart,
        handled: true,
        message: l10n.t(
          'The server ended unexpectedly {0} times in a short time and is not started again.',
          mostCrashes,
        ),
      };
    },
  };
}

async function tellThatItStays(choices: CrashChoices): Promise<void> {
  const restart = l10n.t('Restart');
  const output = l10n.t('Show output');
  const chosen = await window.showErrorMessage(
    l10n.t(
      'Clausemark stopped working: its server ended unexpectedly {0} times. Nothing is checked any more.',
      mostCrashes,
    ),
    restart,
    output,
  );
  if (chosen === restart) choices.restart();
  if (chosen === output) choices.showOutput();
}
