package dev.mastro.eventstore.codec;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts from before an invoice remembered which payments and grants had settled it. */
final class SettlementUpcasters {

    private SettlementUpcasters() {}

    static List<RevisionUpcaster> all() {
        return List.of(
                new RevisionUpcaster(
                        "PaymentReceived",
                        "2",
                        "3",
                        payment -> {
                            // Nothing was written off in those days, so no allocation recovers
                            // anything.
                        }),
                new RevisionUpcaster(
                        "CreditAllocated", "1", "2", credit -> credit.putArray("parts")),
                new RevisionUpcaster("CreditNoteIssued", "1", "2", SettlementUpcasters::withGrants),
                new RevisionUpcaster(
                        "RefundIssued", "1", "2", refund -> refund.putNull("reference")));
    }

    /** All of it was one new grant, refundable and without an end. */
    private static void withGrants(ObjectNode note) {
        JsonNode id = note.remove("grantId");
        JsonNode amount = note.remove("granted");
        ArrayNode grants = note.putArray("grants");
        if (id != null && !id.isNull()) {
            ObjectNode grant = grants.addObject();
            grant.set("grantId", id);
            grant.set("amount", amount);
            grant.put("source", "CREDIT_NOTE");
            grant.put("refundable", true);
            grant.putNull("expiresOn");
        }
    }
}
