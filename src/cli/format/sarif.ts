import type {
  ArtifactLocation,
  Location,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import { type Finding, messageWithQuestion } from '../../lint/finding';
import { type Fix, fixesFor } from '../../lint/fixes';
import { ruleUrl } from '../../lint/rule-url';
import { rules } from '../../lint/rules';
import { LineMap, type Range } from '../../statement/position';
import type { FileFailure, Format } from './report';

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

/** The location of a finding, with its text. */
export function sarifLocation(path: string, finding: Range & { readonly text: string }): Location {
  const snippet = { text: finding.text };
  return {
    physicalLocation: { artifactLocation: artifact(path), region: { ...region(finding), snippet } },
  };
}

function toSarifFixes(fixes: readonly Fix[], path: string, lines: LineMap): SarifFix[] {
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

/** Closes the document after its one run. */
const CLOSING = '\n    }\n  ]\n}';

/** SARIF 2.1.0 (OASIS), for GitHub code scanning and others; written result by result. */
export const sarif: Format = async function* (files, problems, { version }) {
  const opening = JSON.stringify(emptyLog('purpose', version, lintRules()), undefined, 2);
  yield `${opening.slice(0, -CLOSING.length)},\n      "results": [`;
  let separator = '';
  for await (const { path, result } of files) {
    const { text } = result.document;
    const lines = new LineMap(text);
    for (const finding of result.findings) {
      const fixes = toSarifFixes(fixesFor(finding, text), path, lines);
      yield `${separator}\n        ${indented(resultOf(path, finding, fixes), 8)}`;
      separator = ',';
    }
  }
  const { complete, failures, settings } = problems();
  const invocation = {
    executionSuccessful: complete,
    toolExecutionNotifications: failures.map(notification),
    toolConfigurationNotifications: settings.map(notification),
  };
  yield `${separator && '\n      '}],\n      "invocations": ${indented([invocation], 6)}${CLOSING}\n`;
};

function indented(value: unknown, by: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}

function resultOf(path: string, finding: Finding, fixes: SarifFix[]): Result {
  const { rule, severity, related = [] } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVEL[severity],
    message: { text: messageWithQuestion(finding) },
    locations: [sarifLocation(path, finding)],
    ...(fixes.length > 0 && { fixes }),
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: one.message },
        physicalLocation: { artifactLocation: artifact(one.path ?? path), region: region(one) },
      })),
    }),
  };
}

/** The linter's rules as SARIF rule descriptors. */
function lintRules(): ReportingDescriptor[] {
  return rules.map(({ id, title, summary, level }) => ({
    id,
    name: title.replace(/\s+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `Finds ${summary}.` },
    helpUri: ruleUrl(id),
    defaultConfiguration: level === 'off' ? { enabled: false, level: 'note' } : { level: LEVEL[level] },
  }));
}

/** The document with one run of one tool, up to its results. */
export function emptyLog(name: string, version: string, descriptors: ReportingDescriptor[]) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0' as const,
    runs: [
      {
        tool: {
          driver: {
            name,
            semanticVersion: version,
            informationUri: 'https://github.com/purpose-md/purpose-md',
            rules: descriptors,
          },
        },
        columnKind: 'utf16CodeUnits' as const,
      },
    ],
  } satisfies Log;
}

function notification({ path, line, column, message }: FileFailure): Notification {
  const region = line === undefined ? undefined : { startLine: line, ...(column && { startColumn: column }) };
  const physicalLocation = { artifactLocation: { uri: uriOf(path) }, ...(region && { region }) };
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation }] };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
