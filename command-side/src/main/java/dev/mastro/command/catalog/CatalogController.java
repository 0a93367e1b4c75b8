package dev.mastro.command.catalog;

import dev.mastro.shared.calendar.BillingCycle;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a seller sells today, and under which rules. */
@RestController
@RequestMapping("/api/v1/catalogs")
class CatalogController {

    private final Sellers sellers;
    private final Clock clock;

    CatalogController(Sellers sellers, Clock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    /** A product as it is offered, its prices per billing cycle and currency. */
    record OfferedProduct(
            String code,
            Product.Name name,
            ProductKind kind,
            String family,
            int rank,
            int minimumLicences,
            OrderChannel channel,
            Map<BillingCycle, List<Money>> prices,
            List<String> needsPlan,
            Optional<String> alternative) {}

    /** The catalogue and the policy in force on a day. */
    record CatalogInForce(
            String seller,
            String name,
            LocalDate on,
            String catalogVersion,
            List<OfferedProduct> products,
            SellerPolicy policy) {}

    @GetMapping("/{seller}")
    CatalogInForce show(@PathVariable String seller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return sellers.find(seller)
                .map(found -> inForce(found, today))
                .orElseThrow(() -> unknown(seller));
    }

    private static CatalogInForce inForce(Seller seller, LocalDate today) {
        Catalog catalog = seller.catalogOn(today);
        return new CatalogInForce(
                seller.code(),
                seller.name(),
                today,
                catalog.version(),
                catalog.products().stream().map(CatalogController::offered).toList(),
                seller.policyOn(today));
    }

    private static OfferedProduct offered(Product product) {
        return new OfferedProduct(
                product.code(),
                product.name(),
                product.kind(),
                product.family(),
                product.rank(),
                product.minimumLicences(),
                product.channel(),
                pricesOf(product),
                product.needsPlan(),
                product.alternative());
    }

    private static Map<BillingCycle, List<Money>> pricesOf(Product product) {
        Map<BillingCycle, List<Money>> prices = new EnumMap<>(BillingCycle.class);
        product.prices()
                .forEach((cycle, amounts) -> prices.put(cycle, List.copyOf(amounts.values())));
        return prices;
    }

    private static ErrorResponseException unknown(String seller) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND, "There is no seller " + seller + ".");
        problem.setProperty("code", "SELLER_UNKNOWN");
        problem.setProperty("facts", Map.of("seller", seller));
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
