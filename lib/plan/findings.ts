import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A violation of a validator's rule. */
export interface Finding {
  /** Rule pack, such as `AwsSolutions`. */
  readonly validator: string;
  readonly rule: string;
  readonly severity: string;
  readonly description: string;
  readonly constructs: readonly string[];
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly description: string;
      readonly severity?: string;
      readonly violatingConstructs: readonly {
        readonly constructPath?: string;
        readonly cloudFormationResource?: { readonly logicalId?: string };
      }[];
    }[];
  }[];
}

/** Reads the validation report of a cloud assembly. Without findings the report is empty. */
export function readFindings(assembly: string): Finding[] {
  const report = JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap(({ pluginName, violations }) =>
    violations.map((violation) => ({
      validator: pluginName,
      rule: violation.ruleName,
      severity: violation.severity ?? 'error',
      description: violation.description,
      constructs: violation.violatingConstructs.map(
        ({ constructPath, cloudFormationResource }) =>
          constructPath ?? cloudFormationResource?.logicalId ?? 'unknown',
      ),
    })),
  );
}
