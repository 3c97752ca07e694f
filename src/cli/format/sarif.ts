import type {
  ArtifactLocation,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import { messageWithQuestion } from '../../lint/finding';
import { type Fix, fixesFor } from '../../lint/fixes';
import { ruleUrl } from '../../lint/rule-url';
import { rules } from '../../lint/rules';
import { LineMap, type Range } from '../../statement/position';
import { allFindings, type FileFailure, type Format } from './report';

const LEVEL = { info: 'note', warning: 'warning', error: 'error' } as const;

function artifact(path: string): ArtifactLocation {
  return { uri: uriOf(path), uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: Range): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function toSarifFixes(fixes: readonly Fix[], path: string, text: string): SarifFix[] {
  const lines = new LineMap(text);
  return fixes.map(({ kind, text: put, edits }) => ({
    description: { text: kind === 'remove' ? 'Remove it' : `Replace with “${put}”` },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: edits.map((edit) => ({
          deletedRegion: region(lines.range({ start: edit.offset, end: edit.offset + edit.length })),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  }));
}

/** SARIF 2.1.0 (OASIS), as GitHub code scanning and others read it. */
export const sarif: Format = (report, { version }) => {
  const results: Result[] = [];
  for (const [path, finding, result] of allFindings(report)) {
    const { rule, severity, text, start, end, related = [], ...said } = finding;
    const fixes = fixesFor(finding, result.document.text);
    results.push({
      ruleId: rule,
      ruleIndex: rules.findIndex(({ id }) => id === rule),
      level: LEVEL[severity],
      message: { text: messageWithQuestion(said) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(path),
            region: { ...region({ start, end }), snippet: { text } },
          },
        },
      ],
      ...(fixes.length > 0 && { fixes: toSarifFixes(fixes, path, result.document.text) }),
      ...(related.length > 0 && {
        relatedLocations: related.map((one, id) => ({
          id,
          message: { text: one.message },
          physicalLocation: { artifactLocation: artifact(one.path ?? path), region: region(one) },
        })),
      }),
    });
  }
  const descriptors: ReportingDescriptor[] = rules.map(({ id, title, summary, level }) => ({
    id,
    name: title.replace(/\s+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `Finds ${summary}.` },
    helpUri: ruleUrl(id),
    defaultConfiguration: level === 'off' ? { enabled: false, level: 'note' } : { level: LEVEL[level] },
  }));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'purpose',
            semanticVersion: version,
            informationUri: 'https://github.com/purpose-md/purpose-md',
            rules: descriptors,
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
        invocations: [
          {
            executionSuccessful: report.complete,
            toolExecutionNotifications: report.failures.map(notification),
            toolConfigurationNotifications: report.settings.map(notification),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function notification({ path, line, column, message }: FileFailure): Notification {
  const region = line === undefined ? undefined : { startLine: line, ...(column && { startColumn: column }) };
  const physicalLocation = { artifactLocation: { uri: uriOf(path) }, ...(region && { region }) };
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation }] };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
