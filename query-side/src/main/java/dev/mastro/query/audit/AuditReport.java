package dev.mastro.query.audit;

import java.util.List;

/** What was checked and what is wrong; up to 20 violations of each check are listed. */
record AuditReport(boolean clean, List<Check> checks) {

    /** One invariant, by its number in billing.md 5.3. */
    record Check(int invariant, String name, long checked, List<String> violations) {}

    static AuditReport of(List<Check> checks) {
        return new AuditReport(
                checks.stream().allMatch(check -> check.violations().isEmpty()), checks);
    }
}
