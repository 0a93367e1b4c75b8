package dev.mastro.query.audit;

import java.util.List;

/**
 * What was checked and what is wrong; up to 20 violations of each check are listed. It is {@code
 * complete} when no check was skipped.
 */
record AuditReport(boolean clean, boolean complete, List<Check> checks) {

    /**
     * One invariant, by its number in billing.md 5.3, or one of our own from 13 on; {@code skipped}
     * while the read models that it compares have not read equally far.
     */
    record Check(
            int invariant, String name, boolean skipped, long checked, List<String> violations) {}

    static AuditReport of(List<Check> checks) {
        return new AuditReport(
                checks.stream().allMatch(check -> check.violations().isEmpty()),
                checks.stream().noneMatch(Check::skipped),
                checks);
    }
}
