/** One pane with a comparison of two versions of the statement. */
import {
  CancellationTokenSource,
  type Event,
  env,
  l10n,
  type Uri,
  Uri as Uris,
  type WebviewPanel,
  workspace,
} from 'vscode';
import type { Comparison } from '../../../server/src/core/soa/compare/types.js';
import type { SoaTarget } from '../../../server/src/core/soa/paneTypes.js';
import {
  type CompareSoaAnswer,
  type CompareSoaParams,
  type CoveragePlaceMessage,
  type CoveragePlacesParams,
  compareSoaRequest,
  coveragePlacesRequest,
  type SoaMessage,
  soaRequest,
} from '../../../server/src/protocol.js';
import type { MessageToComparison, Side } from '../../webview/comparison/messages.js';
import { chooseSoaVersion } from '../commands/chooseSoaVersion.js';
import { showReport } from '../commands/soaReports.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { readComparisonMessage } from './comparisonMessages.js';
import { type ComparisonSource, writeComparisonSource } from './comparisonSource.js';
import { LatestAnswer } from './latestAnswer.js';
import { openRange, openTarget } from './openPlace.js';
import { PagePanel } from './pagePanel.js';
import type { SoaPanes } from './soaPanes.js';

export class ComparisonPane {
  private answer: CompareSoaAnswer | null = null;
  /** URI of the workspace folder, known with the first answer. */
  private folder: string | null = null;
  /** An older answer that comes later is not shown. */
  private readonly latest = new LatestAnswer();
  private wanted = new CancellationTokenSource();
  private readonly page: PagePanel<MessageToComparison>;

  constructor(
    readonly panel: WebviewPanel,
    private current: ComparisonSource,
    extensionUri: Uri,
    private readonly server: ServerConnection,
    private readonly statements: SoaPanes,
  ) {
    const title = l10n.t('Statement of Applicability: what changed');
    this.page = new PagePanel(panel, extensionUri, 'comparison', title, (data) => this.receive(data));
    this.page.own(
      { dispose: () => this.wanted.cancel() },
      server.onDidChangeSoa(({ folder }) => {
        if (folder === this.folder && this.current.after === null) this.page.post({ type: 'outdated' });
      }),
    );
  }

  get onDidDispose(): Event<void> {
    return this.page.onDidDispose;
  }

  get source(): ComparisonSource {
    return this.current;
  }

  /** Compares other versions, or the same ones again. */
  async compare(source: ComparisonSource): Promise<void> {
    this.current = source;
    this.page.post({ type: 'working' });
    const params: CompareSoaParams = { ...source, isTrusted: workspace.isTrusted };
    // Nobody waits for the one before any more, nor for git, which it may still be asking.
    this.wanted.cancel();
    this.wanted = new CancellationTokenSource();
    const { token } = this.wanted;
    const latest = await this.latest.of(() => this.server.request<CompareSoaAnswer>(compareSoaRequest, params, token));
    if (this.page.isDisposed || !latest) return;
    const answer = latest.value;
    this.answer = answer ?? null;
    this.folder = (await this.statement())?.folder ?? this.folder;
    this.panel.title = answer?.title ? l10n.t('What changed {0}', answer.title) : l10n.t('What changed');
    this.show();
  }

  private show(): void {
    const { answer } = this;
    if (!answer)
      this.page.post({ type: 'problem', text: l10n.t('Clausemark is not running, or cannot read this folder.') });
    else if (answer.problem !== null) this.page.post({ type: 'problem', text: answer.problem });
    else {
      const comparison = answer.comparison as Comparison;
      this.page.post({ type: 'comparison', comparison, source: writeComparisonSource(this.current) });
    }
  }

  private receive(data: unknown): void {
    const message = readComparisonMessage(data);
    switch (message?.type) {
      case 'ready':
        this.page.setReady();
        if (this.answer) this.show();
        else void this.compare(this.current);
        return;
      case 'again':
        return void this.compare(this.current);
      case 'choose':
        return void this.choose(message.side);
      case 'report':
        return void this.report();
      case 'copy':
        return void env.clipboard
          .writeText(message.text)
          .then(() => this.tell(l10n.t('Copied as Markdown: {0}.', message.what)));
      case 'row':
        return void this.statements.show(Uris.parse(this.current.uri), message.key);
      case 'decision':
        return void this.openDecision(message.key);
      case 'policy':
        return void this.openPolicy(message.path, message.key);
    }
  }

  private async choose(side: Side): Promise<void> {
    const name = await chooseSoaVersion(this.server, this.current.uri, side, this.current.before);
    if (name === undefined || (side === 'before' && name === null)) return;
    await this.compare({ ...this.current, [side]: name });
  }

  private async report(): Promise<void> {
    const { answer } = this;
    if (answer && answer.problem === null)
      await showReport(l10n.t('Statement of Applicability {0}', answer.title), answer.report);
  }

  /** The statement as it is now. */
  private async statement(): Promise<SoaMessage | null> {
    return this.server.request<SoaMessage>(soaRequest, { uri: this.current.uri });
  }

  private async openDecision(key: string): Promise<void> {
    const target: SoaTarget = { what: 'decision', key, existing: true };
    if (!(await openTarget(this.server, this.panel, this.current.uri, target)))
      this.tell(l10n.t('There is no decision on this control in soa.yaml now.'));
  }

  /** Where the policy cites the control as it is now, else its beginning. */
  private async openPolicy(path: string, key: string | null): Promise<void> {
    const statement = await this.statement();
    if (!statement) return;
    const { folder, system } = statement;
    const params: CoveragePlacesParams | null = key === null ? null : { folder, system, key };
    const places = params ? await this.server.request<CoveragePlaceMessage[]>(coveragePlacesRequest, params) : [];
    const here = (places ?? []).filter((place) => place.path === path);
    const place = here.find(({ isClaim }) => isClaim) ?? here[0];
    if (place) return openRange(this.panel, place.uri, place.range);
    if (!(await openTarget(this.server, this.panel, this.current.uri, { what: 'file', path })))
      this.tell(l10n.t('{0} is not there any more.', path));
  }

  private tell(text: string): void {
    this.page.post({ type: 'tell', text });
  }
}
