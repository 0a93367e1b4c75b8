package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireSome;
import static dev.mastro.command.catalog.ImpossibleValue.requireText;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The price list of one seller from {@code from} until its next catalogue begins. */
public record Catalog(String version, LocalDate from, List<Product> products) implements Dated {

    public Catalog {
        requireText(version, "version");
        products = List.copyOf(products);
        requireSome(products, "products");
        requireDistinct(products);
        for (int i = 0; i < products.size(); i++) {
            requireReferences(products.get(i), "products[" + i + "].", products);
        }
    }

    /** The product of that code, if it is sold. */
    public Optional<Product> find(String code) {
        return in(products, code);
    }

    /** The plan that costs nothing, if the seller has one: what remains after a downgrade. */
    public Optional<Product> freePlan() {
        return products.stream()
                .filter(product -> product.kind() == ProductKind.PLAN && product.free())
                .findFirst();
    }

    private static Optional<Product> in(List<Product> products, String code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    private static void requireDistinct(List<Product> products) {
        Set<String> codes = new HashSet<>();
        Set<String> ranks = new HashSet<>();
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            String path = "products[" + i + "].";
            require(codes.add(product.code()), path + "code", "is there twice: " + product.code());
            require(
                    ranks.add(product.kind() + " " + product.family() + " " + product.rank()),
                    path + "rank",
                    "is there twice in family " + product.family() + ": " + product.rank());
        }
    }

    private static void requireReferences(Product product, String path, List<Product> products) {
        for (int i = 0; i < product.needsPlan().size(); i++) {
            String plan = product.needsPlan().get(i);
            require(
                    in(products, plan).filter(p -> p.kind() == ProductKind.PLAN).isPresent(),
                    path + "needsPlan[" + i + "]",
                    "is no plan of this catalogue: " + plan);
        }
        product.alternative()
                .ifPresent(code ->
                        require(
                                in(products, code).isPresent() && !code.equals(product.code()),
                                path + "alternative",
                                "is no other product of this catalogue: " + code));
    }
}
