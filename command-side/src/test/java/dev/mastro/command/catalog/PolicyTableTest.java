package dev.mastro.command.catalog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ChangePolicy.Rule;
import dev.mastro.command.catalog.file.SellerFiles;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the table in billing.md 1.6, with its own keys, on the shipped files. */
class PolicyTableTest {

    private static final LocalDate SOME_DAY = LocalDate.of(2025, 4, 28);
    private static final Sellers SELLERS = SellerFiles.load(Optional.empty());

    private static final Map<String, Function<Seller, Object>> ROWS =
            Map.ofEntries(
                    entry("seatIncrease", s -> rule(changes(s).licenceIncrease())),
                    entry("seatDecrease", s -> rule(changes(s).licenceDecrease())),
                    entry("planUpgrade", s -> rule(changes(s).planUpgrade())),
                    entry("planDowngrade", s -> rule(changes(s).planDowngrade())),
                    entry("topPlanChannel", s -> topPlan(s).channel()),
                    entry("cycleSwitch", s -> rule(changes(s).cycleSwitch())),
                    entry("addOnCapacityChange", s -> changes(s).addOnCapacityChange().mode()),
                    entry("addOnFirstPeriod", s -> addOns(s).firstPeriod()),
                    entry("oneMonthProducts", s -> addOns(s).oneMonthProducts()),
                    entry("addOnCycleConflict", s -> addOns(s).cycleConflict()),
                    entry("conflictScope", s -> addOns(s).conflictScope()),
                    entry("featureUnlock", s -> access(s).featureUnlock()),
                    entry("creditTo", s -> policy(s).credit().creditTo()),
                    entry("autoApplyCredit", s -> policy(s).credit().autoApplyCredit()),
                    entry("autoApplySwitchable", s -> policy(s).credit().autoApplySwitchable()),
                    entry("creditCashOut", s -> policy(s).credit().cashOut()),
                    entry("selfServiceRefund", s -> cancellation(s).selfServiceRefund()),
                    entry("refundBasis", s -> cancellation(s).refundBasis()),
                    entry("refundWindowDays", s -> cancellation(s).refundWindowDays()),
                    entry("outstandingInvoicesBlock", s -> access(s).outstandingInvoicesBlock()),
                    entry("writtenOffStillBlocks", s -> access(s).writtenOffStillBlocks()),
                    entry("nonPaymentEnd", s -> policy(s).nonPayment().end()),
                    entry("dunning", s -> dunning(policy(s).nonPayment())),
                    entry("endOfTermState", s -> cancellation(s).endOfTermState()),
                    entry("comeBack", s -> access(s).comeBack()),
                    entry("cancelReasonRequired", s -> cancellation(s).reasonRequired()),
                    entry("termsAcceptance", s -> access(s).terms().acceptance()),
                    entry("billingActors", PolicyTableTest::customersWhoBill),
                    entry("document", s -> policy(s).documents().kind()),
                    entry("mail", s -> policy(s).documents().mails()),
                    entry("expressPayment", s -> policy(s).documents().expressPayment()),
                    entry("vatNumberPrompt", s -> policy(s).documents().vatNumberPrompt()),
                    entry("numbering", s -> policy(s).documents().numbering()),
                    entry("planMinimum", s -> business(s).minimumLicences()),
                    entry("closeFreeAccount", s -> access(s).closeFreeAccount()),
                    entry("passwordPolicy", s -> access(s).password().map(PolicyTableTest::rule)),
                    entry("unassign", s -> changes(s).unassign()),
                    entry("dayCount", s -> policy(s).arithmetic().dayCount()),
                    entry("rounding", s -> policy(s).arithmetic().rounding()),
                    entry("badDebtTaxRelief", s -> policy(s).arithmetic().badDebtTaxRelief()));

    private static final String TABLE =
            """
            seatIncrease | KEEP_ANCHOR_PRORATE SELF_SERVICE | RESTART_PERIOD SELF_SERVICE
            seatDecrease | AT_PERIOD_END SELF_SERVICE | RESTART_PERIOD SELF_SERVICE
            planUpgrade | KEEP_ANCHOR_PRORATE SELF_SERVICE | RESTART_PERIOD SELF_SERVICE
            planDowngrade | AT_PERIOD_END SELF_SERVICE | RESTART_PERIOD SUPPORT
            topPlanChannel | SALES | CORPORATE
            cycleSwitch | RESTART_PERIOD SELF_SERVICE | RESTART_PERIOD SELF_SERVICE
            addOnCapacityChange | KEEP_ANCHOR_PRORATE | NOT_OFFERED
            addOnFirstPeriod | PRORATED_TO_ANCHOR | NOT_OFFERED
            oneMonthProducts | OFFERED | NOT_OFFERED
            addOnCycleConflict | REFUSE | NOT_OFFERED
            conflictScope | SKU | NOT_OFFERED
            featureUnlock | ON_ORDER | ON_PAYMENT
            creditTo | OPEN_INVOICES_FIRST | NEXT_SCHEDULED_ONLY
            autoApplyCredit | true | true
            autoApplySwitchable | false | true
            creditCashOut | [SUPPORT] | [SUPPORT]
            selfServiceRefund | IF_UNUSED | NONE
            refundBasis | FULL_LAST_CHARGE | SUPPORT_DECIDES
            refundWindowDays | Optional.empty | Optional.empty
            outstandingInvoicesBlock | ANY_OPEN | OFF
            writtenOffStillBlocks | true | false
            nonPaymentEnd | DOWNGRADE | SUSPEND_AT_PERIOD_END
            dunning | [1, 3, 7] 14 CREDIT_UNUSED_DAYS | [] 0 VOID
            endOfTermState | BASIC | SUSPENDED
            comeBack | PAY_THEN_BUY | BUY
            cancelReasonRequired | true | false
            termsAcceptance | REQUIRED | NOT_ASKED
            billingActors | [OWNER, ADMIN, BILLING] | [OWNER, BILLING]
            document | INVOICE | RECEIPT
            mail | [PURCHASE, CHANGE, DUNNING, CANCELLATION] \
            | [PURCHASE, RENEWAL, CHANGE, CANCELLATION]
            expressPayment | true | false
            vatNumberPrompt | NEVER | WHEN_PRICE_RISES
            numbering | PER_ACCOUNT | PER_ACCOUNT
            planMinimum | 10 | 1
            closeFreeAccount | true | true
            passwordPolicy | Optional.empty | Optional[8 [LETTER, DIGIT]]
            unassign | BEFORE | BEFORE
            dayCount | ACTUAL_DAYS | ACTUAL_DAYS
            rounding | HALF_UP | HALF_UP
            badDebtTaxRelief | false | false
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void the_shipped_policies_say_what_the_table_says(String key, String zoom, String goTo) {
        Function<Seller, Object> row = ROWS.getOrDefault(key, seller -> "no such row");

        assertThat(row.apply(seller("zoom"))).hasToString(zoom);
        assertThat(row.apply(seller("goto"))).hasToString(goTo);
    }

    @Test
    void every_row_is_in_the_table_above() throws NoSuchMethodException {
        CsvSource table =
                PolicyTableTest.class
                        .getDeclaredMethod(
                                "the_shipped_policies_say_what_the_table_says",
                                String.class,
                                String.class,
                                String.class)
                        .getAnnotation(CsvSource.class);

        assertThat(table.textBlock().lines().map(line -> line.substring(0, line.indexOf(" |"))))
                .containsExactlyInAnyOrderElementsOf(ROWS.keySet());
    }

    private static Seller seller(String code) {
        return SELLERS.find(code).orElseThrow();
    }

    private static SellerPolicy policy(Seller seller) {
        return seller.policyOn(SOME_DAY);
    }

    private static ChangePolicy changes(Seller seller) {
        return policy(seller).changes();
    }

    private static AddOnPolicy addOns(Seller seller) {
        return policy(seller).addOns();
    }

    private static AccessPolicy access(Seller seller) {
        return policy(seller).access();
    }

    private static CancellationPolicy cancellation(Seller seller) {
        return policy(seller).cancellation();
    }

    private static Product business(Seller seller) {
        return seller.catalogOn(SOME_DAY).find("business").orElseThrow();
    }

    private static Product topPlan(Seller seller) {
        return seller.catalogOn(SOME_DAY).products().stream()
                .filter(product -> product.kind() == ProductKind.PLAN)
                .max(Comparator.comparingInt(Product::rank))
                .orElseThrow();
    }

    private static List<ActorRole> customersWhoBill(Seller seller) {
        return access(seller).actors().getOrDefault(ActorRight.BILL, Set.of()).stream()
                .filter(role -> !role.ofSeller())
                .toList();
    }

    private static String rule(Rule rule) {
        return rule.mode() + " " + rule.channel();
    }

    private static String rule(PasswordPolicy password) {
        return password.minimumLength() + " " + password.mustContain();
    }

    private static String dunning(NonPaymentPolicy policy) {
        return policy.retryDays() + " " + policy.endAfterDays() + " " + policy.unpaidInvoice();
    }
}
