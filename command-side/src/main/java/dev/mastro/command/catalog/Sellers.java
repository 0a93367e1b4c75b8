package dev.mastro.command.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sellers whose accounts this system bills, by code. */
public final class Sellers {

    private final Map<String, Seller> byCode = new LinkedHashMap<>();

    public Sellers(Collection<Seller> sellers) {
        for (Seller seller : sellers) {
            if (byCode.put(seller.code(), seller) != null) {
                throw new IllegalArgumentException("two sellers have the code " + seller.code());
            }
        }
    }

    public Optional<Seller> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Seller> all() {
        return List.copyOf(byCode.values());
    }
}
