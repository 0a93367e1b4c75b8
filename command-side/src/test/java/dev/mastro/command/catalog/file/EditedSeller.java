package dev.mastro.command.catalog.file;

import dev.mastro.command.catalog.Seller;
import java.util.List;

/** A shipped seller with some of its words replaced, read as its file would be. */
public final class EditedSeller {

    private EditedSeller() {}

    /** Replaces each odd text by the one after it; each must be in the file. */
    public static Seller of(String code, String... replacements) {
        String text = ShippedSeller.text(code);
        for (int i = 0; i < replacements.length; i += 2) {
            if (!text.contains(replacements[i])) {
                throw new IllegalArgumentException("not in the file: " + replacements[i]);
            }
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return read(code, text);
    }

    /** The shipped seller with a second policy from a date on, edited in the same way. */
    public static Seller changedFrom(String code, String date, String... replacements) {
        String text = ShippedSeller.text(code);
        int start = text.indexOf("  - version: policy-1");
        int end = text.indexOf("\ncatalogs:");
        String second =
                text.substring(start, end)
                        .replace("policy-1", "policy-2")
                        .replaceFirst("from: 2015-01-01", "from: " + date);
        for (int i = 0; i < replacements.length; i += 2) {
            if (!second.contains(replacements[i])) {
                throw new IllegalArgumentException("not in the policy: " + replacements[i]);
            }
            second = second.replace(replacements[i], replacements[i + 1]);
        }
        return read(code, text.substring(0, end) + "\n" + second + text.substring(end));
    }

    private static Seller read(String code, String text) {
        return SellerFiles.read(List.of(new SellerFile("sellers/" + code + ".yaml", text)))
                .find(code)
                .orElseThrow();
    }
}
