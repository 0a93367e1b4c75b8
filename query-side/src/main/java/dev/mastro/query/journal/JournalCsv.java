package dev.mastro.query.journal;

import java.io.PrintWriter;

/** The journal as a table for spreadsheets: one row per posting (RFC 4180). */
final class JournalCsv {

    private static final String END = "\r\n";

    private final PrintWriter out;

    JournalCsv(PrintWriter out) {
        this.out = out;
    }

    void begin() {
        out.print(
                "date,event,derived,position,line,recorded_at,account_id,document,"
                        + "ledger_code,ledger_name,key,currency,debit,credit,service_date");
        out.print(END);
    }

    void write(JournalItem item) {
        for (JournalItem.Line line : item.postings()) {
            String amount = line.amount().getAmount().toPlainString();
            out.print(
                    String.join(
                            ",",
                            item.date().toString(),
                            item.event(),
                            String.valueOf(item.derived()),
                            String.valueOf(item.position()),
                            String.valueOf(line.line()),
                            item.recordedAt().toString(),
                            item.accountId(),
                            text(item.document() == null ? "" : item.document()),
                            line.code(),
                            text(line.name()),
                            text(line.key()),
                            line.amount().getCurrencyUnit().getCode(),
                            line.side() == Side.DEBIT ? amount : "",
                            line.side() == Side.CREDIT ? amount : "",
                            item.serviceDate().toString()));
            out.print(END);
        }
    }

    /** Quoted where needed; what a spreadsheet would run as a formula becomes plain text. */
    private static String text(String value) {
        String harmless = value.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + value : value;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
