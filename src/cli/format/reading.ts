import { createColors } from 'picocolors';
import { messageWithQuestion, type Severity } from '../../lint/finding';
import { ruleUrl } from '../../lint/rule-url';
import { ruleOf } from '../../lint/rules';
import { KIND_IDS, type Kind, messageOf } from '../../reading/kinds';
import { faultText, type ModelReading, SOURCE } from '../../reading/reading';
import { PARTS, type PartName } from '../../statement/anatomy';
import type { Range } from '../../statement/position';
import type { Statement } from '../../statement/purpose-file';
import { plural } from '../../text/plural';
import { oneLine } from '../visible';
import { githubNote } from './github';
import { emptyLog, sarifLocation } from './sarif';
import { stylishFinding } from './stylish';

/** A mark of a model, at its position in the file. */
interface ReadingFinding extends Range {
  readonly kind: Kind;
  /** The file's text from start to end. */
  readonly text: string;
  readonly question: string;
  readonly reason: string | undefined;
}

/** A model's reading of one statement. */
export interface ReadingReport {
  readonly path: string;
  readonly statement: Statement;
  readonly reading: ModelReading;
  readonly findings: readonly ReadingFinding[];
}

type ReadingFormat = (
  report: ReadingReport,
  options: { readonly color: boolean; readonly version: string },
) => string;

interface ReportedFinding extends Range {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly question: string;
  readonly note: string | null;
  readonly text: string;
}

function reportedFinding({ kind, reason, ...finding }: ReadingFinding): ReportedFinding {
  return {
    ...finding,
    rule: `reading/${kind}`,
    severity: 'info',
    message: messageOf(kind, finding.text),
    note: reason ?? null,
  };
}

const stylish: ReadingFormat = ({ path, reading, findings }, { color }) => {
  const paint = createColors(color);
  const out = [paint.underline(oneLine(path)), paint.dim('  As a model reads it:')];
  for (const name of PARTS) out.push(`  ${name.padEnd(7)} ${partText(reading, name)}`);
  for (const finding of findings.map(reportedFinding)) {
    out.push(...stylishFinding(finding, color));
    if (finding.note) out.push(paint.dim(`  ${' '.repeat(15)} ${oneLine(finding.note)}`));
  }
  if (findings.length === 0) out.push(paint.green('  Nothing to ask.'));
  out.push('', plural(findings.length, 'finding'));
  return out.map((line) => `${line}\n`).join('');
};

function partText({ parts }: ModelReading, name: PartName): string {
  const part = parts[name];
  return part ? `“${oneLine(part.text)}”` : part === null ? '(not named)' : '(no usable answer)';
}

/** The contract for programs: version 1 only gains keys. Findings have the keys of `purpose lint`'s findings. */
const json: ReadingFormat = ({ path, statement, reading, findings }) => {
  const { text, plain, start, end } = statement;
  return `${JSON.stringify({
    version: 1,
    source: SOURCE,
    files: [
      {
        path,
        statement: { text, plain, start, end },
        anatomy: Object.fromEntries(PARTS.map((name) => [name, reading.parts[name]?.text ?? null])),
        findings: findings.map((finding) => ({
          ...reportedFinding(finding),
          source: SOURCE,
          url: ruleUrl(finding.kind),
          suggestions: [],
          fixes: [],
          related: [],
        })),
        dropped: reading.dropped.map(({ where, text: words, problem }) => ({
          where,
          text: words ?? null,
          problem,
        })),
        repaired: reading.repaired,
      },
    ],
    errors: [],
  })}\n`;
};

const sarif: ReadingFormat = ({ path, reading, findings }, { version }) => {
  const descriptors = KIND_IDS.map((kind) => ({
    id: `reading/${kind}`,
    shortDescription: { text: `${ruleOf(kind).title}, as a language model reads it` },
    helpUri: ruleUrl(kind),
    defaultConfiguration: { level: 'note' as const },
  }));
  const results = findings.map((finding) => {
    const { rule, ...rest } = reportedFinding(finding);
    return {
      ruleId: rule,
      ruleIndex: KIND_IDS.indexOf(finding.kind),
      level: 'note' as const,
      message: { text: messageWithQuestion(rest) },
      locations: [sarifLocation(path, finding)],
    };
  });
  const log = emptyLog(SOURCE, version, descriptors);
  const notes = reading.dropped.map((fault) => ({ level: 'note', message: { text: faultText(fault) } }));
  const invocations = [{ executionSuccessful: true, toolExecutionNotifications: notes }];
  const runs = log.runs.map((run) => ({ ...run, results, invocations }));
  return `${JSON.stringify({ ...log, runs }, undefined, 2)}\n`;
};

const github: ReadingFormat = ({ path, findings }) =>
  findings.map((finding) => `${githubNote(path, reportedFinding(finding))}\n`).join('');

/** The formats of `purpose lint`, for a reading. */
export const READING_FORMATS: Readonly<Record<string, ReadingFormat>> = { stylish, json, sarif, github };
