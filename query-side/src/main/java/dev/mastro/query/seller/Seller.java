package dev.mastro.query.seller;

import dev.mastro.shared.view.OrderBlocking;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A seller as far as his documents and mails go; the deciding side checks the whole file. */
public record Seller(
        String code,
        String name,
        @Nullable Letterhead letterhead,
        Map<String, String> contacts,
        List<Policy> policies,
        List<Catalog> catalogs) {

    private static final String COLOUR = "#1f3a5f";

    record Policy(String version, LocalDate from, DocumentRules documents, AccessRules access) {}

    record Catalog(String version, List<Product> products) {

        private Stream<Product> find(String code) {
            return products.stream().filter(product -> product.code().equals(code));
        }
    }

    record Product(String code, Map<String, String> name) {}

    /** Someone whose file is not here, under the code that his accounts have. */
    static Seller unknown(String code) {
        return new Seller(code, code, null, Map.of(), List.of(), List.of());
    }

    /** His letterhead, or one that says his name and no more. */
    public Letterhead head() {
        return letterhead == null
                ? new Letterhead(
                        name,
                        List.of(),
                        null,
                        contacts.getOrDefault("SUPPORT", ""),
                        null,
                        null,
                        COLOUR)
                : letterhead;
    }

    /** The rules that hold on a date. */
    public DocumentRules rulesOn(LocalDate date) {
        return policyOn(date).map(Policy::documents).orElse(DocumentRules.NONE);
    }

    /** Which debts stand in the way of orders on a date. */
    public OrderBlocking blockingOn(LocalDate date) {
        return policyOn(date).map(policy -> policy.access().blocking()).orElse(OrderBlocking.NONE);
    }

    private Optional<Policy> policyOn(LocalDate date) {
        return policies.stream()
                .filter(policy -> !policy.from().isAfter(date))
                .max(Comparator.comparing(Policy::from));
    }

    /** The rules of a policy version, whenever that held; otherwise those of the date. */
    public DocumentRules rulesOf(String policyVersion, LocalDate date) {
        return policies.stream()
                .filter(policy -> policy.version().equals(policyVersion))
                .findFirst()
                .map(Policy::documents)
                .orElseGet(() -> rulesOn(date));
    }

    /** Whether any of his policies asks for any mail. */
    public boolean everMails() {
        return policies.stream().anyMatch(policy -> !policy.documents().mails().isEmpty());
    }

    /** What a product is called in a language, as the catalogue of that version has it. */
    public String productName(String catalogVersion, String product, String language) {
        return find(catalogVersion, product)
                .or(() ->
                        catalogs.reversed().stream()
                                .flatMap(catalog -> catalog.find(product))
                                .findFirst())
                .map(found -> found.name())
                .map(names -> names.getOrDefault(language, names.getOrDefault("en", product)))
                .orElse(product);
    }

    private Optional<Product> find(String catalogVersion, String product) {
        return catalogs.stream()
                .filter(catalog -> catalog.version().equals(catalogVersion))
                .flatMap(catalog -> catalog.find(product))
                .findFirst();
    }
}
